"""The main job, its check beforehand, its reserves, and what it says of who is left out."""

from api.use_cases.explain_actor import EXPLAIN_ACTOR, Question
from matcher.check import check_season
from models.proposals import Certificate, Status, is_proven
from models.scores import Conflict
from models.seasons import Effort
from tests.adversary.attack import ROUNDED, Attack, expect, expect_near
from tests.adversary.oracle import EPS, Class, Members
from tests.kit.rules import make_rule

LEAST = 1e-9


def check_proposal(attack: Attack) -> None:
    """Hold give-ups, sizes, members, F, bound, status, levels and penalties."""
    proposal, settled = attack.proposal, attack.settled
    expect("conflicts", tell(attack, proposal.conflicts), give_ups(attack, settled))
    expect("sizes", tuple(map(len, attack.members)), settled.sizes)
    check_certificate(attack, proposal.certificate, settled)
    expect("relaxed", proposal.certificate.status is Status.RELAXED, any(settled.costs))
    check_members(attack, attack.members, settled)
    for coalition in proposal.coalitions:
        s = next(s for s, place in enumerate(attack.oracle.places) if place.id == coalition.id)
        place, chosen = attack.oracle.places[s], attack.members[s]
        expect_near(f"T of {place.id}", coalition.total, attack.oracle.total(place, chosen))
        for key, score in attack.oracle.scores(place, chosen).items():
            expect_near(f"{key} of {place.id}", coalition.scores[key], score)
        lost = sum(attack.oracle.penalty(place, rule, chosen) for rule in place.rules.soft)
        stated = sum(penalty.value for penalty in coalition.penalties)
        expect_near(f"penalties of {place.id}", stated, lost, 1e-5)
    seated = {a for chosen in attack.members for a in chosen}
    left = [a.id for i, a in enumerate(attack.season.actors) if i not in seated]
    expect("unplaced", [each.actor_id for each in proposal.unplaced], left)


def check_certificate(attack: Attack, certificate: Certificate, settled: Class) -> None:
    """Hold F and its bound; at thorough effort the best is found and proven."""
    best = float(settled.worth.max())
    if certificate.bound < best - LEAST:
        raise AssertionError(f"bound below the optimum: {certificate.bound} < {best}")
    if certificate.objective > best + ROUNDED:
        raise AssertionError(f"F above the optimum: {certificate.objective} > {best}")
    proven = is_proven(certificate.objective, certificate.bound)
    if certificate.status is not Status.RELAXED:
        expect("optimal", certificate.status is Status.OPTIMAL, proven)
    if attack.season.effort is Effort.THOROUGH and not proven:
        raise AssertionError(f"not proven: F {certificate.objective}, bound {certificate.bound}")
    if proven or attack.season.effort is Effort.THOROUGH:
        expect_near("F", certificate.objective, best)


def check_members(attack: Attack, members: Members, among: Class) -> None:
    """Hold that of equal F the totals, at balance 1, and then the ids decide."""
    worth = attack.worth(members)
    if worth < among.worth.max() - EPS:
        return  # F was held before: not all that is found need be the best
    equal = among.where(abs(among.worth - worth) <= EPS)
    if attack.season.balance == 1:
        equal = equal.evenest()
        levels = [levels_of(attack, each) for each in (members, equal.members(0))]
        for got, wanted in zip(*levels, strict=True):
            expect_near("levels", got, wanted, ROUNDED)
    else:
        rows = [row for row in range(len(equal.masks)) if equal.members(row) == members]
        if not rows:
            raise AssertionError(f"members outside the class: {attack.write(members)}")
        equal = equal.as_even_as(rows[0])
    expect("members", attack.write(members), attack.write(equal.first()))


def levels_of(attack: Attack, members: Members) -> list[float]:
    """Give T of the formed coalitions, the worst first."""
    pairs = zip(attack.oracle.places, members, strict=True)
    return sorted(attack.oracle.total(place, chosen) for place, chosen in pairs if chosen)


def tell(attack: Attack, conflicts: tuple[Conflict, ...]) -> list[tuple[str, str, int]]:
    """Give stated conflicts by coalition, rule and cost."""
    return sorted((each.coalition, each.rule, each.cost) for each in conflicts)


