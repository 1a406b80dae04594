"""Messages: what the terminal alone says, and its own wording of what others say otherwise.

Only here a text names an option. Where a code stands in another table, too, that text is
for every other edge.
"""

from models.text import Text

MESSAGES: dict[str, Text] = {
    "import_preview": Text(
        sv="Inget togs in. Kör igen utan --preview för att ta in det.",
        en="Nothing was taken in. Run again without --preview to take it in.",
    ),
    "usage_help": Text(sv="Hjälp: {command} --help", en="Help: {command} --help"),
    "changes_too_few": Text(
        sv=(
            "Reglerna och platserna kräver minst {fewest:# byte|# byten}: "
            "skriv --max-changes {fewest}."
        ),
        en=(
            "The rules and the seats force {fewest:# change|# changes}: "
            "write --max-changes {fewest}."
        ),
    ),
    "keep_missing": Text(
        sv="{option} utgår från ett förslag: lägg till --keep proposal.json.",
        en="{option} starts from a proposal: add --keep proposal.json.",
    ),
    "keep_of_other_season": Text(
        sv="{path} har inga koalitioner av den här säsongen: peka på ett förslag som hör till den.",
        en="{path} has no coalitions of this season: point at a proposal that belongs to it.",
    ),
    "swap_of_two": Text(
        sv="--swap {value} ska nämna två aktörer med komma emellan: --swap A,B.",
        en="--swap {value} is to name two actors with a comma between: --swap A,B.",
    ),
    "option_twice": Text(
        sv="{option} är angiven mer än en gång: den tar ett värde.",
        en="{option} is given more than once: it takes one value.",
    ),
    "cost_twice": Text(
        sv="--cost {kind} är angiven mer än en gång: den tar ett tal.",
        en="--cost {kind} is given more than once: it takes one number.",
    ),
    "pin_without_coalition": Text(
        sv="--pin {name} säger inte vart: skriv --pin {name}=KOALITION. Det finns {known}.",
        en="--pin {name} does not say where: write --pin {name}=COALITION. There are {known}.",
    ),
    "no_partners": Text(
        sv=(
            "Ingen passar urvalet. Släpp på --sector, --within-km eller --language, "
            "eller ta med kända aktörer med --include-known."
        ),
        en=(
            "Nobody fits the selection. Loosen --sector, --within-km or --language, "
            "or take in known actors with --include-known."
        ),
    ),
    "explain_forced_better": Text(
        sv=(
            "Om {name} får plats i {coalition} och allt annat räknas om blir F {loss} högre: "
            "förslaget kan bli bättre med --effort thorough. Då blir de här utan plats: "
            "{leavers}."
        ),
        en=(
            "With {name} in {coalition} and everything solved anew, F rises by {loss}: the "
            "proposal can become better with --effort thorough. Left without a place: {leavers}."
        ),
    ),
    "criteria_of_two": Text(
        sv="--criteria {value} ska nämna två kriterier: --criteria relevance,novelty.",
        en="--criteria {value} is to name two criteria: --criteria relevance,novelty.",
    ),
    "cost_of_kind": Text(
        sv="--cost {value} ska vara en regel och ett heltal, som size=5. Det finns {known}.",
        en="--cost {value} is to be a rule and a whole number, as size=5. There are {known}.",
    ),
    "only_inline": Text(
        sv="Den här versionen kör bara med --engine inline.",
        en="This version runs with --engine inline only.",
    ),
    "no_resume_yet": Text(
        sv="Den här versionen sparar inga delresultat: kör utan --resume.",
        en="This version keeps no checkpoints: run without --resume.",
    ),
    "suggest_to_whom": Text(
        sv="Skriv antingen --actor ID eller --all.", en="Write either --actor ID or --all."
    ),
    "cbc_missing": Text(
        sv="CBC finns inte på datorn: installera det (Debian: coinor-cbc) eller kör utan --solver.",
        en="CBC is not on this machine: install it (Debian: coinor-cbc) or run without --solver.",
    ),
    "comments_need_html": Text(
        sv="Kommentarerna visas bara på sidan: lägg till --html FIL.html.",
        en="The comments are shown on the page alone: add --html FILE.html.",
    ),
    "no_outcomes": Text(
        sv="{path} är ingen sammanställning av svar: {reason}. Peka på en fil från --out.",
        en="{path} is no summary of answers: {reason}. Point at a file from --out.",
    ),
    "one_coalition_only": Text(
        sv="Säg med --coalition vilken koalition ändringen gäller: {known}.",
        en="Say with --coalition which coalition the change is for: {known}.",
    ),
    "held_without_plan": Text(
        sv="--held behöver den plan som träffarna hölls efter: --former FIL.",
        en="--held needs the plan by which the meetings were held: --former FILE.",
    ),
    "starts_do_not_fit": Text(
        sv="Starttider: {starts}; träffar att planera: {meetings}. Ge en --start för varje träff.",
        en="Starts: {starts}; meetings to plan: {meetings}. Give one --start for each meeting.",
    ),
    "no_dates_for_calendar": Text(
        sv=(
            "Träffarna har inga datum, så det blir ingen kalender. Ge --start för varje träff, "
            "eller --from så att de väljs ur medlemmarnas tider."
        ),
        en=(
            "The meetings have no dates, so there is no calendar. Give --start for each meeting, "
            "or --from so that they are chosen from the members' times."
        ),
    ),
    "plan_without_calendars": Text(
        sv=(
            "Någon träff har inget datum än och står därför inte i kalendrarna. Om ingen har det "
            "skrivs inga nya. Ge --start för varje träff, eller --from."
        ),
        en=(
            "Some meeting has no date yet and is not in the calendars. Where none has one, no new "
            "ones are written. Give --start for each meeting, or --from."
        ),
    ),
    "one_calendar_only": Text(
        sv="Säg med --coalition vilken koalition kalendern är för: {known}.",
        en="Say with --coalition which coalition the calendar is for: {known}.",
    ),
    "plan_variants": Text(
        sv="Välj med --aim; ingenting är skrivet.", en="Choose with --aim; nothing was written."
    ),
    "aim_pairs": Text(sv="--aim pairs: flest par möts", en="--aim pairs: most pairs meet"),
    "aim_even": Text(
        sv="--aim even: inget par möts mycket oftare än andra",
        en="--aim even: no pair meets much oftener than others",
    ),
    "aim_sectors": Text(
        sv="--aim sectors: alla sektorer i alla rum", en="--aim sectors: all sectors in all rooms"
    ),
    "port_not_free": Text(
        sv="Porten {port} på {host} går inte att använda ({reason}). Välj en annan med --port.",
        en="Port {port} on {host} can't be used ({reason}). Choose another with --port.",
    ),
    "agenda_use": Text(
        sv="Ändra dem och ange mappen med --agendas.",
        en="Edit them, and name the folder with --agendas.",
    ),
    "ideas_of_which": Text(
        sv="--ideas hör till en koalition: säg vilken med --coalition. Det finns {known}.",
        en="--ideas belongs to one coalition: say which with --coalition. There are {known}.",
    ),
    "ideas_none": Text(
        sv=(
            "Det finns inga kort än: ingen medlem har fyllt i seeks eller offers i actors.csv. "
            "Fyll i dem, eller ge det som skrevs på mötet med --ideas ideas.csv (kolumnerna "
            "actor, kind, text)."
        ),
        en=(
            "There are no cards yet: no member has filled in seeks or offers in actors.csv. "
            "Fill them in, or give what was written in the meeting with --ideas ideas.csv (the "
            "columns actor, kind, text)."
        ),
    ),
    "proposal_of_other_season": Text(
        sv="{path} nämner {name}, som säsongen inte har: peka på ett förslag som hör till den.",
        en="{path} names {name}, which the season does not have: point at a proposal of its own.",
    ),
    "dates_way_out": Text(
        sv="Med {option} {value} hålls allt annat.",
        en="With {option} {value} everything else holds.",
    ),
    "slot_needs_period": Text(
        sv="återkommer varje vecka: ange periodens första dag med --from.",
        en="recurs every week: give the period's first day with --from.",
    ),
    "not_a_plan": Text(
        sv=(
            "Filen {path} har ingen träffplan för {coalition}. Ge den fil som koalition "
            "meetings skrev."
        ),
        en=(
            "The file {path} has no meeting plan for {coalition}. Give the file that "
            "koalition meetings wrote."
        ),
    ),
}
