"""Messages: why weak fits have a seat all the same, and what would mend a conflict."""

from models.text import Text

MESSAGES: dict[str, Text] = {
    "report_weak_relevance": Text(
        sv="Relevans {relevance}; koalitionens medelvärde är {mean}.",
        en="Relevance {relevance}; the coalition's mean is {mean}.",
    ),
    "report_weak_pinned": Text(
        sv="En regel låser den till koalitionen.", en="A rule pins it to the coalition."
    ),
    "report_weak_strengths": Text(
        sv="Den bidrar mer än en genomsnittlig medlem till {criteria}:",
        en="It gives more than the average member to {criteria}:",
    ),
    "report_weak_no_strengths": Text(
        sv="Den bidrar inte mer än en genomsnittlig medlem till något kriterium.",
        en="It gives no criterion more than the average member does.",
    ),
    "report_weak_replaced": Text(
        sv="Den bästa ersättaren, {reserve} (relevans {relevance}), sänker F med {loss}.",
        en="The best replacement, {reserve} (relevance {relevance}), lowers F by {loss}.",
    ),
    "report_weak_irreplaceable": Text(
        sv="Ingen annan kan ta platsen utan att en regel bryts.",
        en="Nobody else can take the seat without breaking a rule.",
    ),
    "report_weak_what_now": Text(sv="Vad du kan göra:", en="What you can do:"),
    "report_weak_ask": Text(
        sv="Fråga om intresset först. Annars tar {reserve} platsen.",
        en="Ask about its interest first. Otherwise {reserve} takes the seat.",
    ),
    "report_weak_ask_alone": Text(
        sv=(
            "Fråga om intresset först. Annars kan du utestänga {actor} från {coalition}, köra "
            "igen och se vilken regel som får ge vika."
        ),
        en=(
            "Ask about its interest first. Otherwise ban {actor} from {coalition}, run again "
            "and see which rule gives way."
        ),
    ),
    "report_weak_unpin": Text(
        sv="Fråga om intresset först, eller ta bort låsningen och kör igen.",
        en="Ask about its interest first, or remove the pin and run again.",
    ),
    "report_conflicts_in": Text(
        sv="Regler som fick ge vika i {title}", en="Rules that gave way in {title}"
    ),
    "report_by_how_much": Text(sv="Hur mycket", en="By how much"),
    "report_short_by": Text(sv="{n} för få", en="{n} too few"),
    "report_over_by": Text(sv="{n} för många", en="{n} too many"),
    "report_what_would_mend": Text(sv="Vad som skulle hjälpa", en="What would mend it"),
    "report_mend_other": Text(
        sv="Bjud in fler organisationer, eller mildra regeln.",
        en="Bring in more organisations, or soften the rule.",
    ),
}
