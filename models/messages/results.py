"""Messages: what became of a season: unplaced actors, weak fits, failures of the engine."""

from models.text import Text

MESSAGES: dict[str, Text] = {
    "no_solution": Text(
        sv="Inga koalitioner hittades med det arbete som är tillåtet. Höj inställningen effort.",
        en="No coalitions were found with the work that is allowed. Raise the setting effort.",
    ),
    "out_of_time": Text(
        sv="Tiden tog slut innan det fanns några koalitioner: höj time_limit_s.",
        en="The time was up before there were any coalitions: raise time_limit_s.",
    ),
    "solver_failed": Text(sv="Lösaren gav upp ({status}).", en="The solver broke down ({status})."),
    "solver_stopped": Text(
        sv="Optimeringsprogrammet slutade i förtid utan att säga varför.",
        en="The solver stopped early without saying why.",
    ),
    "solver_without_presolve": Text(sv="{solver} utan presolve", en="{solver} without presolve"),
    "solver_again": Text(
        sv=(
            "{solver} klarade inte en av modellerna. {reason} Den löstes i stället med {other}, "
            "och svaret är kontrollerat som alla andra."
        ),
        en=(
            "{solver} could not solve one of the models. {reason} It was solved with {other} "
            "instead, and the answer is checked as any other."
        ),
    ),
    "solvers_failed": Text(
        sv=(
            "Inget optimeringsprogram klarade en av modellerna. {reason} Kör koalition doctor, "
            "som prövar programmen, och annars med en annan seed eller en annan effort."
        ),
        en=(
            "No solver could solve one of the models. {reason} Run koalition doctor, which tries "
            "the solvers, or else with another seed or another effort."
        ),
    ),
    "alternatives_lost": Text(
        sv="Fler alternativ söktes inte, eftersom optimeringsprogrammet svek: {reason}",
        en="No more alternatives were sought, since the solver failed: {reason}",
    ),
    "bound_below_objective": Text(
        sv=(
            "En övre gräns blev {bound} fast {objective} redan är nått: svaret går inte att "
            "lita på, så inget förslag lämnas ut."
        ),
        en=(
            "An upper bound came out as {bound} though {objective} is reached already: the "
            "answer can't be trusted, so none is given."
        ),
    ),
    "solver_not_a_number": Text(
        sv=(
            "Optimeringsprogrammet gav ett värde som inte är ett tal: svaret går inte att lita på."
        ),
        en="The solver gave a value that is no number: the answer can't be trusted.",
    ),
    "solver_infeasible_point": Text(
        sv="Optimeringsprogrammets svar bryter mot modellen ({name}) och går inte att lita på.",
        en="The solver's answer breaks the model ({name}) and can't be trusted.",
    ),
    "solver_fractional_point": Text(
        sv=(
            "Optimeringsprogrammet gav {value} där ett heltal krävs ({name}): svaret går inte "
            "att lita på."
        ),
        en=(
            "The solver gave {value} where a whole number is asked for ({name}): the answer "
            "can't be trusted."
        ),
    ),
    "solver_wrong_objective": Text(
        sv=(
            "Optimeringsprogrammet anger {stated} men svaret är värt {found}: det går inte "
            "att lita på."
        ),
        en="The solver says {stated} but its answer is worth {found}: it can't be trusted.",
    ),
    "solver_denies_known": Text(
        sv=(
            "Optimeringsprogrammet säger att inget svar finns fast ett är känt: det går inte "
            "att lita på."
        ),
        en="The solver says that there is no answer though one is known: it can't be trusted.",
    ),
    "cbc_missing": Text(
        sv="CBC finns inte på datorn: installera det (Debian: coinor-cbc) eller välj HiGHS.",
        en="CBC is not on this machine: install it (Debian: coinor-cbc) or choose HiGHS.",
    ),
    "cancelled": Text(sv="Avbrutet.", en="Cancelled."),
    "rules_conflict": Text(
        sv="{count:# hård regel kan inte följas|# hårda regler kan inte följas samtidigt}.",
        en="{count:# hard rule can't hold|# hard rules can't hold together}.",
    ),
    "misplaced_capacity": Text(
        sv=(
            "{name} är med i {given:# koalition|# koalitioner} men kan vara med i {asked}: ta "
            "bort raden ur {coalition}."
        ),
        en=(
            "{name} is in {given:# coalition|# coalitions} but can join {asked}: remove the "
            "row from {coalition}."
        ),
    ),
    "misplaced_siblings": Text(
        sv=(
            "{name} är med i {given:# koalition|# koalitioner} för samma utmaning: ta bort "
            "raden ur {coalition}."
        ),
        en=(
            "{name} is in {given:# coalition|# coalitions} of one challenge: remove the row "
            "from {coalition}."
        ),
    ),
    "misplaced_ban": Text(
        sv="{name} är utestängd från {coalition}: ta bort raden, eller regeln i season.toml.",
        en="{name} is banned from {coalition}: remove the row, or the rule in season.toml.",
    ),
    "misplaced_pin": Text(
        sv="{name} är låst till {coalition} men inte med: lägg till raden, eller ta bort regeln.",
        en="{name} is pinned to {coalition} but not in it: add the row, or remove the rule.",
    ),
    "edit_unknown_coalition": Text(
        sv="Säsongen har ingen sådan koalition för utmaningen. Den har {known}.",
        en="The season has no such coalition of the challenge. It has {known}.",
    ),
    "unplaced_banned": Text(
        sv="Utestängd från alla utmaningar.", en="Banned from every challenge."
    ),
    "unplaced_no_capacity": Text(
        sv="Kapaciteten är 0 den här säsongen.", en="Its capacity is 0 this season."
    ),
    "unplaced_outside": Text(sv="Finns för långt bort: {rules}.", en="Too far away: {rules}."),
    "unplaced_others_fit": Text(
        sv=(
            "Platserna gav mer med andra. Närmast var {challenge}: med en plats där hade F "
            "sjunkit med {loss}."
        ),
        en=(
            "The seats gave more with others. Nearest was {challenge}: with a seat there F "
            "would have fallen by {loss}."
        ),
    ),
    "unplaced_rules": Text(
        sv="Inget enskilt byte hade gett en plats utan att bryta en regel.",
        en="No single seat could be exchanged without breaking a rule.",
    ),
    "blocked_by_rules": Text(sv="Hindrades av regler: {rules}.", en="Kept out by rules: {rules}."),
    "blocked_by_rules_too": Text(
        sv="Regler stod också i vägen: {rules}.", en="Rules stood in the way, too: {rules}."
    ),
    "blocked_in": Text(sv="{challenge}: {rules}", en="{challenge}: {rules}"),
    "blocked_by_ban": Text(sv="utestängd", en="banned"),
    "blocked_unformed": Text(
        sv="koalitionen kunde inte bildas", en="the coalition could not be formed"
    ),
    "blocked_by_capacity": Text(
        sv="kapaciteten räcker inte till fler koalitioner",
        en="its capacity allows no more coalitions",
    ),
    "blocked_by_pins": Text(sv="alla platser är låsta", en="every seat is pinned"),
}
