"""Messages: which rules stand against each other, and what else could give way."""

from models.text import Text

MESSAGES: dict[str, Text] = {
    "core_title": Text(
        sv="De här reglerna kan inte hållas samtidigt; utan en av dem går de andra ihop:",
        en="These rules can't all be kept; without any one of them the others can:",
    ),
    "alternative_title": Text(
        sv="Annan väg {number} (ger upp {cost} i stället):",
        en="Another way {number} (gives up {cost} instead):",
    ),
    "rule_not_judged": Text(
        sv=(
            "Regeln {rule} prövas först när texterna har lästs: "
            "kör koalition propose, så kan check pröva den sedan."
        ),
        en=(
            "The rule {rule} is judged only when the texts have been read: "
            "run koalition propose, and check can judge it from then on."
        ),
    ),
}
