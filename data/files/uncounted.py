"""Columns that only criteria and rules of later versions judge: filled in, not counted yet."""

from collections.abc import Collection, Sequence

from data.files.findings import Findings
from data.files.rules import RuleCheck
from models.actors import Actor
from models.challenges import Challenge
from models.rules import Rule


def warn_uncounted(
    actors: Sequence[Actor],
    challenges: Sequence[Challenge],
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
    actors_file, challenges_file = files
    filled = {
        "wishes": (actors_file, "wishes", any(actor.wishes for actor in actors)),
        "turn": (actors_file, "passed_over", any(actor.passed_over for actor in actors)),
        "complementarity": (
            actors_file,
            "seeks",
            any(actor.seeks for actor in actors) and any(actor.offers for actor in actors),
        ),
        "availability": (actors_file, "available", any(actor.available for actor in actors)),
        "coverage": (challenges_file, "facets", any(item.facets for item in challenges)),
    }
    for criterion, (file, column, has_data) in filled.items():
        if has_data and criterion not in criteria and criterion not in stated:
            findings.warn(file, None, column, None, "column_uncounted", criterion=criterion)
    held = {
        "one_per_group": ("group", any(actor.group for actor in actors)),
        "shared_language": ("languages", any(actor.languages for actor in actors)),
    }
    for kind, (column, has_data) in held.items():
        if has_data and check_rule(Rule(kind=kind)) is not None:
            findings.warn(actors_file, None, column, None, "column_unruled", rule=kind)
