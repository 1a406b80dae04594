"""A season's problem as flat arrays, for the compiled search."""

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from matcher.constraints.kind import Applied
from matcher.constraints.rows import ContactRow, CountRow
from matcher.constraints.size import SIZE
from matcher.core.arrays import Bools, Floats, Ints
from matcher.core.offers import Offers, OffersTable
from matcher.core.pool import Pool
from matcher.core.problem import Problem
from matcher.criteria.shapes.attendance import Attendance
from matcher.criteria.shapes.cover import Cover
from matcher.criteria.shapes.help import Help
from matcher.criteria.shapes.linear import Linear
from matcher.criteria.shapes.spread import Spread
from matcher.criteria.shapes.strangers import Strangers
from matcher.criteria.shapes.variety import Variety
from matcher.criteria.term import NOTHING_TO_JUDGE
from matcher.optimise.seats import Seats

MISSED_UNIT = 10.0
"""Price in F of a unit by which a hard rule that counts as a price is missed."""
FAR = 1 << 20
"""A count that no coalition reaches."""

Bytes = NDArray[np.int8]


class Tables(NamedTuple):
    """What does not change while a search runs; axis S the slots, A the actors.

    Attributes
    ----------
    sizes : (S,) ints; formed : int, how many are not 0, at least 1
    balance : float
    worth : (S, A) floats, what a member adds to T by itself
    constant : (S,) floats, what T has whoever is in
    labels : (V, A) ints, label sets
    variety : (S, T) ints, a row of `labels` or -1
    variety_gain, variety_scale : (S, T) floats; T gains gain · min(1, (n² − Σ count²) / scale)
    sites : (D, A) ints; distances : (D, P, P) floats between sites
    spread_gain, spread_scale : (S, D) floats; T gains gain · min(1, Σ distances / scale)
    tie_start, tie_to : the ties by actor, compressed
    tie_gain : (S,) floats, lost for each ordered pair that is tied
    facets : (S,) ints, how many a slot has to cover; facet_fits : (S, A, F) floats; facet_gain :
        (S, F) floats, what T gains for the best fit to a facet
    offers : (A, A) floats; seeks : (A,) bools; help_gain : (S,) floats, what T gains for the
        mean over those who seek
    can_come : (A, T) int8, who can come to which time; counted : int, how many of the times count;
        time_gain : (S,) floats, what T gains for each member at each of the best times
    sectors : (A,) ints
    marks : (U, A) int8, the distinct marks of counted rows
    touch_start, touch : which marks are not zero, by actor, compressed
    least, most : (S, U) ints, of the rows that must hold throughout
    contact_least, contact_units : (S, C) ints; contact_price : (S, C) floats; contact_most :
        (S,) ints, the largest of `contact_least`
    rule_start : (S + 1,), way_start, row_start, rule_units, rule_price, row_mark, row_least,
        row_most : the rules that have a price, compressed slot → rule → way → row
    capacity : (A,) ints; allowed, held : (S, A) bools
    sibling_start, sibling : slots of the same challenge, by slot, compressed
    overlaps : (R, S, A) bools; overlap_least, overlap_most : (R,) ints
    """

    sizes: Ints
    formed: int
    balance: float
    worth: Floats
    constant: Floats
    labels: Ints
    variety: Ints
    variety_gain: Floats
    variety_scale: Floats
    sites: Ints
    distances: Floats
    spread_gain: Floats
    spread_scale: Floats
    tie_start: Ints
    tie_to: Ints
    tie_gain: Floats
    facets: Ints
    facet_fits: Floats
    facet_gain: Floats
    offers: Floats
    seeks: Bools
    help_gain: Floats
    can_come: Bytes
    counted: int
    time_gain: Floats
    sectors: Ints
    marks: Bytes
    touch_start: Ints
    touch: Ints
    least: Ints
    most: Ints
    contact_least: Ints
    contact_units: Ints
    contact_price: Floats
    contact_most: Ints
    rule_start: Ints
    way_start: Ints
    row_start: Ints
    rule_units: Ints
    rule_price: Floats
    row_mark: Ints
    row_least: Ints
    row_most: Ints
    capacity: Ints
    allowed: Bools
    held: Bools
    sibling_start: Ints
    sibling: Ints
    overlaps: Bools
    overlap_least: Ints
    overlap_most: Ints


