"""Whether a proposal speaks of what its season has."""

from collections.abc import Iterable, Iterator

from matcher.verify.criteria.registry import FORMULAS
from matcher.verify.difference import Difference, difference
from matcher.verify.seats import slots_of
from models.proposals import Coalition, Proposal
from models.rules import Rule
from models.seasons import HEAVIEST, LARGEST_SEED, Effort, Season


def check_settings(
    season: Season, proposal: Proposal, unchecked: frozenset[str]
) -> list[Difference]:
    """Find settings that name what the season lacks.

    Parameters
    ----------
    unchecked : frozenset of str
        Criteria of installed packages that bring no formula.
    """
    settings, found = proposal.settings, []
    wanted = settings.challenge
    if wanted is not None and wanted not in season.challenge_index:
        found.append(difference("settings.challenge", wanted, "unknown"))
    for key, weight in settings.weights.items():
        formula = FORMULAS.get(key)
        if weight > HEAVIEST:
            found.append(difference(f"settings.weights.{key}", weight, f"at most {HEAVIEST:g}"))
        if formula is None and key not in unchecked:
            found.append(difference(f"settings.weights.{key}", "unknown", list(FORMULAS)))
        elif formula is not None and not formula.has_data(season):
            found.append(difference(f"settings.weights.{key}", "in use", "nothing to judge"))
    if settings.effort not in list(Effort):
        found.append(difference("settings.effort", settings.effort, list(map(str, Effort))))
    if proposal.seed != settings.seed:
        found.append(difference("seed", proposal.seed, settings.seed))
    if settings.seed > LARGEST_SEED:
        found.append(difference("settings.seed", "too large", f"at most {LARGEST_SEED}"))
    for r, rule in enumerate(settings.rules):
        found += _check_rule(season, rule, f"settings.rules.{r}")
    if settings.keep is not None:
        homes = {slot.id: slot.challenge.id for slot in slots_of(season)}
        for c, kept in enumerate(settings.keep.coalitions):
            place = f"settings.keep.coalitions.{c}"
            if homes.get(kept.id) != kept.challenge_id:
                found.append(difference(f"{place}.id", kept.id, "unknown"))
            unknown = [actor for actor in kept.members if actor not in season.actor_index]
            if unknown or len(set(kept.members)) < len(kept.members):
                found.append(difference(f"{place}.members", unknown or "twice", "the season's"))
        if len({kept.id for kept in settings.keep.coalitions}) < len(settings.keep.coalitions):
            found.append(difference("settings.keep.coalitions", "twice", "each once"))
    return found


def check_ids(season: Season, coalitions: Iterable[Coalition]) -> Iterator[Difference]:
    """Find challenges and actors that the season does not have."""
    for c, coalition in enumerate(coalitions):
        if coalition.challenge_id not in season.challenge_index:
            yield difference(f"coalitions.{c}.challenge_id", coalition.challenge_id, "unknown")
        for m, member in enumerate(coalition.members):
            if member.actor_id not in season.actor_index:
                place = f"coalitions.{c}.members.{m}.actor_id"
                yield difference(place, member.actor_id, "unknown")
        for r, reserve in enumerate(coalition.reserves):
            for key, actor in (("actor_id", reserve.actor_id), ("for", reserve.for_)):
                if actor not in season.actor_index:
                    yield difference(f"coalitions.{c}.reserves.{r}.{key}", actor, "unknown")


def _check_rule(season: Season, rule: Rule, place: str) -> Iterator[Difference]:
    """Find what keeps a stated rule from being a pin or a ban of this season."""
    homes = {slot.id: slot.challenge.id for slot in slots_of(season)}
    names = [key.name for key in rule.keys]
    if rule.kind not in ("pin", "ban") or rule.strength is not None or names != ["actor"]:
        yield difference(place, rule.kind, "a pin or a ban of an actor")
        return
    if rule.get("actor") not in season.actor_index:
        yield difference(f"{place}.actor", rule.get("actor"), "unknown")
    if rule.challenge is not None and rule.challenge not in season.challenge_index:
        yield difference(f"{place}.challenge", rule.challenge, "unknown")
    if rule.coalition is not None and homes.get(rule.coalition) != rule.challenge:
        yield difference(f"{place}.coalition", rule.coalition, "unknown")
