"""New contacts of every member, in the models and in the search.

They are about pairs of members, of which there are too many: their rows enter where a
solution misses them, and only a model in which every actor stands alone counts seats by them.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pulp

from matcher.constraints.kind import Applied
from matcher.constraints.rows import ContactRow
from matcher.core.arrays import Floats, Ints
from matcher.core.pool import Pool
from matcher.optimise.coefficients import Coefficients
from matcher.optimise.compiling import inner
from matcher.optimise.kernel import Ground, Kernel
from matcher.optimise.many_coalitions import renumber
from matcher.optimise.model import LinearRow, Model, SlotSolution
from matcher.optimise.row_kind import Claim, RowKind, give_way
from matcher.optimise.ties import compress, is_tied

if TYPE_CHECKING:
    from matcher.optimise.seat_model import SeatModel


def _floors(rule: Applied) -> list[int]:
    """Give how many new contacts each of a rule's rows asks for."""
    return [row.least for way in rule.ways_of(ContactRow) for row in way]


def seat(model: "SeatModel", s: int, r: int, rule: Applied) -> pulp.LpAffineExpression:
    """Let every actor who is in meet so many; give what they give way by in all."""
    slack = pulp.LpAffineExpression()
    pool = model.problem.pool
    owner = {int(model.demand.cells.examples[d]): model.taken[d] for d in model.by_slot[s]}
    for i, least in enumerate(_floors(rule)):
        for actor, taken in owner.items():
            new = np.flatnonzero(pool.is_new(np.array([actor]))[0])
            met = pulp.lpSum(owner[b] for b in new.tolist())
            if model.may_yield(rule):
                missing = model.add(f"missing_{s}_{r}_0_{i}_{actor}", 0, least)
                slack, met = slack + missing, met + missing
            model.model += met >= least * taken
    return slack


def add(model: Model, s: int, name: str, rule: Applied, units: int | None) -> None:
    """Add nothing: the rows enter as they are missed."""


def cut(
    model: Model, s: int, name: str, rule: Applied, units: int | None, point: SlotSolution
) -> None:
    """Add the rows of members who meet too few new contacts."""
    x, support = point.x, point.support
    for least in _floors(rule):
        new = model.problem.pool.is_new(support).astype(float)
        short = least * x[support] - new @ x
        for i, a in enumerate(support.tolist()):
            missing = f"missed_{name}_{a}"
            is_short = short[i] > point.others.get(missing, 0.0) + point.tolerance
            if is_short and ("contacts", name, a) not in model.seen:
                model.seen[("contacts", name, a)] = None
                slack = {}
                if units != 0:
                    most = least if units is None else min(units, least)
                    model.boxes[missing] = (0.0, float(most))
                    slack = {missing: -1.0}
                    give_way(model, s, name, missing, rule, units)
                model.rows.append(
                    LinearRow({s: _met(model.problem.pool, a, least)}, slack, high=0.0)
                )


def _met(pool: Pool, actor: int, least: int) -> Coefficients:
    """Ask so many of an actor's new contacts: all of other sectors, but for those it is tied to."""
    own = pool.sectors[actor]
    tied = pool.tied[[actor]].indices
    others = np.append(tied[pool.sectors[tied] != own], actor)
    others.sort()
    return Coefficients(
        actors=others,
        values=np.where(others == actor, float(least), 1.0),
        kinds=pool.sectors,
        levels=-(np.arange(int(pool.sectors.max()) + 1) != own).astype(float),
    )


class ContactPart(NamedTuple):
    """What contacts are asked for, and what the members have.

    Attributes
    ----------
    start, to : the ties by actor, compressed; sectors : (A,) ints
    least, units : (S, C) ints; price : (S, C) floats; largest : (S,) ints, the largest `least`
    known : (S, A) ints, ties to members of other sectors; in_sector : (S, 4) ints
    fewest : (S,) ints, contacts of the member with the fewest
    """

    start: Ints
    to: Ints
    sectors: Ints
    least: Ints
    units: Ints
    price: Floats
    largest: Ints
    known: Ints
    in_sector: Ints
    fewest: Ints