def tabulate(problem: Problem, seats: Seats) -> Tables:
    """Flatten a problem whose seats are settled."""
    pool, count = problem.pool, len(problem.slots)
    terms, marks, priced = _Terms(problem, seats), _Marks(pool), _Priced()
    least, most, contacts = [], [], []
    for s, slot in enumerate(problem.slots):
        low: dict[int, int] = {}
        high: dict[int, int] = {}
        asked: list[tuple[int, int, float]] = []
        held = [] if not seats.sizes[s] else list(zip(slot.rules, seats.give_ups[s], strict=True))
        for rule, units in held:
            if rule.rule.kind == SIZE:
                continue  # a replacement leaves it as it is
            if rule.is_lazy:
                asked += [(row.least, units, MISSED_UNIT * count) for row in rule.contacts]
            elif units or len(rule.ways) > 1:
                priced.add(rule, units, MISSED_UNIT * count, marks)
            else:
                for row in rule.counts:
                    u = marks.number(row)
                    if row.least is not None:
                        low[u] = max(low.get(u, -FAR), row.least)
                    if row.most is not None:
                        high[u] = min(high.get(u, FAR), row.most)
        for rule in slot.soft if seats.sizes[s] else ():
            price = problem.price(rule, seats.sizes[s])
            if rule.is_lazy:
                asked += [(row.least, 0, price) for row in rule.contacts]
            else:
                priced.add(rule, 0, price, marks)
        priced.close()
        least.append(low)
        most.append(high)
        contacts.append(asked)
    touched = marks.stacked != 0
    width = max(1, *(len(asked) for asked in contacts)) if contacts else 1
    asked_rows = np.zeros((count, width, 3))
    for s, asked in enumerate(contacts):
        for k, triple in enumerate(asked):
            asked_rows[s, k] = triple
    allowed = np.array([slot.allowed for slot in problem.slots]).reshape(count, pool.size)
    held_seats = np.zeros((count, pool.size), dtype=bool)
    for a, group in problem.pins:
        held_seats[list(group), a] = True
    beside = {s: [u for u in group if u != s] for group in problem.siblings for s in group}
    return Tables(
        sizes=np.array(seats.sizes, dtype=np.int64),
        formed=max(1, sum(size > 0 for size in seats.sizes)),
        balance=float(problem.balance),
        **terms.arrays,
        tie_start=pool.tied.indptr.astype(np.int64),
        tie_to=pool.tied.indices.astype(np.int64),
        sectors=pool.sectors,
        marks=marks.stacked,
        touch_start=np.r_[0, np.cumsum(touched.sum(axis=0))].astype(np.int64),
        touch=np.nonzero(touched.T)[1].astype(np.int64),
        least=_limits(least, len(marks.stacked), -FAR),
        most=_limits(most, len(marks.stacked), FAR),
        contact_least=asked_rows[:, :, 0].astype(np.int64),
        contact_units=asked_rows[:, :, 1].astype(np.int64),
        contact_price=asked_rows[:, :, 2].copy(),
        contact_most=asked_rows[:, :, 0].max(axis=1, initial=0).astype(np.int64),
        **priced.arrays,
        capacity=np.minimum(pool.capacity, count),
        allowed=allowed & (pool.capacity > 0),
        held=held_seats,
        sibling_start=np.cumsum([0, *(len(beside[s]) for s in range(count))], dtype=np.int64),
        sibling=np.array([u for s in range(count) for u in beside[s]], dtype=np.int64),
        overlaps=np.array([o.marks for o in problem.overlaps], dtype=bool).reshape(
            -1, count, pool.size
        ),
        overlap_least=np.array([o.least for o in problem.overlaps], dtype=np.int64),
        overlap_most=np.array([o.most for o in problem.overlaps], dtype=np.int64),
    )


