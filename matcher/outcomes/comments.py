"""Members' own words for the organiser: without names, and only from groups large enough."""

from collections.abc import Iterable, Sequence

from matcher.outcomes.protection import choose_shown
from models.discretion import Discretion
from models.outcomes import Answer
from models.seasons import Season


def find_comments(
    season: Season, coalitions: Sequence[str], answers: Iterable[Answer]
) -> tuple[tuple[str | None, tuple[str, ...]], ...]:
    """Give the comments by coalition; None stands for all coalitions with too few answers.

    Addresses, telephone numbers and the names of all actors are left out. The comments
    stand in alphabetical order, which tells nothing of who wrote them.

    Parameters
    ----------
    coalitions : sequence of str
        The ids, in the order wanted.
    """
    given = [answer for answer in answers if answer.is_given]
    asked = [frozenset(a.actor_id for a in given if a.coalition == id_) for id_ in coalitions]
    whole, shown = choose_shown(asked)
    if not whole:
        return ()
    discretion = Discretion(season.actors)
    homes = {id_: id_ if own else None for id_, own in zip(coalitions, shown, strict=True)}
    found: dict[str | None, list[str]] = {}
    for answer in given:
        if tidy := discretion.tidy(answer.comment):
            found.setdefault(homes[answer.coalition], []).append(tidy)
    order = (*coalitions, None)
    return tuple((home, tuple(sorted(found[home]))) for home in order if home in found)
