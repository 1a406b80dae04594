"""Messages: who sits with whom in a coalition's meetings."""

from models.text import Text

MESSAGES: dict[str, Text] = {
    "stage_meetings": Text(sv="Söker platser i smågrupper", en="Searching seats in rooms"),
    "rooms_do_not_fit": Text(
        sv=(
            "Rummen rymmer {seats}, men koalitionen har {members:# medlem|# medlemmar}. Skriv "
            "storlekar som blir {members} tillsammans, eller bara antalet rum."
        ),
        en=(
            "The rooms hold {seats}, but there are {members:# member|# members}. Write sizes "
            "that add up to {members}, or only the number of rooms."
        ),
    ),
    "rooms_not_read": Text(
        sv=(
            "Det går inte att läsa ”{value}”. Skriv antalet rum (3) eller deras storlekar "
            "(5,5,4,4)."
        ),
        en="“{value}” can't be read. Write the number of rooms (3) or their sizes (5,5,4,4).",
    ),
    "nobody_there": Text(
        sv=(
            "Ingen kan komma till träff {meeting}. Ta bort någon frånvaro, eller planera "
            "färre träffar."
        ),
        en="Nobody can come to meeting {meeting}. Remove an absence, or plan fewer meetings.",
    ),
    "absence_not_read": Text(
        sv="Det går inte att läsa ”{value}”. Skriv AKTÖR=TRÄFF, som framtidsverket=3.",
        en="“{value}” can't be read. Write ACTOR=MEETING, such as framtidsverket=3.",
    ),
    "absence_not_planned": Text(
        sv="Träff {meeting} planeras inte nu; de som planeras är {first} till {last}.",
        en="Meeting {meeting} is not planned now; those that are planned are {first} to {last}.",
    ),
    "not_in_coalition": Text(
        sv="{name} är inte med i koalitionen {coalition}.",
        en="{name} is not in the coalition {coalition}.",
    ),
    "already_a_member": Text(
        sv="{name} är redan med i koalitionen {coalition}.",
        en="{name} is in the coalition {coalition} already.",
    ),
    "one_coalition_only": Text(
        sv="Säg vilken koalition ändringen gäller: {known}.",
        en="Say which coalition the change is for: {known}.",
    ),
    "held_without_plan": Text(
        sv="För träffar som har hållits behövs planen som de hölls efter.",
        en="For meetings that were held the plan by which they were held is needed.",
    ),
    "held_too_many": Text(
        sv="Planen har {meetings:# träff|# träffar}; minst en måste vara kvar att planera.",
        en="The plan has {meetings:# meeting|# meetings}; at least one must be left to plan.",
    ),
    "start_not_read": Text(
        sv="Det går inte att läsa ”{value}”. Skriv dag och klockslag, som 2026-10-06 13:00.",
        en="“{value}” can't be read. Write the day and the time, such as 2026-10-06 13:00.",
    ),
    "start_in_change_of_clocks": Text(
        sv="Klockan ställs om just då ({value}). Välj en annan tid.",
        en="The clocks change just then ({value}). Choose another time.",
    ),
    "starts_do_not_fit": Text(
        sv="Starttider: {starts}; träffar att planera: {meetings}. Ge en starttid för varje träff.",
        en="Starts: {starts}; meetings to plan: {meetings}. Give one start for each meeting.",
    ),
    "starts_not_apart": Text(
        sv="Två träffar kan inte börja samtidigt ({value}). Ge en egen starttid för varje träff.",
        en="Two meetings can't start together ({value}). Give each meeting a start of its own.",
    ),
    "starts_before_held": Text(
        sv="{value} ligger före den senaste träff som har hållits ({last}). Ge en senare starttid.",
        en="{value} lies before the last meeting that was held ({last}). Give a later start.",
    ),
    "calendar_written": Text(sv="Kalendern finns i {path}", en="The calendar is in {path}"),
    "plan_day": Text(sv="  {day}, kl. {clock}", en="  {day}, {clock}"),
    "double_booked": Text(
        sv="{name} har samtidigt träff {meeting} i ”{title}”.",
        en="{name} has meeting {meeting} of “{title}” at the same time.",
    ),
    "double_booked_you": Text(
        sv="Ni har samtidigt träff {meeting} i ”{title}”.",
        en="You have meeting {meeting} of “{title}” at the same time.",
    ),
    "plan_booked": Text(sv="  Dubbelbokad: {text}", en="  Double-booked: {text}"),
    "plan_when": Text(sv="{day} kl. {clock}", en="{day}, {clock}"),
    "plan_date_moved": Text(
        sv="Träff {number} har fått ett nytt datum: {now}, inte {then}.",
        en="Meeting {number} has a new date: {now}, not {then}.",
    ),
    "plan_date_gone": Text(
        sv="Träff {number} hålls inte längre den tid som var bestämd: {then}.",
        en="Meeting {number} is no longer held when it was to be: {then}.",
    ),
    "plan_away": Text(sv="  Kan inte komma: {names}", en="  Cannot come: {names}"),
    "not_a_plan": Text(
        sv="Den tidigare planen har inga träffar för {coalition}: välj en som har det.",
        en="The former plan has no meetings of {coalition}: choose one that has.",
    ),
    "plan_head": Text(
        sv="{title} ({coalition}): {members:# medlem|# medlemmar}, {meetings:# träff|# träffar}",
        en="{title} ({coalition}): {members:# member|# members}, {meetings:# meeting|# meetings}",
    ),
    "plan_proven": Text(
        sv="Par som möts: {met} av {possible}. Fler är inte möjligt (bevisat).",
        en="Pairs that meet: {met} of {possible}; more is not possible, that is proven.",
    ),
    "plan_even_proven": Text(
        sv=(
            "Par som möts: {met} av {possible}. Fler är inte möjligt utan att något par möts "
            "oftare (bevisat)."
        ),
        en=(
            "Pairs that meet: {met} of {possible}; more is not possible unless some pair "
            "meets oftener, that is proven."
        ),
    ),
    "plan_even_bounded": Text(
        sv=(
            "Par som möts: {met} av {possible}. Fler än {bound} är inte möjligt utan att "
            "något par möts oftare."
        ),
        en=(
            "Pairs that meet: {met} of {possible}; more than {bound} is not possible unless "
            "some pair meets oftener."
        ),
    ),
    "plan_bounded": Text(
        sv="Par som möts: {met} av {possible}. Fler än {bound} är inte möjligt.",
        en="Pairs that meet: {met} of {possible}; more than {bound} is not possible.",
    ),
    "plan_repeats": Text(
        sv="Så ofta möts paren: {counts}. Samma par möts igen som mest {most:# gång|# gånger}.",
        en="How often pairs meet: {counts}. A pair meets again {most:# time|# times} at most.",
    ),
    "plan_times": Text(sv="{times} gånger: {pairs}", en="{times} times: {pairs}"),
    "plan_once": Text(sv="1 gång: {pairs}", en="once: {pairs}"),
    "plan_never": Text(sv="aldrig: {pairs}", en="never: {pairs}"),
    "plan_lacking": Text(
        sv=(
            "{lacking:En gång|# gånger} saknar ett rum en sektor som har medlemmar nog för "
            "alla rum."
        ),
        en="{lacking:Once|# times} a room lacks a sector which has a member for each room.",
    ),
    "plan_no_lack": Text(
        sv="I varje rum finns varje sektor som har medlemmar nog för alla rum.",
        en="Every room has every sector that has members enough for every room.",
    ),
    "plan_meeting": Text(
        sv="Träff {number}: {theme} ({minutes} minuter)",
        en="Meeting {number}: {theme} ({minutes} minutes)",
    ),
    "plan_round": Text(sv="  Omgång {number}", en="  Round {number}"),
    "plan_room": Text(
        sv="    Rum {number}, värd {host}: {others}", en="    Room {number}, host {host}: {others}"
    ),
    "plan_written": Text(
        sv="Planen (plan.json) och allt som hör till den finns i {path}",
        en="The plan (plan.json) and all that belongs to it are in {path}",
    ),
}
