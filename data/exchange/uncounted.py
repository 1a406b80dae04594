"""Columns that only criteria of later versions judge: filled in, but not counted yet."""

from collections.abc import Collection

from data.exchange.findings import Findings
from models.seasons import Season


def warn_uncounted(
    season: Season,
    criteria: Collection[str],
    stated: Collection[str],
    files: tuple[str, str],
    findings: Findings,
) -> None:
    """Note each filled column whose criterion this version does not have.

    Parameters
    ----------
    criteria : collection of str
        The criteria that this version has.
    stated : collection of str
        Criteria whose weights season.toml states, of which it has been told already.
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
