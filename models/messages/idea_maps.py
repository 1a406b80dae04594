"""Messages: the idea and need map of a coalition."""

from models.text import Text

MESSAGES: dict[str, Text] = {
    "column_ideas_actor": Text(
        sv="Vem som skrev kortet: en medlems id eller exakta namn. Tomt: hela gruppen.",
        en="Who wrote the card: a member's id or exact name. Empty: the whole group.",
    ),
    "column_ideas_kind": Text(
        sv="need, offer eller idea, på svenska behov, erbjudande, idé. Tomt: en idé.",
        en="need, offer or idea, in Swedish behov, erbjudande, idé. Empty: an idea.",
    ),
    "column_ideas_text": Text(
        sv="Vad som står på kortet, på valfritt språk.", en="What the card says, in any language."
    ),
    "idea_of_no_member": Text(
        sv="Aktören är ingen medlem i koalitionen: nämn en medlem, eller lämna cellen tom.",
        en="The actor is no member of the coalition: name a member, or leave the cell empty.",
    ),
    "ideas_of_which": Text(
        sv="Korten hör till en koalition: säg vilken. Det finns {known}.",
        en="The cards belong to one coalition: say which. There are {known}.",
    ),
    "ideas_head": Text(
        sv="{title}: {cards:# kort|# kort}, {themes:# tema|# teman}, {pairs:# par|# par}",
        en="{title}: {cards:# card|# cards}, {themes:# theme|# themes}, {pairs:# pair|# pairs}",
    ),
    "ideas_card": Text(
        sv="   {number}. {kind}, {who}: {text}", en="   {number}. {kind}, {who}: {text}"
    ),
    "ideas_others": Text(sv="Övriga, som inget annat kort liknar", en="Others, like no other card"),
    "ideas_pairs": Text(sv="Vem som kan hjälpa vem", en="Who could help whom"),
    "ideas_pair": Text(
        sv="   {fit} {helper} erbjuder ”{offer}”, {seeker} söker ”{need}”",
        en="   {fit} {helper} offers “{offer}”, {seeker} seeks “{need}”",
    ),
    "ideas_no_pairs": Text(
        sv="Inget som en medlem erbjuder passar tillräckligt väl till det som en annan söker.",
        en="Nothing that a member offers fits well enough what another one seeks.",
    ),
    "ideas_unpaired": Text(
        sv="Ännu utan par: {names}. Fråga dem på mötet.",
        en="Not in a pair yet: {names}. Ask them in the meeting.",
    ),
    "ideas_hidden": Text(sv="en organisation", en="an organisation"),
    "ideas_group": Text(sv="gruppen", en="the group"),
    "ideas_written": Text(sv="Kartan ligger i {path}.", en="The map is in {path}."),
    "ideas_table_written": Text(sv="Tabellen ligger i {path}.", en="The table is in {path}."),
    "ideas_document_title": Text(sv="Karta över idéer och behov", en="Map of ideas and needs"),
    "ideas_lede": Text(
        sv=(
            "Det som medlemmarna söker och erbjuder och de idéer som de har skrivit, ordnat efter "
            "vad det handlar om. Kort som ligger i samma fält talar om samma sak."
        ),
        en=(
            "What the members seek and offer and the ideas that they have written, arranged by "
            "what it is about. Cards in the same field speak of the same thing."
        ),
    ),
    "ideas_skip": Text(sv="Till tabellen", en="To the table"),
    "ideas_legend": Text(sv="Kortens slag", en="Kinds of cards"),
    "ideas_line": Text(
        sv="En linje går från ett erbjudande till det behov som det kan möta.",
        en="A line leads from an offer to the need that it could meet.",
    ),
    "ideas_picture_title": Text(
        sv="Korten för {title}, efter tema", en="The cards of {title}, by theme"
    ),
    "ideas_picture_description": Text(
        sv="{cards} kort. {themes} Samma kort står i tabellen nedanför.",
        en="{cards} cards. {themes} The same cards stand in the table below.",
    ),
    "ideas_theme_count": Text(sv="{label}: {count}.", en="{label}: {count}."),
    "ideas_table": Text(sv="Korten", en="The cards"),
    "ideas_theme": Text(sv="Tema", en="Theme"),
    "ideas_number": Text(sv="Nr", en="No."),
    "ideas_kind": Text(sv="Slag", en="Kind"),
    "ideas_who": Text(sv="Vem", en="Who"),
    "ideas_says": Text(sv="Vad kortet säger", en="What the card says"),
    "ideas_fit": Text(sv="Passning", en="Fit"),
    "ideas_offers": Text(sv="Erbjuder", en="Offers"),
    "ideas_seeks": Text(sv="Söker", en="Seeks"),
    "ideas_coalition": Text(sv="Koalition", en="Coalition"),
    "ideas_fits": Text(sv="Passar med", en="Fits with"),
    "ideas_pairs_note": Text(
        sv=(
            "Passningen går från 0 till 1 och säger hur nära ett erbjudande ligger ett behov i "
            "ord och mening. Den säger inget om vilja eller tid: paren är förslag på samtal."
        ),
        en=(
            "The fit goes from 0 to 1 and says how near an offer is to a need in words and "
            "meaning. It says nothing of will or time: the pairs are proposals for a talk."
        ),
    ),
    "ideas_hidden_note": Text(
        sv="Kort från en organisation som inte vill synas står utan namn och är inte med i paren.",
        en="Cards of an organisation that is not to be shown stand without a name and in no pair.",
    ),
}
