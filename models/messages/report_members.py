"""Messages: the members' edition of the report."""

from models.text import Text

MESSAGES: dict[str, Text] = {
    "members_document_title": Text(sv="{season}: koalitionerna", en="{season}: the coalitions"),
    "members_kicker": Text(sv="Till er som är med", en="For you who take part"),
    "members_heading": Text(
        sv="De som är med, med egna ord", en="Who is in it, in their own words"
    ),
    "members_why_all": Text(
        sv=(
            "Ni hör ihop eftersom ni alla skriver om det som frågan gäller, ser den från "
            "{sectors} i {areas}, och {new} av {pairs} inte har någon känd relation sedan tidigare."
        ),
        en=(
            "You belong together since all of you write about what the question is about, see it "
            "from {sectors} in {areas}, and {new} of {pairs} have no known tie from before."
        ),
    ),
    "members_why_most": Text(
        sv=(
            "Ni hör ihop eftersom de flesta av er skriver om det som frågan gäller, ni ser den "
            "från {sectors} i {areas}, och {new} av {pairs} inte har någon känd relation sedan "
            "tidigare."
        ),
        en=(
            "You belong together since most of you write about what the question is about, you see "
            "it from {sectors} in {areas}, and {new} of {pairs} have no known tie from before."
        ),
    ),
    "members_why_some": Text(
        sv=(
            "Ni hör ihop eftersom ni ser frågan från {sectors} i {areas}, och {new} av {pairs} "
            "inte har någon känd relation sedan tidigare."
        ),
        en=(
            "You belong together since you see the question from {sectors} in {areas}, and {new} "
            "of {pairs} have no known tie from before."
        ),
    ),
    "members_whole_country": Text(sv="hela landet", en="the whole country"),
    "members_offers": Text(sv="Erbjuder:", en="Offers:"),
    "members_seeks": Text(sv="Söker:", en="Seeks:"),
    "members_contacts": Text(
        sv="{n:# ny kontakt|# nya kontakter} i andra sektorer",
        en="{n:# new contact|# new contacts} in other sectors",
    ),
    "members_unnamed": Text(
        sv="Dessutom {n:en organisation|# organisationer} som inte nämns vid namn.",
        en="And {n:one more organisation that is|# more organisations that are} not named.",
    ),
    "members_words_note": Text(
        sv=(
            "Texterna är organisationernas egna; adresser och telefonnummer är borttagna. "
            "En ny kontakt är en medlem från en annan sektor utan känd relation."
        ),
        en=(
            "The texts are the organisations’ own; addresses and telephone numbers are left out. "
            "A new contact is a member from another sector without a known tie."
        ),
    ),
}
