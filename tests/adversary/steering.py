"""Steering after a proposal: repair, keep, swap, alternatives, trade-offs, prices, recruits."""

from collections.abc import Iterable
from random import Random

import numpy as np

from api.use_cases.advise_recruits import ADVISE_RECRUITS, Advice
from api.use_cases.open_proposal import Opened
from api.use_cases.prepare_run import RunOrder, Seat, Swap
from api.use_cases.price_rules import PRICE_RULES
from api.use_cases.propose import PROPOSE
from api.use_cases.repair_proposal import REPAIR_PROPOSAL, Declines
from api.use_cases.trade_off import TRADE_OFF, Trade
from api.use_cases.vary_proposal import VARY_PROPOSAL, Variation
from matcher.core.fits import Fits
from matcher.core.offers import OffersTable
from models.actors import Actor
from models.errors import InputError
from models.proposals import Proposal
from models.rules import Rule
from models.seasons import Effort
from models.sectors import Sector
from tests.adversary.attack import ROUNDED, Attack, expect, expect_near
from tests.adversary.oracle import Class, Members, Oracle, count_apart, count_changes
from tests.adversary.proposing import check_certificate, check_members, give_ups, tell
from tests.kit.rules import make_rule

APART = 3


def draws(attack: Attack, command: str) -> Random:
    """Give what a command draws from."""
    return Random(f"{attack.drawn.seed} {command}")


def pick(classes: Class, kept: Iterable[bool]) -> Class:
    return classes.where(np.array(list(kept), dtype=bool))


def within(settled: Class, before: Members, most: int | None) -> tuple[Class, int]:
    """Give the groupings with at most so many changes, or the fewest; and the fewest."""
    rows = range(len(settled.masks))
    changes = np.array([count_changes(before, settled.members(row)) for row in rows])
    fewest = int(changes.min())
    return settled.where(changes <= (fewest if most is None else most)), fewest


def check_repair(attack: Attack) -> None:
    """Hold the changes, which are the fewest, and then F."""
    seated = sorted({a for chosen in attack.members for a in chosen})
    if not seated:
        return
    draw = draws(attack, "repair")
    gone = [attack.season.actors[a].id for a in draw.sample(seated, min(len(seated), 2))]
    gone = gone[: draw.choice([1, 1, 2])]
    bans = [make_rule("ban", actor=actor) for actor in gone]
    declines = Declines(proposal=attack.proposal, declined=tuple(gone))
    if contradicts(attack, bans):
        expect_refusal(lambda: attack.ask(REPAIR_PROPOSAL, declines))
        return
    repaired = attack.ask(REPAIR_PROPOSAL, declines).proposal
    hold_kept(attack, repaired, bans, attack.members, None)


def check_keep(attack: Attack) -> None:
    """Hold a run that starts from the proposal, with somebody banned and so many changes."""
    draw = draws(attack, "keep")
    actor, most = draw.choice(attack.season.actors).id, draw.randint(0, 3)
    order = RunOrder(
        keep=attack.proposal,
        max_changes=most,
        bans=(Seat(actor=actor),),
        is_reproducible=True,
    )
    bans = [make_rule("ban", actor=actor)]
    if contradicts(attack, bans):
        expect_refusal(lambda: attack.ask(PROPOSE, order))
        return
    _, fewest = within(attack.oracle.settle(bans), attack.members, most)
    if fewest > most:
        expect_refusal(lambda: attack.ask(PROPOSE, order))
        return
    hold_kept(attack, attack.ask(PROPOSE, order), bans, attack.members, most)


def check_swap(attack: Attack) -> None:
    """Hold that two trade one seat each for good, and that nobody else moves who need not."""
    draw, actors = draws(attack, "swap"), attack.season.actors
    one, other = draw.sample(range(len(actors)), 2)
    homes = [[s for s, chosen in enumerate(attack.members) if a in chosen] for a in (one, other)]
    if max(map(len, homes)) > 1:
        return  # which of its seats is traded is the engine's to say
    order = RunOrder(
        keep=attack.proposal,
        swaps=(Swap(one=actors[one].id, other=actors[other].id),),
        is_reproducible=True,
    )
    if homes[0] == homes[1]:
        expect_refusal(lambda: attack.ask(PROPOSE, order))
        return
    trade = {one: other, other: one}
    swapped = tuple(tuple(sorted(trade.get(a, a) for a in m)) for m in attack.members)
    places, extra = attack.oracle.places, []
    for a, (here, there) in ((one, homes), (other, homes[::-1])):
        if not there:
            extra.append(make_rule("ban", actor=actors[a].id))
            continue
        place = places[there[0]]
        extra.append(make_rule("pin", place.challenge.id, coalition=place.id, actor=actors[a].id))
        left = {places[s].challenge.id for s in here} - {place.challenge.id}
        extra += [make_rule("ban", challenge, actor=actors[a].id) for challenge in left]
    if contradicts(attack, extra):
        expect_refusal(lambda: attack.ask(PROPOSE, order))
        return
    hold_kept(attack, attack.ask(PROPOSE, order), extra, swapped, None)


