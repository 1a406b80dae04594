"""Reserves: whether each can take its seat, what F loses by it, and whether it is the best."""

from collections.abc import Iterator, Mapping

import numpy as np

from matcher.verify.case import Case
from matcher.verify.coalitions import Judged
from matcher.verify.difference import MACHINES, ROUNDING, Difference, difference
from matcher.verify.replacements import Replacements, after_replacing
from models.proposals import Coalition


def check_reserves(
    case: Case, s: int, stated: Coalition, judged: Mapping[int, Judged], found: Replacements
) -> Iterator[Difference]:
    """Judge a coalition's reserves, and whoever is left out of them."""
    index, members = case.table.season.actor_index, case.seats.members[s]
    objective = case.objective([each.total for each in judged.values()])
    leavers = [index[reserve.for_] for reserve in stated.reserves]
    if leavers != sorted(set(leavers)) or not set(leavers) <= set(members):
        yield difference("reserves", [r.for_ for r in stated.reserves], "one a member, in order")
        return
    losses = dict.fromkeys(members, np.inf)
    for r, reserve in enumerate(stated.reserves):
        leaver, comer = index[reserve.for_], index[reserve.actor_id]
        losses[leaver] = reserve.loss
        if not found.may_be_able[members.index(leaver), comer]:
            yield difference(f"reserves.{r}.actor_id", reserve.actor_id, "can't take the seat")
        elif not case.unchecked.rules:
            least, most = after_replacing(case, s, judged, leaver, comer)
            low, high = objective - most, objective - least
            if not low - ROUNDING <= reserve.loss <= high + ROUNDING:
                known = round(low, 6) if low == high else f"{low:.6f} to {high:.6f}"
                yield difference(f"reserves.{r}.loss", reserve.loss, known)
    margin = ROUNDING + leeway(case, s)
    for i, leaver in enumerate(members):
        objectives = np.where(found.able[i], found.objectives[i], -np.inf)
        best = int(objectives.argmax())
        if losses[leaver] > objective - objectives[best] + margin:
            name, other = (case.table.season.actors[a].id for a in (leaver, best))
            yield difference(f"reserves for {name}", losses[leaver], other)


def leeway(case: Case, s: int) -> float:
    """Give by how much F of other members may differ on the machine that made the proposal."""
    if case.table.words is None or case.table.is_exact:
        return 0.0
    n, weights = len(case.seats.members[s]), case.settings.weights
    shares = {key: case.share(key) for key in weights}
    worded = shares.get("coverage", 0.0) + shares.get("complementarity", 0.0)
    return MACHINES * (shares.get("relevance", 0.0) / n + 2 * worded)
