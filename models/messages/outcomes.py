"""Messages: the form after the meetings, the summary of the answers, and closing a season."""

from models.text import Text

MESSAGES: dict[str, Text] = {
    # the form
    "sheet_answers": Text(sv="svar", en="answers"),
    "sheet_questions": Text(sv="frågor", en="questions"),
    "question_widened": Text(
        sv="Har koalitionen vidgat ert nätverk? Svara ja eller nej.",
        en="Has the coalition widened your network? Answer yes or no.",
    ),
    "question_new_contacts": Text(
        sv="Hur många nya kontakter fick ni? Skriv ett tal; 0 om ingen.",
        en="How many new contacts did you make? Write a number; 0 if none.",
    ),
    "question_sectors": Text(
        sv=(
            "Från vilka sektorer är de? Offentlig sektor, näringsliv, idéburen sektor eller "
            "akademi, med semikolon mellan."
        ),
        en=(
            "From which sectors are they? public, private, civil society, academia, with "
            "semicolons between."
        ),
    ),
    "question_will_collaborate": Text(
        sv="Kommer ni att utveckla samarbete med någon av dem? Svara ja eller nej.",
        en="Will you develop collaboration with any of them? Answer yes or no.",
    ),
    "question_partners": Text(
        sv="Med vilka? Skriv namn eller id, med semikolon mellan.",
        en="With whom? Write names or ids, with semicolons between.",
    ),
    "question_comment": Text(
        sv="Vad vill ni mer säga? Bara arrangören läser det, utan namn.",
        en="What else would you like to say? Only the organiser reads it, without names.",
    ),
    "outcomes_form_written": Text(
        sv="Formuläret ligger i {path}, med {rows:# rad|# rader}, en för varje medlem. Frågorna:",
        en="The form is in {path}, with {rows:# row|# rows}, one for each member. The questions:",
    ),
    "outcomes_form_hidden": Text(
        sv=(
            "Formuläret nämner {count:# organisation som är dold|# organisationer som är "
            "dolda} för andra. Skicka frågorna till medlemmarna, inte formuläret."
        ),
        en=(
            "The form names {count:# organisation that is|# organisations that are} hidden "
            "from others. Send the members the questions, not the form."
        ),
    ),
    # the summary in the terminal
    "outcomes_line_answers": Text(
        sv="{title}: {answers} av {members} har svarat ({rate}).",
        en="{title}: {answers} of {members} have answered ({rate}).",
    ),
    "outcomes_line_few": Text(
        sv=(
            "{title}: {members:# medlem|# medlemmar}; visas inte, så att inget enskilt svar "
            "kan räknas ut."
        ),
        en="{title}: {members:# member|# members}; not shown, so that no answer can be traced.",
    ),
    "outcomes_line_share": Text(
        sv="  {name}: {share} ({low}–{high}); 2020: {then}",
        en="  {name}: {share} ({low}–{high}); 2020: {then}",
    ),
    "outcomes_line_contacts": Text(
        sv="  Nya kontakter: i genomsnitt {mean} ({low}–{high}), median {median}",
        en="  New contacts: mean {mean} ({low}–{high}), median {median}",
    ),
    "outcomes_line_forecast": Text(
        sv="  Förväntade nya kontakter som blev av: {share} ({part} av {predicted})",
        en="  Predicted new contacts that came true: {share} ({part} of {predicted})",
    ),
    "outcomes_line_pairs": Text(
        sv="  Förväntade nya par där någon nämner den andra: {share} ({part} av {predicted})",
        en="  Predicted new pairs in which one named the other: {share} ({part} of {predicted})",
    ),
    "outcomes_written": Text(
        sv="Sammanställningen ligger i {path}.", en="The summary is in {path}."
    ),
    "outcomes_page_written": Text(sv="Sidan ligger i {path}.", en="The page is in {path}."),
    "earlier_is_this": Text(
        sv=(
            "Bland de tidigare finns en sammanställning av samma förslag ({season}). "
            "Skillnaden mellan två skulle visa vilka som har svarat däremellan: ta bort den."
        ),
        en=(
            "Among the earlier ones is a summary of the same proposal ({season}). The "
            "difference of two would show who answered in between: leave it out."
        ),
    ),
    # what is learned
    "learn_needs_threes": Text(
        sv="Ange tre för varje säsong: mappen, proposal.json och svaren, inte {count}.",
        en="Give three for each season: the folder, proposal.json and the answers, not {count}.",
    ),
    "learn_material": Text(
        sv=(
            "Underlag: {seasons:# säsong|# säsonger}, {coalitions:# koalition|# koalitioner}, "
            "{pairs} par, varav {named} nämnda."
        ),
        en=(
            "Material: {seasons:# season|# seasons}, {coalitions:# coalition|# coalitions}, "
            "{pairs:# pair|# pairs}, of which {named} named."
        ),
    ),
    "learn_too_little": Text(
        sv=(
            "Underlaget är för litet: det behövs svar från {coalitions} koalitioner, och "
            "{pairs} par vardera av nämnda och inte nämnda."
        ),
        en=(
            "That is too little to learn from: answers from {coalitions} coalitions are "
            "needed, and {pairs} pairs each of those named and not named."
        ),
    ),
    "learn_loss": Text(
        sv="{name}: modellen {model}, en konstant {constant}; vinst {gain} ({low} till {high})",
        en="{name}: the model {model}, a constant {constant}; gain {gain} ({low} to {high})",
    ),
    "learn_log_loss": Text(sv="Logaritmisk förlust", en="Log loss"),
    "learn_brier": Text(sv="Brierpoäng", en="Brier score"),
    "learn_auc": Text(
        sv="Yta under kurvan (AUC): modellen {auc}, en konstant {half}",
        en="Area under the curve (AUC): the model {auc}, a constant {half}",
    ),
    "learn_beats": Text(
        sv="Modellen slår en konstant på koalitioner som den inte har sett. Inget använder den.",
        en="The model beats a constant on coalitions that it has not seen. Nothing uses it.",
    ),
    "learn_does_not_beat": Text(
        sv="Modellen slår inte en konstant: vinstens intervall når ned till noll. Använd den inte.",
        en="The model does not beat a constant: the gain's interval reaches zero. Do not use it.",
    ),
    # closing a season
    "plan_missing": Text(
        sv="Ingen mötesplan gäller {coalition}. Ange planer för alla koalitioner, eller ingen.",
        en="No meeting plan is for {coalition}. Give plans of all coalitions, or none.",
    ),
    "plan_of_others": Text(
        sv="Mötesplanen för {coalition} placerar {name}, som inte hör till säsongen.",
        en="The meeting plan of {coalition} seats {name}, who is not of this season.",
    ),
    "close_written": Text(sv="Nästa säsong ligger i {path}.", en="The next season is in {path}."),
    "close_ties": Text(
        sv="{ties:# relation|# relationer}, varav {new_ties} nya och {stronger_ties} starkare.",
        en="{ties:# tie|# ties}, of which {new_ties} new and {stronger_ties} stronger.",
    ),
    "close_counts": Text(
        sv=(
            "{passed_over:# organisation blev|# organisationer blev} utan plats ännu en "
            "säsong; {reset} räknas åter från 0."
        ),
        en=(
            "{passed_over:# organisation was|# organisations were} passed over another "
            "season; {reset} count from 0 again."
        ),
    ),
    "close_next": Text(
        sv="Ge den nya säsongen namn och år i {path}, och byt utmaningar, önskemål och tider.",
        en="Give the new season its name and year in {path}; change challenges, wishes and slots.",
    ),
}