def contradicts(attack: Attack, extra: list[Rule]) -> bool:
    """Say whether pins, bans and capacities can't all hold."""
    oracle, rules = attack.oracle, [*attack.season.rules, *extra]
    pins, meant = oracle.pins(rules), dict[int, set[str]]()
    for actor, places in pins:
        if not any(oracle.allowed(oracle.places[s], rules) >> actor & 1 for s in places):
            return True
        meant.setdefault(actor, set()).add(oracle.places[places[0]].challenge.id)
        for pinned, others in pins:
            same = oracle.places[others[0]].challenge is oracle.places[places[0]].challenge
            if pinned == actor and same and not {*places} & {*others}:
                return True
    return any(len(ids) > attack.season.actors[a].capacity for a, ids in meant.items())


def expect_refusal(ask: object) -> None:
    """Insist on bad input."""
    assert callable(ask)
    try:
        ask()
    except InputError:
        return
    raise AssertionError("nothing was refused")


def hold_kept(
    attack: Attack, found: Proposal, extra: list[Rule], before: Members, most: int | None
) -> None:
    """Hold give-ups, sizes, changes and F of a run that started from given members."""
    settled = attack.oracle.settle(extra)
    expect("conflicts", tell(attack, found.conflicts), give_ups(attack, settled))
    members = attack.read(found.memberships)
    expect("sizes", tuple(map(len, members)), settled.sizes)
    kept, fewest = within(settled, before, most)
    changes = count_changes(before, members)
    assert found.settings.keep is not None
    expect("changes allowed", found.settings.keep.max_changes, fewest if most is None else most)
    if changes > (fewest if most is None else most):
        raise AssertionError(f"changes: got {changes}, of {most}, fewest {fewest}")
    check_certificate(attack, found.certificate, kept)
    check_members(attack, members, kept)


def check_alternatives(attack: Attack) -> None:
    """Hold that each is the best that is at least three members from all before it."""
    count = 3
    others = attack.ask(VARY_PROPOSAL, Variation(proposal=attack.proposal, count=count))
    settled, given = attack.settled, [attack.members]
    for number in range(count):
        rows = range(len(settled.masks))
        far = pick(
            settled,
            (
                all(count_apart(attack.oracle, settled.members(r), m) >= APART for m in given)
                for r in rows
            ),
        )
        if not len(far.masks):
            expect("how many alternatives", len(others), number)
            return
        if number == len(others):
            raise AssertionError(f"only {number} alternatives; next {attack.write(far.first())}")
        other = others[number]
        members = tuple(
            next(
                (
                    tuple(sorted(attack.oracle.index(m.actor_id) for m in c.members))
                    for c in other.coalitions
                    if c.id == place.id
                ),
                (),
            )
            for place in attack.oracle.places
        )
        for before in given:
            apart = count_apart(attack.oracle, members, before)
            if apart < APART:
                raise AssertionError(f"alternative {number + 1} is {apart} apart")
        check_certificate(attack, other.certificate, far)
        check_members(attack, members, far)
        given.append(members)


def check_pareto(attack: Attack) -> None:
    """Hold the ends of the front, and that nothing is better than any of its points."""
    keys = sorted(attack.proposal.settings.weights)
    if len(keys) < 2 or not attack.proposal.coalitions:
        return
    one, other = draws(attack, "pareto").sample(keys, 2)
    settled, oracle = attack.settled, attack.oracle
    every = set()
    for row in range(len(settled.masks)):
        pairs = zip(oracle.places, settled.members(row), strict=True)
        scores = [oracle.scores(place, chosen) for place, chosen in pairs if chosen]
        means = (
            round(sum(score[key] for score in scores) / len(scores), 12) for key in (one, other)
        )
        every.add(tuple(means))
    front = attack.ask(TRADE_OFF, Trade(proposal=attack.proposal, criteria=(one, other)))
    told = [(point.values[one], point.values[other]) for point in front]
    for point in told:
        better = [
            each
            for each in every
            if min(each[0] - point[0], each[1] - point[1]) > -ROUNDED
            and max(each[0] - point[0], each[1] - point[1]) > 1e-4
        ]
        if better and attack.season.effort is Effort.THOROUGH:
            raise AssertionError(f"{one}, {other}: {point} is dominated by {better[0]}")
    if attack.season.effort is Effort.THOROUGH:
        ends = max(every), max(each[::-1] for each in every)[::-1]
        for got, wanted in zip((told[0], told[-1]), ends, strict=True):
            for k in range(2):
                expect_near(f"end of {one}, {other}", got[k], wanted[k], 1e-4)


