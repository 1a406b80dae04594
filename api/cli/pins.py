"""The options `--pin ACTOR=COALITION` and `--ban ACTOR[=COALITION]` as rules."""

from collections.abc import Iterable

from api.names import find_actor
from models.errors import NotFound
from models.rules import Rule, RuleKey
from models.seasons import Season


def read_rules(
    season: Season, pins: Iterable[str], bans: Iterable[str], challenge: str | None = None
) -> tuple[Rule, ...]:
    """Read the options; a coalition is `challenge/number`, or a challenge for any of its.

    Raises
    ------
    NotFound
        If an option names an actor or a coalition that the season does not have.
    """
    stated = [("pin", option) for option in pins] + [("ban", option) for option in bans]
    rules = tuple(_read(season, kind, option) for kind, option in stated)
    for rule in rules:
        if challenge is not None and rule.challenge not in (None, challenge):
            raise NotFound("challenge_not_found", name=rule.challenge, known=challenge)
    return rules


def _read(season: Season, kind: str, option: str) -> Rule:
    name, _, where = option.partition("=")
    actor = find_actor(season, name)
    coalitions = {
        f"{challenge.id}/{number}": challenge.id
        for challenge in season.challenges
        for number in range(1, challenge.coalitions + 1)
    }
    known = ", ".join([*season.challenge_index, *coalitions][:6])
    if kind == "pin" and not where:
        raise NotFound("pin_without_coalition", name=name, known=known)
    if where and where not in {*coalitions, *season.challenge_index}:
        raise NotFound("challenge_not_found", name=where, known=known)
    return Rule(
        kind=kind,
        challenge=coalitions.get(where, where or None),
        coalition=where if where in coalitions else None,
        keys=(RuleKey(name="actor", value=actor),),
    )