def tabulate(ground: Ground, held: Sequence[Sequence[Claim]]) -> ContactPart:
    """List what each slot's rules ask for."""
    asked = [
        [(least, claim.units, claim.price) for claim in claims for least in _floors(claim.rule)]
        for claims in held
    ]
    width = max(1, *(len(each) for each in asked)) if asked else 1
    rows = np.zeros((len(held), width, 3))
    for s, each in enumerate(asked):
        for k, triple in enumerate(each):
            rows[s, k] = triple
    sectors = ground.pool.sectors
    start, to = compress(ground.pool.tied)
    return ContactPart(
        start=start,
        to=to,
        sectors=sectors,
        least=rows[:, :, 0].astype(np.int64),
        units=rows[:, :, 1].astype(np.int64),
        price=rows[:, :, 2].copy(),
        largest=rows[:, :, 0].max(axis=1, initial=0).astype(np.int64),
        known=np.zeros((len(held), ground.pool.size), dtype=np.int64),
        in_sector=np.zeros((len(held), int(sectors.max(initial=0)) + 1), dtype=np.int64),
        fewest=np.zeros(len(held), dtype=np.int64),
    )


@inner()
def clear(p, at, s, a):  # type: ignore[no-untyped-def]
    """Empty a slot."""
    p.known[s] = 0
    p.in_sector[s] = 0


@inner()
def enter(p, at, s, a):  # type: ignore[no-untyped-def]
    """Count an actor in."""
    for k in range(p.start[a], p.start[a + 1]):
        if p.sectors[a] != p.sectors[p.to[k]]:
            p.known[s, p.to[k]] += 1
    p.in_sector[s, p.sectors[a]] += 1


@inner()
def leave(p, at, s, a):  # type: ignore[no-untyped-def]
    """Count an actor out."""
    for k in range(p.start[a], p.start[a + 1]):
        if p.sectors[a] != p.sectors[p.to[k]]:
            p.known[s, p.to[k]] -= 1
    p.in_sector[s, p.sectors[a]] -= 1


@inner()
def settle(p, at, s, a):  # type: ignore[no-untyped-def]
    """Note the fewest contacts."""
    p.fewest[s] = at.sizes[s]
    for k in range(at.sizes[s]):
        p.fewest[s] = min(p.fewest[s], _contacts(p, at, s, at.seat[s, k]))


@inner(forceinline=True)
def _contacts(p, at, s, a):  # type: ignore[no-untyped-def]
    """Count the members of a slot who would be new to an actor."""
    return at.sizes[s] - p.in_sector[s, p.sectors[a]] - p.known[s, a]


@inner(forceinline=True)
def _is_new(p, a, b):  # type: ignore[no-untyped-def]
    return p.sectors[a] != p.sectors[b] and not is_tied(p.start, p.to, a, b)


@inner()
def now(p, at, total, s, i, x):  # type: ignore[no-untyped-def]
    """Take off the price of missing contacts once x has taken i's seat, if anybody has."""
    cost = 0.0
    for c in range(p.least.shape[1]):
        least = p.least[s, c]
        if least == 0:
            continue
        missing = 0
        for k in range(at.sizes[s]):
            a = at.seat[s, k]
            if a == i:
                met = _contacts(p, at, s, x)
                if _is_new(p, x, i):
                    met -= 1
            else:
                met = _contacts(p, at, s, a)
                if i >= 0 and met <= least:  # a leaver takes one contact at most
                    met += int(_is_new(p, a, x)) - int(_is_new(p, a, i))
            missing += max(0, least - met)
        cost += p.price[s, c] * max(0, missing - p.units[s, c])
    return total - cost


@inner(forceinline=True)
def after(p, at, total, s, i, x):  # type: ignore[no-untyped-def]
    """Look only where somebody could come below, whoever leaves."""
    if p.fewest[s] <= p.largest[s] or _contacts(p, at, s, x) <= p.largest[s]:
        return now(p, at, total, s, i, x)
    return total


def miss_each(pool: Pool, row: ContactRow, members: Ints) -> Ints:
    """Give how many contacts each coalition's members miss."""
    present, own = renumber(members)
    new = pool.is_new(present, present)
    missed = np.zeros(len(members), dtype=np.int64)
    for i, one in enumerate(own):
        contacts = np.zeros(len(members), dtype=np.int64)
        for j, other in enumerate(own):
            if i != j:
                contacts += new[one, other]
        missed += np.maximum(0, row.least - contacts)
    return missed


KIND = RowKind(
    key="contacts",
    position=10,
    row=ContactRow,
    holds=lambda rule: len(rule.ways) == 1,
    seat=seat,
    add=add,
    cut=cut,
    each=miss_each,
    kernel=Kernel(
        ContactPart,
        ("known", "in_sector", "fewest"),
        tabulate,
        clear=clear,
        enter=enter,
        leave=leave,
        settle=settle,
        now=now,
        after=after,
    ),
)
