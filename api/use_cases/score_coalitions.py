"""Score coalitions that were made by hand, and make the proposal of them."""

from collections import Counter

from pydantic import Field

from api.use_cases.call import Call
from api.use_cases.compare_proposals import compare
from api.use_cases.names import missing_actor, missing_challenge
from api.use_cases.use_case import UseCase
from models.comparisons import Comparison
from models.discretion import Discretion
from models.errors import Fault, InputError
from models.frozen import Frozen
from models.proposals import Proposal
from models.scores import CoalitionMembers, ScoreSheet
from models.text import Text
from models.viewers import sees_all
from models.wording import sentence_case


class Given(Frozen):
    """Coalitions of known challenges and actors; their ids are free where no proposal is made.

    `against` is the proposal that they were made from, which agrees with the season; with it
    or with `is_proposal` the proposal that they make is given, too.
    """

    coalitions: tuple[CoalitionMembers, ...] = Field(min_length=1)
    against: Proposal | None = None
    is_proposal: bool = False


class Scored(Frozen):
    """The scores, the proposal that the coalitions make, and what became of the former one."""

    sheet: ScoreSheet
    proposal: Proposal | None = None
    comparison: Comparison | None = None


def score_coalitions(call: Call, given: Given) -> Scored:
    """Score coalitions by the season's criteria and rules.

    Raises
    ------
    InputError
        With every unknown or doubled name; where a proposal is made, also with every
        coalition that the season does not have, and every actor that may not be there.
    ModelMissing, Cancelled
        As their names say.
    """
    from matcher import score
    from matcher.core.settings import Options, settings_of
    from matcher.edit import compose_edit

    season = call.season
    _insist_on_names(call, given)
    reading = call.read_words()
    sheet = _show(call, score(season, reading, given.coalitions))
    if given.against is None and not given.is_proposal:
        return Scored(sheet=sheet)
    settings = given.against.settings if given.against else settings_of(season, Options())
    made = compose_edit(season, reading, given.coalitions, settings, call.progress)
    comparison = compare(given.against, made) if given.against else None
    return Scored(sheet=sheet, proposal=made, comparison=comparison)


def _show(call: Call, sheet: ScoreSheet) -> ScoreSheet:
    """Leave out of the broken rules whom the viewer may not hear of."""
    if sees_all(call.viewer):
        return sheet
    from matcher.glossary import read_glossary

    discretion = Discretion.towards(call.viewer, call.season.actors)
    name_rule = read_glossary().rule_of
    return sheet.evolve(
        coalitions=tuple(
            each.evolve(
                violations=tuple(
                    discretion.tidy_conflict(
                        broken, broken.coalition, sentence_case(name_rule(broken.rule))
                    )
                    for broken in each.violations
                )
            )
            for each in sheet.coalitions
        )
    )


def _insist_on_names(call: Call, given: Given) -> None:
    """Find every unknown or doubled name."""
    season = call.season
    faults: list[Fault] = []
    ids = Counter[str]()
    for c, coalition in enumerate(given.coalitions):
        way = f"coalitions.{c}"
        ids[coalition.id] += 1
        if ids[coalition.id] > 1:
            faults.append(Fault.given(f"{way}.id", coalition.id, "coalition_twice"))
        challenge = coalition.challenge_id
        if challenge not in season.challenge_index:
            missing = missing_challenge(season, challenge, f"{way}.challenge_id")
            faults.append(Fault.of(missing, challenge))
        seen: set[str] = set()
        for m, member in enumerate(coalition.members):
            place = f"{way}.members.{m}"
            if member in seen:
                faults.append(Fault.given(place, member, "member_twice"))
            elif member not in season.actor_index:
                faults.append(Fault.of(missing_actor(season, member, place), member))
            seen.add(member)
    if faults:
        raise InputError(tuple(faults))


SCORE_COALITIONS = UseCase(
    action="coalitions.score",
    input=Given,
    run=score_coalitions,
    title=Text(sv="Poängsätt koalitioner", en="Score coalitions"),
    description=Text(
        sv="Poängsätter koalitioner som gjorts för hand, och gör förslaget av dem.",
        en="Scores coalitions that were made by hand, and makes the proposal of them.",
    ),
    position=6,
)