def _limits(stated: list[dict[int, int]], width: int, default: int) -> Ints:
    limits = np.full((len(stated), width), default, dtype=np.int64)
    for s, limit in enumerate(stated):
        for u, value in limit.items():
            limits[s, u] = value
    return limits


class _Terms:
    """The criteria's terms, slot by slot."""

    def __init__(self, problem: Problem, seats: Seats) -> None:
        pool, count = problem.pool, len(problem.slots)
        self.worth = np.zeros((count, pool.size))
        self.constant, self.tie_gain = np.zeros(count), np.zeros(count)
        self.help_gain, self.time_gain = np.zeros(count), np.zeros(count)
        self.covers: list[list[tuple[Floats, float]]] = [[] for _ in range(count)]
        self.offers: Offers = OffersTable(np.zeros((0, 0)))
        self.seeks = np.zeros(pool.size, dtype=bool)
        self.can_come, self.counted = np.zeros((pool.size, 0), dtype=bool), 0
        self.label_sets: list[Ints] = []
        self.site_sets: list[tuple[object, Ints, Floats]] = []
        varieties: list[list[tuple[int, float, float]]] = [[] for _ in range(count)]
        spreads: list[dict[int, tuple[float, float]]] = [{} for _ in range(count)]
        for s, slot in enumerate(problem.slots):
            n = seats.sizes[s]
            for key, term in ((k, t) for k, ts in slot.terms.items() for t in ts):
                share = problem.share_of(key, term)
                if n == 0:
                    continue
                if isinstance(term, Linear):
                    self.worth[s] += share * term.values / n
                elif isinstance(term, Cover):
                    facets = term.fits.shape[1]
                    self.covers[s] += [(fits, share / facets) for fits in term.fits.T]
                elif isinstance(term, Help):
                    if self.offers.size and self.offers is not term.offers:
                        raise TypeError("the search knows one table of offers")
                    self.offers, self.seeks = term.offers, term.seeks
                    self.help_gain[s] += share
                elif isinstance(term, Attendance):
                    if self.counted and self.can_come is not term.can_come:
                        raise TypeError("the search knows one table of times")
                    self.can_come, self.counted = term.can_come, term.counted
                    self.time_gain[s] += share / (n * term.counted)
                elif n < 2:
                    self.constant[s] += share * NOTHING_TO_JUDGE
                elif isinstance(term, Variety):
                    if term.kinds > 1:
                        scale = n**2 * term.largest(n)
                        varieties[s].append((self._label_set(term.labels), share, scale))
                elif isinstance(term, Spread):
                    d = self._site_set(pool, term)
                    gain, scale = spreads[s].get(d, (0.0, 0.0))
                    spreads[s][d] = (gain + share, n * (n - 1) * term.reference)
                elif isinstance(term, Strangers):
                    self.constant[s] += share
                    self.tie_gain[s] += share / (n * (n - 1))
                else:
                    raise TypeError(f"the search knows no {type(term).__name__}")
        width = max(1, *(len(v) for v in varieties)) if varieties else 1
        self.variety = np.full((count, width), -1, dtype=np.int64)
        self.variety_numbers = np.ones((2, count, width))
        for s, each in enumerate(varieties):
            for k, (row, gain, scale) in enumerate(each):
                self.variety[s, k] = row
                self.variety_numbers[:, s, k] = gain, scale
        self.spread_numbers = np.zeros((2, count, len(self.site_sets)))
        self.spread_numbers[1] = 1.0
        for s, kept in enumerate(spreads):
            for d, numbers in kept.items():
                self.spread_numbers[:, s, d] = numbers

    @property
    def arrays(self) -> dict[str, Any]:
        """Give the arrays by their names in `Tables`."""
        actors = self.worth.shape[1]
        largest = max((len(far) for _, _, far in self.site_sets), default=0)
        distances = np.zeros((len(self.site_sets), largest, largest))
        for d, (_, _, far) in enumerate(self.site_sets):
            distances[d, : len(far), : len(far)] = far
        facets = np.array([len(each) for each in self.covers], dtype=np.int64)
        facet_fits = np.zeros((len(facets), actors, facets.max(initial=0)))
        facet_gain = np.zeros((len(facets), facets.max(initial=0)))
        for s, each in enumerate(self.covers):
            for f, (fits, gain) in enumerate(each):
                facet_fits[s, :, f], facet_gain[s, f] = fits, gain
        return {
            "worth": self.worth,
            "constant": self.constant,
            "labels": np.array(self.label_sets, dtype=np.int64).reshape(-1, actors),
            "variety": self.variety,
            "variety_gain": self.variety_numbers[0].copy(),
            "variety_scale": self.variety_numbers[1].copy(),
            "sites": np.array([s for _, s, _ in self.site_sets], dtype=np.int64).reshape(
                -1, actors
            ),
            "distances": distances,
            "spread_gain": self.spread_numbers[0].copy(),
            "spread_scale": self.spread_numbers[1].copy(),
            "tie_gain": self.tie_gain,
            "facets": facets,
            "facet_fits": facet_fits,
            "facet_gain": facet_gain,
            "offers": np.ascontiguousarray(self.offers.table),
            "seeks": self.seeks,
            "help_gain": self.help_gain,
            "can_come": self.can_come.astype(np.int8),
            "counted": self.counted,
            "time_gain": self.time_gain,
        }

    def _label_set(self, labels: Ints) -> int:
        for v, known in enumerate(self.label_sets):
            if known is labels:
                return v
        self.label_sets.append(labels)
        return len(self.label_sets) - 1

    def _site_set(self, pool: Pool, term: Spread) -> int:
        """Number the distances; actors at one point share a site."""
        for d, (known, _, _) in enumerate(self.site_sets):
            if known == term.distances:
                return d
        if term.distances == pool.distances_km:
            _, first, sites = np.unique(pool.points, axis=0, return_index=True, return_inverse=True)
        else:
            first = sites = np.arange(pool.size)
        far = term.distances(first)[:, first]
        self.site_sets.append((term.distances, sites.reshape(-1).astype(np.int64), far))
        return len(self.site_sets) - 1


