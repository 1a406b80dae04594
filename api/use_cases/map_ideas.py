"""Map the ideas and needs of coalitions."""

from api.use_cases.call import Call
from api.use_cases.names import choose_coalitions
from api.use_cases.use_case import UseCase
from models.errors import BadRequest
from models.frozen import Frozen
from models.idea_maps import Idea, IdeaMap
from models.proposals import Proposal
from models.text import Text


class Cards(Frozen):
    """Of which coalition, or of all; with what was written in one coalition's meeting."""

    proposal: Proposal
    coalition: str | None = None
    ideas: tuple[Idea, ...] = ()


def map_ideas(call: Call, given: Cards) -> tuple[IdeaMap, ...]:
    """Map what members need, offer and think of by theme, and who could help whom.

    Raises
    ------
    NotFound
        `coalition_not_found`.
    BadRequest
        `ideas_of_which`: cards that were written, and several coalitions.
    ModelMissing, Cancelled
        As their names say.
    """
    from matcher.ideas.compose import draw_idea_map

    chosen = choose_coalitions(given.proposal.memberships, given.coalition)
    if given.ideas and len(chosen) > 1:
        known = ", ".join(each.id for each in chosen)
        raise BadRequest("ideas_of_which", known=known, field="coalition")
    embedder = call.words.open_embedder()
    return tuple(
        draw_idea_map(call.season, each, given.ideas, embedder, call.progress) for each in chosen
    )


MAP_IDEAS = UseCase(
    action="ideas.map",
    input=Cards,
    run=map_ideas,
    title=Text(sv="Rita idé- och behovskartan", en="Draw the map of ideas and needs"),
    description=Text(
        sv="Ordnar det som medlemmar behöver, erbjuder och tänker på, och vem som kan hjälpa vem.",
        en="Sorts what members need, offer and think of, and who could help whom.",
    ),
    position=33,
)
