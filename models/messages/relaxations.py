"""Messages: which rules stand against each other, and what else could give way."""

from models.text import Text

MESSAGES: dict[str, Text] = {
    "core_title": Text(
        sv="De här reglerna kan inte följas samtidigt; utan en av dem går de andra ihop:",
        en="These rules can't all be kept; without any one of them the others can:",
    ),
    "core_of_one": Text(
        sv="Den här regeln går inte att följa ens ensam:",
        en="This rule can't be kept even by itself:",
    ),
    "alternative_title": Text(
        sv="Ett annat sätt, nummer {number} (kostnad {cost}):",
        en="Another way {number} (cost {cost}):",
    ),
    "rule_not_judged": Text(
        sv=(
            "Regeln {rule} kan prövas först när texterna har lästs: kör koalition propose, så "
            "prövar check den sedan."
        ),
        en=(
            "The rule {rule} is judged only when the texts have been read: run koalition "
            "propose, and check can judge it from then on."
        ),
    ),
}
