"""Messages: what the board does not do, and who is where they may not be."""

from models.text import Text

POOL = Text(sv="poolen", en="the pool")

MESSAGES: dict[str, Text] = {
    "seat_taken": Text(
        sv="{name} är inte kvar i {place}, utan finns i {now}.{who}",
        en="{name} is no longer in {place} but in {now}.{who}",
    ),
    "board_settled": Text(
        sv="Bordet är fastställt. Lägg upp ett nytt av dess förslag.",
        en="The board is settled. Lay a new one from its proposal.",
    ),
    "board_empty": Text(
        sv="Bordet är tomt: lägg någon i en koalition först.",
        en="The board is empty: put somebody in a coalition first.",
    ),
    "board_outdated": Text(
        sv="Någon på bordet finns inte kvar i säsongen. Lägg upp ett nytt bord.",
        en="Somebody on the board is no longer in the season. Lay a new board.",
    ),
    "move_incomplete": Text(
        sv="Steget behöver ett värde till: {field}.", en="The step needs another value: {field}."
    ),
    "run_needs": Text(sv="En sådan körning behöver {what}.", en="A run of this kind needs {what}."),
    "run_of_board": Text(
        sv="En körning av slaget {kind} görs av ett bord: POST /boards/{{id}}/settle.",
        en="A run of the kind {kind} is made by a board: POST /boards/{{id}}/settle.",
    ),
    "run_of_coalition": Text(
        sv="En körning av slaget {kind} begärs hos koalitionen: "
        "POST /coalitions/{{id}}/meeting-plan.",
        en="A run of the kind {kind} is asked of a coalition: "
        "POST /coalitions/{{id}}/meeting-plan.",
    ),
    "card_moved_by": Text(sv=" {by} flyttade kortet {at}.", en=" {by} moved the card at {at}."),
    "step_taken_by": Text(sv=" {by} tog det steget {at}.", en=" {by} took that step at {at}."),
    "already_there": Text(
        sv="{name} är redan med i {place}.",
        en="{name} is already in {place}.",
    ),
    "seat_locked": Text(
        sv="{name} är låst i {place}: lås upp platsen först.",
        en="{name} is locked in {place}: unlock the seat first.",
    ),
    "seat_banned": Text(
        sv="{name} är utestängd från {place}.",
        en="{name} is banned from {place}.",
    ),
    "same_place": Text(
        sv="{name} kan inte flyttas från {place} till samma ställe.",
        en="{name} can't be moved from {place} to the same place.",
    ),
    "already_locked": Text(
        sv="{name} är redan låst i {place}.",
        en="{name} is already locked in {place}.",
    ),
    "not_locked": Text(
        sv="{name} är inte låst i {place}.",
        en="{name} is not locked in {place}.",
    ),
    "pool_not_locked": Text(
        sv="{name} är i poolen, och bara en plats i en koalition kan låsas.",
        en="{name} is in the pool, and only a seat in a coalition can be locked.",
    ),
    "already_banned": Text(
        sv="{name} är redan utestängd från {place}.",
        en="{name} is already banned from {place}.",
    ),
    "not_banned": Text(
        sv="{name} är inte utestängd från {place}.",
        en="{name} is not banned from {place}.",
    ),
    "banned_by_season": Text(
        sv="{name} är utestängd från {place} av säsongens regler: ändra dem där.",
        en="{name} is banned from {place} by the season's rules: change them there.",
    ),
    "seat_held": Text(
        sv="{name} är med i {place}: flytta ut den innan den stängs ute.",
        en="{name} is in {place}: move it out before it is banned.",
    ),
    "nothing_to_undo": Text(sv="Det finns inget att ångra.", en="There is nothing to undo."),
    "nothing_to_redo": Text(sv="Det finns inget att göra om.", en="There is nothing to redo."),
    "undo_blocked": Text(
        sv="Steg {step} kan inte ångras: steg {later} kom emellan.{who}",
        en="Step {step} can't be undone: step {later} came in between.{who}",
    ),
    "redo_blocked": Text(
        sv="Steg {step} kan inte göras om: steg {later} kom emellan.{who}",
        en="Step {step} can't be redone: step {later} came in between.{who}",
    ),
    "version_not_found": Text(
        sv="Brädet har ingen version {name}: den senaste är {known}.",
        en="The board has no version {name}: the newest is {known}.",
    ),
    "seat_not_found": Text(
        sv="Det finns ingen koalition {name} på brädet. Där finns {known}.",
        en="There is no coalition {name} on the board. There are {known}.",
    ),
    "board_capacity": Text(
        sv="{name} är med i {given:# koalition|# koalitioner} men kan vara med i {asked}.",
        en="{name} is in {given:# coalition|# coalitions} but can join {asked}.",
    ),
    "board_siblings": Text(
        sv="{name} är med i {given:# koalition|# koalitioner} för samma utmaning.",
        en="{name} is in {given:# coalition|# coalitions} of one challenge.",
    ),
    "board_ban": Text(
        sv="{name} är utestängd från {coalition}.", en="{name} is banned from {coalition}."
    ),
    "board_pin": Text(
        sv="{name} ska vara med i {coalition} men är inte med.",
        en="{name} is to be in {coalition} but is not.",
    ),
}