class _Marks:
    """The distinct marks of counted rows."""

    def __init__(self, pool: Pool) -> None:
        self.numbers: dict[bytes, int] = {}
        self.rows: list[Bytes] = []
        self.size = pool.size

    def number(self, row: CountRow) -> int:
        marks = row.marks.astype(np.int8)
        key = marks.tobytes()
        if key not in self.numbers:
            self.numbers[key] = len(self.rows)
            self.rows.append(marks)
        return self.numbers[key]

    @property
    def stacked(self) -> Bytes:
        return np.array(self.rows, dtype=np.int8).reshape(-1, self.size)


class _Priced:
    """The rules that have a price, compressed slot → rule → way → row."""

    def __init__(self) -> None:
        self.rule_start, self.way_start, self.row_start = [0], [0], [0]
        self.rules: list[tuple[int, float]] = []
        self.rows: list[tuple[int, int, int]] = []

    def add(self, rule: Applied, units: int, price: float, marks: _Marks) -> None:
        for way in rule.ways:
            for row in way:
                if isinstance(row, ContactRow):
                    raise TypeError("new contacts are counted apart")
                low = -FAR if row.least is None else row.least
                high = FAR if row.most is None else row.most
                self.rows.append((marks.number(row), low, high))
            self.row_start.append(len(self.rows))
        self.way_start.append(len(self.row_start) - 1)
        self.rules.append((units, price))

    def close(self) -> None:
        """End a slot."""
        self.rule_start.append(len(self.rules))

    @property
    def arrays(self) -> dict[str, Any]:
        """Give the arrays by their names in `Tables`."""
        rows = np.array(self.rows, dtype=np.int64).reshape(-1, 3)
        return {
            "rule_start": np.array(self.rule_start, dtype=np.int64),
            "way_start": np.array(self.way_start, dtype=np.int64),
            "row_start": np.array(self.row_start, dtype=np.int64),
            "rule_units": np.array([units for units, _ in self.rules], dtype=np.int64),
            "rule_price": np.array([price for _, price in self.rules], dtype=np.float64),
            "row_mark": rows[:, 0].copy(),
            "row_least": rows[:, 1].copy(),
            "row_most": rows[:, 2].copy(),
        }
