"""Columns that only criteria and rules of later versions judge: filled in, not counted yet."""

from collections.abc import Collection

from data.files.findings import Findings
from data.files.rules import RuleCheck
from models.rules import Rule
from models.seasons import Season


def warn_uncounted(
    season: Season,
    criteria: Collection[str],
    stated: Collection[str],
    check_rule: RuleCheck,
    files: tuple[str, str],
    findings: Findings,
) -> None:
    """Note each filled column whose criterion or unasked rule this version does not have.

    Parameters
    ----------
    criteria : collection of str
        The criteria that this version has.
    stated : collection of str
        Criteria whose weights season.toml states, of which it has been told already.
    check_rule : RuleCheck
        Knows the kinds of rules that this version has.
    files : tuple of str
        The file of the actors and that of the challenges.
    """
    actors, challenges = files
    filled = {
        "wishes": (actors, "wishes", any(actor.wishes for actor in season.actors)),
        "turn": (actors, "passed_over", any(actor.passed_over for actor in season.actors)),
        "complementarity": (
            actors,
            "seeks",
            any(actor.seeks for actor in season.actors)
            and any(actor.offers for actor in season.actors),
        ),
        "availability": (actors, "available", any(actor.available for actor in season.actors)),
        "coverage": (challenges, "facets", any(item.facets for item in season.challenges)),
    }
    for criterion, (file, column, has_data) in filled.items():
        if has_data and criterion not in criteria and criterion not in stated:
            findings.warn(file, None, column, None, "column_uncounted", criterion=criterion)
    held = {
        "one_per_group": ("group", any(actor.group for actor in season.actors)),
        "shared_language": ("languages", any(actor.languages for actor in season.actors)),
    }
    for kind, (column, has_data) in held.items():
        if has_data and check_rule(Rule(kind=kind)) is not None:
            findings.warn(actors, None, column, None, "column_unruled", rule=kind)
