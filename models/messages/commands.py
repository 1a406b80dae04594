"""Messages: what the commands and the server say."""

from models.text import Text

MESSAGES: dict[str, Text] = {
    # the workbook of `check`
    "marked_written": Text(
        sv="Tabellerna, med fel och varningar markerade, ligger i {path}.",
        en="The tables, with faults and warnings marked, are in {path}.",
    ),
    "marked_sheet": Text(sv="Fel och varningar", en="Faults and warnings"),
    "marked_file": Text(sv="fil", en="file"),
    "marked_row": Text(sv="rad", en="row"),
    "marked_column": Text(sv="kolumn", en="column"),
    "marked_value": Text(sv="värde", en="value"),
    "marked_message": Text(sv="vad som hjälper", en="what mends it"),
    "stage_compiling_optimise": Text(
        sv="Förbereder sökningen, en gång per installation",
        en="Compiling the search, once in an installation",
    ),
    "stage_compiling_meetings": Text(
        sv="Förbereder mötesplaneringen, en gång per installation",
        en="Compiling the planning of meetings, once in an installation",
    ),
    "stage_compiling_embedding": Text(
        sv="Förbereder läsningen, en gång per installation",
        en="Compiling the reading, once in an installation",
    ),
    "loops_ready": Text(
        sv="{count:# rutin|# rutiner} ligger kompilerade i {folder}.",
        en="{count:# loop lies|# loops lie} compiled in {folder}.",
    ),
    "loops_not_kept": Text(
        sv=(
            "{count:# rutin|# rutiner} kompilerades, men det finns ingen skrivbar mapp att "
            "spara dem i."
        ),
        en="{count:# loop was|# loops were} compiled, but no folder is open for writing.",
    ),
    "stage_seats": Text(sv="Fördelar platser", en="Settling seats"),
    "stage_bounding": Text(sv="Räknar ut en övre gräns", en="Working out an upper bound"),
    "stage_keeping": Text(sv="Söker den minsta ändringen", en="Finding the fewest changes"),
    "stage_pricing": Text(sv="Prövar varje regel", en="Trying every rule"),
    "stage_trading": Text(sv="Väger kriterierna mot varandra", en="Trading the criteria off"),
    "changes_too_few": Text(
        sv="Reglerna och platserna kräver minst {fewest:# byte|# byten}. Tillåt minst så många.",
        en="The rules and the seats force {fewest:# change|# changes}: allow at least so many.",
    ),
    "keep_missing": Text(
        sv="Byten och bytta platser utgår från ett förslag: säg vilket som ska behållas.",
        en="Changes and swaps start from a proposal: say which one is to be kept.",
    ),
    "keep_of_other_season": Text(
        sv="Förslaget har inga koalitioner av den här säsongen: välj ett som hör till den.",
        en="The proposal has no coalitions of this season: choose one that belongs to it.",
    ),
    "swap_without_places": Text(
        sv="{one} och {other} har ingen plats att byta: minst en av dem ska ha en, och inte samma.",
        en="{one} and {other} have no places to trade: one of them needs one, and not the same.",
    ),
    "not_a_member": Text(
        sv="{name} är inte med i någon koalition i förslaget och kan därför inte tacka nej.",
        en="{name} is in no coalition of the proposal and cannot decline.",
    ),
    "repair_written": Text(
        sv="Det uppdaterade förslaget ligger i {path}.",
        en="The repaired proposal is in {path}.",
    ),
    "coalition_not_found": Text(
        sv="Det finns ingen koalition {name} i förslaget. Det finns {known}.",
        en="There is no coalition {name} in the proposal. There are {known}.",
    ),
    "alternative_line": Text(
        sv="{number}. F = {objective}, {loss} lägre än förslaget.",
        en="{number}. F = {objective}, {loss} less than the proposal.",
    ),
    "alternative_members": Text(
        sv="   {title}: in: {came}; ut: {left}", en="   {title}: in: {came}; out: {left}"
    ),
    "alternatives_fewer": Text(
        sv="Det blev {count} av {asked} alternativ: fler så olika hittades inte.",
        en="{count} of {asked} alternatives: no more were found that differ so much.",
    ),
    "price_line": Text(
        sv="{title} ({coalition}): {asks}. Om regeln mildras ett steg stiger F med {gain}.",
        en="{title} ({coalition}): {asks}. One unit less gives F + {gain}.",
    ),
    "price_line_open": Text(
        sv=(
            "{title} ({coalition}): {asks}. Om regeln mildras ett steg stiger F med {gain}, "
            "som mest {most}."
        ),
        en="{title} ({coalition}): {asks}. One unit less gives F + {gain}, {most} at most.",
    ),
    "price_free": Text(
        sv="{count:# regel kostar|# regler kostar} inget: F stiger inte om de mildras.",
        en="{count:# rule costs|# rules cost} nothing: F does not rise if they are softened.",
    ),
    "price_none": Text(sv="Ingen regel kan ge vika.", en="There is no rule that could give way."),
    "criterion_not_in_use": Text(
        sv="{name} används inte i säsongen: nämn två olika av {known}.",
        en="{name} cannot be traded: name two different ones of {known}.",
    ),
    "recruit_nobody": Text(
        sv="Ingen ny aktör skulle höja någon koalition.",
        en="No new actor of any kind would lift a coalition.",
    ),
    "stage_reserves": Text(sv="Väljer reserver", en="Choosing reserves"),
    "reserves_line": Text(
        sv=(
            "{title} ({coalition}): chansen att alla är kvar är {alone}. Med reserverna är "
            "den fulltalig med {survives}, och F då i genomsnitt {loss} lägre."
        ),
        en=(
            "{title} ({coalition}): everybody stays {alone}; with the reserves complete "
            "{survives}, F then {loss} less on average."
        ),
    ),
    "reserve_line": Text(
        sv=(
            "   {number}. {name}: passar på {seats:# plats|# platser}; fulltalig med "
            "{survives} hittills"
        ),
        en="   {number}. {name}: fits {seats:# seat|# seats}; full with {survives} so far",
    ),
    "reserves_nobody": Text(
        sv="   Ingen reserv skulle fylla fler platser.",
        en="   No reserve would fill more seats.",
    ),
    "no_such_column": Text(
        sv="Aktörernas tabell har ingen egen kolumn {column}. Det finns {known}.",
        en="The actors' table has no column of your own called {column}. There are {known}.",
    ),
    "not_a_chance": Text(
        sv="{name}: {value} är ingen sannolikhet för avhopp. Skriv 0,1 eller 10 %, högst 99 %.",
        en="{name}: {value} is no chance. Write 0.1 or 10 %, 99 % at most.",
    ),
    "cost_of_kind": Text(
        sv="{value} är ingen regel som kan ge vika till ett pris på minst 1. Det finns {known}.",
        en="{value} is no rule that can give way at a cost of at least 1. There are {known}.",
    ),
    "pareto_open": Text(sv="(ej bevisad)", en="(not proven)"),
    "no_proposal": Text(
        sv=(
            "{path} är inget förslag från Koalition. Peka på den proposal.json som koalition "
            "propose skrev."
        ),
        en=(
            "{path} is no proposal of Koalition's. Point at the proposal.json that koalition "
            "propose wrote."
        ),
    ),
    "damaged_proposal": Text(
        sv="Förslaget {path} är skadat vid {place}. Peka på en hel proposal.json.",
        en="The proposal {path} is damaged at {place}. Point at a whole proposal.json.",
    ),
    "stage_bound_by_relaxation": Text(
        sv="Övre gränsen kommer från en förenklad modell (linjär relaxation)",
        en="The upper bound comes from the linear model with tangents",
    ),
    "stage_bound_by_tree": Text(
        sv="Övre gränsen kommer från en genomgång av delfall (branch and bound)",
        en="The upper bound comes from branch and bound",
    ),
    "stage_improving": Text(sv="Förbättrar", en="Improving"),
    "stage_solving": Text(sv="Väljer medlemmar", en="Choosing members"),
    "seconds_left": Text(sv="omkring {seconds} s kvar", en="about {seconds} s left"),
    "stage_forcing": Text(
        sv="Prövar aktören i varje utmaning",
        en="Trying the actor in each challenge",
    ),
    "stage_suggesting": Text(sv="Föreslår partner", en="Suggesting partners"),
    "stage_explaining": Text(sv="Skriver skälen", en="Writing the reasons"),
    "template_written": Text(
        sv="Skrev {file}. Fyll i och kör: koalition check {folder}",
        en="Wrote {file}. Fill it in and run: koalition check {folder}",
    ),
    "rows_alike": Text(
        sv="{count} rader, till exempel rad {row}", en="{count} rows, for example row {row}"
    ),
    "learned_lines": Text(
        sv="Nya rader i season.toml: {count}. Ta bort # framför dem som ska gälla, och välj svar:",
        en="New lines in season.toml: {count}. Take away the # of those to hold, and choose:",
    ),
    "learned_nothing": Text(
        sv="Inga nya rubriker eller ord att skriva i season.toml.",
        en="No new headers or words to write into season.toml.",
    ),
    "season_fine": Text(
        sv=(
            "Inga fel i filerna: {actors:# aktör|# aktörer} och {challenges:# utmaning|# "
            "utmaningar}."
        ),
        en=(
            "No faults in the files: {actors:# actor|# actors} and {challenges:# challenge|# "
            "challenges}."
        ),
    ),
    "pin_without_coalition": Text(
        sv="Det står inte vart {name} ska låsas: ange en koalition. Det finns {known}.",
        en="It is not said where {name} is pinned to: name a coalition. There are {known}.",
    ),
    "pool_sectors": Text(sv="Sektorer: {counts}.", en="Sectors: {counts}."),
    "pool_counties": Text(sv="Län: {counts}.", en="Counties: {counts}."),
    "pool_languages": Text(sv="Mötesspråk: {counts}.", en="Languages to meet in: {counts}."),
    "all_can_be_formed": Text(
        sv="Alla koalitioner kan bildas med alla regler uppfyllda.",
        en="All coalitions can be formed with every rule kept.",
    ),
    "challenge_line": Text(
        sv="{id}: {seats:# plats|# platser}, {eligible:# möjlig aktör|# möjliga aktörer}.",
        en="{id}: {seats:# seat|# seats}, {eligible:# eligible actor|# eligible actors}.",
    ),
    "proposal_written": Text(
        sv="Förslaget ligger i {path}. F = {objective}, högst {bound} är möjligt.",
        en="The proposal is in {path}. F = {objective}, at most {bound} is possible.",
    ),
    "edit_written": Text(
        sv="Förslaget som medlemmarna ger ligger i {path}.",
        en="The proposal that the members make is in {path}.",
    ),
    "edit_line": Text(
        sv="{title}: {change} (in: {came}; ut: {left})",
        en="{title}: {change} (in: {came}; out: {left})",
    ),
    "members_written": Text(
        sv="Medlemmarna, att ändra för hand, ligger i {path}.",
        en="The members, to be edited by hand, are in {path}.",
    ),
    "workbook_written": Text(
        sv="Rapportens tabeller ligger i {path}.", en="The report's tables are in {path}."
    ),
    "rules_gave_way": Text(
        sv=(
            "Alla hårda regler går inte att följa samtidigt. Det här är det minsta som "
            "behöver ge vika (kostnad {cost}):"
        ),
        en="Not all hard rules can be kept. This gives way (cost {cost}, the least):",
    ),
    "see_other_ways": Text(
        sv="Andra möjligheter, och vilka regler som inte går ihop: koalition check {folder}",
        en="Other ways, and which rules stand against each other: koalition check {folder}",
    ),
    "other_season": Text(
        sv="Förslaget hör till en annan säsong: {stated}, inte {computed}.",
        en="The proposal belongs to another season: {stated}, not {computed}.",
    ),
    "agrees": Text(sv="Förslaget stämmer med säsongen.", en="The proposal agrees with its season."),
    "unchecked": Text(
        sv=(
            "Det här kunde inte kontrolleras, eftersom tilläggspaketen saknar en formel för "
            "verify: {keys}. Det som står om dem togs som det står."
        ),
        en=(
            "Could not be recomputed, since the packages that add them bring no formula for "
            "verify: {keys}. What is stated of them was taken as it stands."
        ),
    ),
    "differs": Text(
        sv="{place}: i förslaget står {stated}, men uträkningen gav {computed}.",
        en="{place}: states {stated}, computed {computed}.",
    ),
    "not_json": Text(sv="{path} är inte JSON ({reason}).", en="{path} is not JSON ({reason})."),
    "file_trouble": Text(
        sv="{path} går inte att läsa eller skriva: {reason}.",
        en="{path} can't be read or written: {reason}.",
    ),
    "store_failed": Text(
        sv="Det som sparas mellan körningar går inte att läsa eller skriva: {reason}.",
        en="What is kept between runs can't be read or written: {reason}.",
    ),
    "explain_placed": Text(
        sv="{name} har en plats i {coalition}.", en="{name} has a seat in {coalition}."
    ),
    "evidence_words": Text(
        sv="Egna ord: ”{passage}” (delar med frågan: {words})",
        en="Own words: “{passage}” (shared with the question: {words})",
    ),
    "evidence_meaning": Text(
        sv="Egna ord: ”{passage}” (samma innehåll med andra ord)",
        en="Own words: “{passage}” (alike in meaning, not in words)",
    ),
    "explain_reserve": Text(
        sv="Närmast på tur för platsen: {name} (F sjunker med {loss}).",
        en="Next in line for the seat: {name} (F falls by {loss}).",
    ),
    "explain_forced": Text(
        sv=(
            "Om {name} får plats i {coalition} och allt annat räknas om blir F {loss} lägre. "
            "Då blir de här utan plats: {leavers}."
        ),
        en=(
            "With {name} in {coalition} and everything solved anew, F falls by {loss}. Left "
            "without a place: {leavers}."
        ),
    ),
    "explain_forced_higher": Text(
        sv=(
            "Om {name} får plats i {coalition} och allt annat räknas om blir F {loss} högre, "
            "men bara för att regler ger vika. Då blir de här utan plats: {leavers}."
        ),
        en=(
            "With {name} in {coalition} and everything solved anew, F rises by {loss}, but "
            "only because rules give way. Left without a place: {leavers}."
        ),
    ),
    "explain_not_proven": Text(
        sv="Det är inte bevisat: det kan finnas koalitioner med {name} som ger ett högre F.",
        en="This is not proven: there may be coalitions with {name} in that give a higher F.",
    ),
    "explain_gives_way": Text(sv="Då ger den här regeln vika: {rule}", en="Gives way then: {rule}"),
    "explain_no_opening": Text(
        sv="Ingen av de enskilda ändringar som prövades gav {name} en plats.",
        en="No single change that was tried let {name} in.",
    ),
    "explain_openings": Text(
        sv="Var och en av de här ändringarna hade räckt för att ge {name} en plats:",
        en="Any one of these changes would have let {name} in:",
    ),
    "stage_openings": Text(sv="Prövar enskilda ändringar", en="Trying single changes"),
    "explain_nobody": Text(sv="ingen", en="nobody"),
    "forced_nowhere": Text(
        sv="Inga koalitioner kunde bildas med aktören.",
        en="No coalitions with the actor could be formed.",
    ),
    "explain_blocked": Text(
        sv="Regler som står i vägen: {rules}.", en="Rules that stand in the way: {rules}."
    ),
    "forced_pinned": Text(
        sv="Aktören är låst till {challenge}, och dess kapacitet räcker inte till fler.",
        en="The actor is pinned to {challenge}, and its capacity allows no more.",
    ),
    "forced_banned": Text(
        sv="En regel stänger ute aktören från {challenge}.",
        en="A rule bans the actor from {challenge}.",
    ),
    "run_locked": Text(
        sv="En annan körning arbetar i {path}. Vänta tills den är klar.",
        en="Another run is working in {path}. Wait until it has ended.",
    ),
    "run_done": Text(
        sv=(
            "Säsongen ligger i {path}: {coalitions:# koalition|# koalitioner}, {seats:# "
            "plats|# platser}."
        ),
        en=(
            "The season is in {path}: {coalitions:# coalition|# coalitions}, {seats:# seat|# "
            "seats}."
        ),
    ),
    "demo_try": Text(
        sv="Säsongens filer ligger i {folder}: ändra dem och kör koalition propose {named}",
        en="The season's files are in {folder}: change them and run koalition propose {named}",
    ),
}
