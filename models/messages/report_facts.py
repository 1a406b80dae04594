"""Messages: the rules, leftovers, certificate and reading help of a report."""

from models.text import Text

MESSAGES: dict[str, Text] = {
    "report_conflicts": Text(sv="Regler som fick ge vika", en="Rules that gave way"),
    "report_conflicts_note": Text(
        sv=(
            "Alla hårda regler gick inte att följa samtidigt. Det här är det minsta som "
            "behövde ge vika."
        ),
        en="The hard rules can't all hold. This is the smallest relaxation.",
    ),
    "report_penalties": Text(sv="Avdrag för mjuka regler", en="Deductions for soft rules"),
    "report_rule": Text(sv="Regel", en="Rule"),
    "report_what_gave": Text(sv="Vad som gav vika", en="What gave way"),
    "report_asked": Text(sv="Krav", en="Asked"),
    "report_given": Text(sv="Utfall", en="Given"),
    "report_deduction": Text(sv="Avdrag", en="Deduction"),
    "report_unplaced": Text(sv="Organisationer utan plats", en="Organisations without a place"),
    "report_unplaced_reason": Text(sv="Skäl", en="Reason"),
    "report_unplaced_banned": Text(sv="Utestängda", en="Banned"),
    "report_unplaced_no_capacity": Text(
        sv="Ingen kapacitet den här säsongen",
        en="No capacity this season",
    ),
    "report_unplaced_outside": Text(sv="Utanför radien", en="Outside the radius"),
    "report_unplaced_others_fit": Text(
        sv="Platserna gav mer med andra",
        en="The seats gave more with others",
    ),
    "report_unplaced_rules": Text(sv="Hindrade av regler", en="Kept out by rules"),
    "report_unplaced_other": Text(sv="Andra skäl", en="Other reasons"),
    "report_rule_everywhere": Text(sv="alla koalitioner", en="every coalition"),
    "report_rule_of_actor": Text(sv="{rule}: {actor} ({where})", en="{rule}: {actor} ({where})"),
    "report_certificate": Text(sv="Bevis", en="Certificate"),
    "report_certificate_note": Text(
        sv="Den övre gränsen gäller varje möjligt val av medlemmar till de här platserna.",
        en="The upper bound holds for every possible choice of members for these seats.",
    ),
    "report_outcome": Text(sv="Resultat", en="Outcome"),
    "report_settings": Text(sv="Inställningar", en="Settings"),
    "report_objective": Text(sv="Totalpoäng F", en="Objective F"),
    "report_bound": Text(sv="Bevisad övre gräns", en="Proven upper bound"),
    "report_gap": Text(sv="Avstånd till gränsen, högst", en="Gap to the bound, at most"),
    "report_status": Text(sv="Läge", en="Status"),
    "report_status_optimal": Text(sv="bevisat bäst", en="proven optimal"),
    "report_status_feasible": Text(
        sv="alla regler följs; övre gräns bevisad",
        en="all rules hold; upper bound proven",
    ),
    "report_status_relaxed": Text(
        sv="någon regel fick ge vika: alla kunde inte följas",
        en="relaxed: the rules could not all hold",
    ),
    "report_ended_by": Text(sv="Räkningen slutade för att", en="The work ended because"),
    "report_ended_by_optimal": Text(sv="det bästa var bevisat", en="the best was proven"),
    "report_ended_by_work": Text(
        sv="det tillåtna arbetet var utfört",
        en="the allowed work was done",
    ),
    "report_ended_by_time": Text(sv="tiden tog slut", en="time ran out"),
    "report_ended_by_cancel": Text(sv="någon avbröt", en="someone cancelled"),
    "report_solver": Text(sv="Optimeringsprogram", en="Solver"),
    "report_seconds": Text(sv="Sekunder", en="Seconds"),
    "report_created": Text(sv="Skapat", en="Created"),
    "report_seed": Text(sv="Startvärde för slumpen", en="Seed"),
    "report_effort": Text(sv="Arbete", en="Effort"),
    "report_effort_quick": Text(sv="snabbt", en="quick"),
    "report_effort_normal": Text(sv="normalt", en="normal"),
    "report_effort_thorough": Text(sv="grundligt", en="thorough"),
    "report_time_limit": Text(sv="Tidsgräns (sekunder)", en="Safety stop (seconds)"),
    "report_balance": Text(sv="Balans", en="Balance"),
    "report_only_challenge": Text(sv="Bara utmaningen", en="Only the challenge"),
    "report_command_rule": Text(sv="Angivet vid körningen", en="Given with the command"),
    "report_model": Text(sv="Språkmodell", en="Language model"),
    "report_input_hash": Text(sv="Indatas kontrollsumma (SHA-256)", en="Input hash (SHA-256)"),
    "report_content_hash": Text(
        sv="Förslagets kontrollsumma (SHA-256)",
        en="Proposal's hash (SHA-256)",
    ),
    "report_reading": Text(sv="Så läser du rapporten", en="How to read this"),
    "report_weight": Text(sv="Vikt", en="Weight"),
    "report_weights_caption": Text(
        sv="Vad som räknas, och hur mycket",
        en="What counts, and how much",
    ),
    "report_reading_scores": Text(sv="Poäng.", en="Scores."),
    "report_reading_scores_text": Text(
        sv=(
            "Varje kriterium ger 0 till 1, där 1 är bäst. Det sammanvägda värdet är medelvärdet "
            "med vikterna i tabellen, minus eventuella avdrag för mjuka regler. Förslagets "
            "totalpoäng F väger ihop koalitionernas medelvärde med den svagaste koalitionen; "
            "balansen {balance} säger hur mycket den svagaste räknas."
        ),
        en=(
            "Each criterion gives 0 to 1, where 1 is best. The combined value is their mean with "
            "the weights in the table, less any deductions for soft rules. The proposal's "
            "objective F joins the coalitions' mean with the weakest coalition; the balance "
            "{balance} says how much the weakest counts."
        ),
    ),
    "report_reading_relevance": Text(sv="Relevans.", en="Relevance."),
    "report_reading_relevance_text": Text(
        sv=(
            "En språkmodell läser organisationernas egna ord och jämför dem med utmaningen. Talet"
            " hjälper omdömet men ersätter det inte."
        ),
        en=(
            "A language model reads the organisations' own words and compares them with the "
            "challenge. The number supports judgement and does not replace it."
        ),
    ),
    "report_reading_contacts": Text(sv="Nya kontakter.", en="New contacts."),
    "report_reading_contacts_text": Text(
        sv=(
            "Så många i koalitionen kommer från en annan sektor och saknar känd relation till "
            "organisationen."
        ),
        en=(
            "So many in the coalition come from another sector and have no known tie to the "
            "organisation."
        ),
    ),
    "report_reading_reasons": Text(sv="Skäl.", en="Reasons."),
    "report_reading_reasons_text": Text(
        sv=(
            "Under varje medlem står vad den bidrar med. Bidragen från alla medlemmar blir "
            "tillsammans koalitionens sammanvägda poäng före avdrag."
        ),
        en=(
            "Below each member stands what it contributes. The contributions of all members add "
            "up to the coalition's combined score before deductions."
        ),
    ),
    "report_reading_2020": Text(sv="2020.", en="2020."),
    "report_reading_2020_text": Text(
        sv=(
            "Den första koalitionen, hösten 2020, hade 18 medlemmar. Dess sektorsmångfald "
            "({diversity}) och geografiska spridning ({spread}) går att räkna ut i efterhand; de "
            "andra kriterierna går inte."
        ),
        en=(
            "The first coalition, autumn 2020, had 18 members. Its sector diversity ({diversity})"
            " and geographic spread ({spread}) can be computed in hindsight; the other criteria "
            "can't."
        ),
    ),
    "report_reading_private": Text(sv="Delning.", en="Sharing."),
    "report_reading_private_text": Text(
        sv=(
            "Rapporten är arrangörens. Den kan nämna organisationer som valt att vara dolda för "
            "andra; de är märkta."
        ),
        en=(
            "The report is the organiser's. It may name organisations that chose to be hidden "
            "from others; they are marked."
        ),
    ),
    "report_map_source": Text(
        sv="Kartans gränser: Valmyndigheten via okfse/sweden-geojson, förenklade.",
        en=(
            "The map's borders: the Swedish Election Authority by way of okfse/sweden-geojson, "
            "simplified."
        ),
    ),
}