def give_ups(attack: Attack, settled: Class) -> list[tuple[str, str, int]]:
    """Give the oracle's conflicts alike."""
    names = [(place.id, rule.kind) for place in attack.oracle.places for rule in place.rules.hard]
    told = zip(names, settled.costs, strict=True)
    return sorted((*name, cost) for name, cost in told if cost)


def check_check(attack: Attack) -> None:
    """Hold what `check` says of each challenge before anything is solved."""
    found = check_season(attack.season, attack.drawn.fits)
    conflicts = tuple(each for item in found.challenges for each in item.conflicts)
    expect("conflicts", tell(attack, conflicts), give_ups(attack, attack.settled))
    broken = {name.partition("/")[0] for name, _, _ in give_ups(attack, attack.settled)}
    for item in found.challenges:
        expect(f"{item.id} feasible", item.feasible, item.id not in broken)


def check_reserves(attack: Attack) -> None:
    """Hold each member's best replacement, and the fall in F."""
    oracle, members = attack.oracle, attack.members
    now = attack.worth(members)
    load = [sum(a in chosen for chosen in members) for a in range(len(attack.season.actors))]
    pins = oracle.pins(attack.season.rules)
    for coalition in attack.proposal.coalitions:
        s = next(s for s, place in enumerate(oracle.places) if place.id == coalition.id)
        place = oracle.places[s]
        before = oracle.costs(place, members[s])
        stated = {each.for_: each for each in coalition.reserves}
        for leaver in members[s]:
            found = []
            for comer, actor in enumerate(attack.season.actors):
                seats = sum(
                    comer in chosen
                    for other, chosen in zip(oracle.places, members, strict=True)
                    if other.challenge is place.challenge
                )
                is_banned = not oracle.allowed(place, attack.season.rules) >> comer & 1
                if seats or is_banned or load[comer] >= actor.capacity:
                    continue
                if any(pinned == leaver and s in meant for pinned, meant in pins):
                    continue
                after = tuple(sorted({*members[s]} - {leaver} | {comer}))
                costs = oracle.costs(place, after)
                if any(b > a for a, b in zip(before, costs, strict=True)):
                    continue
                changed = tuple(after if t == s else chosen for t, chosen in enumerate(members))
                found.append((round(now - attack.worth(changed), 9), actor.id))
            name = attack.season.actors[leaver].id
            reserve = stated.get(name)
            if not found:
                expect(f"reserve for {name}", reserve, None)
                continue
            least = min(loss for loss, _ in found)
            first = min(id_ for loss, id_ in found if loss <= least + EPS)
            assert reserve is not None, f"no reserve for {name}, wanted {first}"
            expect_near(f"loss of {name}", reserve.loss, least)
            expect(f"reserve for {name}", reserve.actor_id, first)


def check_explain(attack: Attack) -> None:
    """Hold the loss of forcing in each of up to three who are left out, and who is then in."""
    for left in attack.proposal.unplaced[:3]:
        told = attack.ask(EXPLAIN_ACTOR, Question(proposal=attack.proposal, actor=left.actor_id))
        expect("placed", told.placed, False)
        _hold_explained(attack, left.actor_id, told.loss)


def _hold_explained(attack: Attack, actor: str, loss: float | None) -> None:
    capacity = next(a.capacity for a in attack.season.actors if a.id == actor)
    index, forced = attack.oracle.index(actor), []
    for challenge in attack.season.challenges:
        places = [p for p in attack.oracle.places if p.challenge is challenge]
        if capacity and any(
            attack.oracle.allowed(place, attack.season.rules) >> index & 1 for place in places
        ):
            pin = make_rule("pin", challenge.id, actor=actor)
            found = attack.oracle.settle([pin])
            forced.append((sum(found.costs), -float(found.worth.max())))
    if not forced:
        expect(f"loss of {actor}", loss, None)
        return
    assert loss is not None, f"no loss for {actor}"
    wanted = attack.proposal.certificate.objective + min(forced)[1]
    if attack.season.effort is Effort.THOROUGH:
        expect_near(f"loss of {actor}", loss, wanted)
    elif loss < wanted - ROUNDED:
        raise AssertionError(f"loss of {actor}: got {loss}, at least {wanted}")