def check_prices(attack: Attack) -> None:
    """Hold what F gains with one unit more of each hard rule given up, at the same sizes."""
    oracle, proposal = attack.oracle, attack.proposal
    prices = attack.ask(PRICE_RULES, Opened(proposal=proposal))
    sizes = tuple(map(len, attack.members))
    names = [(s, rule) for s, p in enumerate(oracle.places) for rule in p.rules.hard]
    given = [
        oracle.missed(oracle.places[s], rule, attack.members[s]) if attack.members[s] else 0
        for s, rule in names
    ]
    found = [
        (oracle.places[s].id, rule.kind, round(gain, 5))
        for k, (s, rule) in enumerate(names)
        if sizes[s] and rule.kind != "size"
        for gain in [_gain(attack, k, names, given, sizes)]
        if gain is not None
    ]
    told = [(p.coalition, p.rule, round(p.gain, 5)) for p in prices if p.proven]
    wanted = sorted(found)
    for each in told:
        near = [w for w in wanted if w[:2] == each[:2] and abs(w[2] - each[2]) < 3e-5]
        if not near:
            own = [w for w in wanted if w[:2] == each[:2]]
            raise AssertionError(f"price: got {each}, wanted {own}")
    if attack.season.effort is Effort.THOROUGH and len(told) < len(prices):
        raise AssertionError(f"{len(prices) - len(told)} prices are not proven")


def _gain(
    attack: Attack,
    loose: int,
    names: list[tuple[int, Rule]],
    given: list[int],
    sizes: tuple[int, ...],
) -> float | None:
    allowed = [units + (k == loose) for k, units in enumerate(given)]
    found = attack.oracle.keeping(sizes, names, allowed)
    if found is None:
        return None
    return float(found.worth.max()) - attack.proposal.certificate.objective


def check_recruits(attack: Attack) -> None:
    """Hold that no invented kind of actor would lift a coalition more than the first told."""
    advice = attack.ask(ADVISE_RECRUITS, Advice(proposal=attack.proposal, count=1))
    places = {actor.place.municipality: actor.place for actor in attack.season.actors}
    pins = attack.oracle.pins(attack.season.rules)
    for coalition in attack.proposal.coalitions:
        s = next(s for s, p in enumerate(attack.oracle.places) if p.id == coalition.id)
        best = 0.0
        for sector in Sector:
            for place in places.values():
                comer = Actor(id="zz", name="–", sector=sector, place=place, description="–")
                wider = widen(attack, comer, attack.members[s])
                for leaver in attack.members[s]:
                    if any(actor == leaver and s in meant for actor, meant in pins):
                        continue
                    after = (*(a for a in attack.members[s] if a != leaver), len(places_of(wider)))
                    best = max(best, gain_of(attack, wider, s, after))
        gain = max((each.gain for each in advice if each.coalition == coalition.id), default=0.0)
        expect_near(f"gain of a recruit for {coalition.id}", gain, best, 2 * ROUNDED)


def places_of(wider: Oracle) -> tuple[Actor, ...]:
    """Give the actors before the one that was added."""
    return wider.season.actors[:-1]


def widen(attack: Attack, comer: Actor, members: tuple[int, ...]) -> Oracle:
    """Give the season with an actor more, who is as its members are in the middle."""
    fits, season = attack.drawn.fits, attack.season
    relevance = np.round(np.median(fits.relevance[list(members)], axis=0), 6)
    facets = {
        key: np.vstack([table, np.round(np.median(table[list(members)], axis=0), 6)])
        for key, table in fits.facets.items()
    }
    assert fits.offers is not None
    offers = OffersTable(np.pad(fits.offers.table, (0, 1)))
    wider = season.evolve(actors=(*season.actors, comer))
    return Oracle(wider, Fits(np.vstack([fits.relevance, relevance]), facets, offers))


def gain_of(attack: Attack, wider: Oracle, s: int, after: tuple[int, ...]) -> float:
    """Give what F gains; nothing where a hard rule loses."""
    place = wider.places[s]
    before = wider.costs(place, attack.members[s])
    if any(b > a for a, b in zip(before, wider.costs(place, after), strict=True)):
        return 0.0
    members = [after if t == s else m for t, m in enumerate(attack.members)]
    totals = [wider.total(p, m) for p, m in zip(wider.places, members, strict=True) if m]
    return wider.objective(totals) - attack.worth(attack.members)
