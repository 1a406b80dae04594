"""What an edit changed is told: who came and left, each figure, and each conflict."""

import pytest

from api.documents.report.render import render_report
from api.show.edits import Edits, tell_edits
from api.use_cases.compare_proposals import compare
from models.proposals import Proposal
from models.rules import Rule, RuleKey
from models.scores import Penalty
from models.seasons import Season
from models.text import Language
from tests.kit.pages import parse, squeeze
from tests.kit.report_seasons import ban_all, make_national, propose_for
from tests.kit.showings import show

Pair = tuple[Season, Proposal]


def tell(season: Season, before: Proposal, after: Proposal) -> Edits:
    return tell_edits(show(season), compare(before, after))


@pytest.fixture(scope="module")
def banned(national: Pair) -> Pair:
    """The national season with a member of its first coalition kept out of that challenge."""
    leaver = national[1].coalitions[0].members[0].actor_id
    ban = Rule(kind="ban", challenge="c0", keys=(RuleKey(name="actor", value=leaver),))
    season = make_national(rules=(ban,))
    return season, propose_for(season)


def members(proposal: Proposal, place: int) -> set[str]:
    return {member.actor_id for member in proposal.coalitions[place].members}


def test_who_came_and_who_left(national: Pair, banned: Pair) -> None:
    season, before, after = national[0], national[1], banned[1]
    edits = tell(season, before, after)
    told = {edit.id: edit for edit in edits.coalitions}
    moved = 0
    for place, coalition in enumerate(after.coalitions):
        came = members(after, place) - members(before, place)
        left = members(before, place) - members(after, place)
        edit = told.get(coalition.id)
        assert {m.actor.id for m in edit.came} == came if edit else not came
        assert {m.actor.id for m in edit.left} == left if edit else not left
        moved += len(came)
    assert moved > 0
    assert edits.untouched == 3 - len(told)
    leaver = before.coalitions[0].members[0].actor_id
    assert leaver in {mover.actor.id for mover in told["c0/1"].left}


def test_who_moved_says_where_from_and_where_to(national: Pair) -> None:
    season, before = national
    first, second, third = before.coalitions
    one, other = first.members[0], third.members[0]
    after = before.evolve(
        coalitions=(
            first.evolve(members=(other, *first.members[1:])),
            second,
            third.evolve(members=third.members[1:]),
        ),
    )
    edit, last = tell(season, before, after).coalitions
    assert [(m.actor.id, m.elsewhere) for m in edit.came] == [(other.actor_id, "Question")]
    assert [(m.actor.id, m.elsewhere) for m in edit.left] == [(one.actor_id, None)]
    assert [(m.actor.id, m.elsewhere) for m in last.left] == [
        (other.actor_id, "Vem & vad <nu>? (1)")
    ]
    assert last.came == ()


def test_each_figure_is_compared(national: Pair, banned: Pair) -> None:
    season, before, after = national[0], national[1], banned[1]
    for edit in tell(season, before, after).coalitions:
        (old,) = (c for c in before.coalitions if c.id == edit.id)
        (new,) = (c for c in after.coalitions if c.id == edit.id)
        assert [(c.before, c.after) for c in edit.changes] == [
            *((old.scores[key], new.scores[key]) for key in new.scores),
            (old.total, new.total),
        ]
        assert edit.changes[-1].name.en == "Combined"


def test_the_objective_rises_falls_or_stays(national: Pair) -> None:
    season, before = national

    def told(objective: float) -> str:
        certificate = before.certificate.evolve(objective=objective)
        after = before.evolve(certificate=certificate)
        start = before.certificate.evolve(objective=0.5)
        early = before.evolve(certificate=start)
        return tell(season, early, after).objective.en

    assert told(0.51) == "The objective F rises by 0.0100: from 0.5000 to 0.5100."
    assert told(0.4988) == "The objective F falls by 0.0012: from 0.5000 to 0.4988."
    assert told(0.50001) == "The objective F is unchanged: 0.5000."


def test_deductions_are_compared_where_there_are_any(national: Pair) -> None:
    season, before = national
    first, *others = before.coalitions
    penalty = Penalty(rule="size", asked=3, given=2, value=0.02)
    changed = first.evolve(penalties=(penalty,), total=first.total - 0.02)
    after = before.evolve(coalitions=(changed, *others))
    (edit,) = tell(season, before, after).coalitions
    deduction, total = edit.changes[-2:]
    assert (deduction.before, deduction.after) == (0, -0.02)
    assert deduction.difference.en == total.difference.en == "−0.0200"
    assert {change.difference.en for change in edit.changes[:-2]} == {"unchanged"}


def test_a_coalition_that_is_gone_and_its_conflict_are_told(national: Pair) -> None:
    season, before = national
    closed = make_national(rules=ban_all(season, "c1"))
    after = propose_for(closed)
    edits = tell(season, before, after)
    gone = edits.coalitions[-1]
    assert (gone.id, gone.is_gone, gone.is_new) == ("c1/1", True, False)
    assert len(gone.left) == before.coalitions[2].size
    assert {change.difference.en for change in gone.changes} == {"–"}
    assert edits.conflicts_came == tuple(conflict.text for conflict in after.conflicts) != ()
    assert edits.conflicts_went == ()
    back = tell(season, after, before)
    assert back.coalitions[-1].is_new
    assert (back.conflicts_came, back.conflicts_went) == ((), edits.conflicts_came)


@pytest.mark.parametrize("language", list(Language))
def test_the_report_has_the_section_only_for_an_edit(
    national: Pair, banned: Pair, language: Language
) -> None:
    season, before, after = banned[0], national[1], banned[1]
    assert parse(render_report(season, after, language)).find("section", "edits") == []
    page = parse(render_report(season, after, language, before))
    (section,) = page.find("section", "edits")
    links = [link.attributes["href"] for link in page.find("nav", "contents")[0].find("a")]
    assert links[:2] == ["#summary", "#edits"]
    edits = tell(season, before, after)
    assert squeeze(edits.objective.in_language(language)) in section.text
    assert len(section.find("table")) == len(edits.coalitions) > 0
    for edit in edits.coalitions:
        for mover in (*edit.came, *edit.left):
            assert squeeze(mover.actor.name) in section.text
    (html,) = page.find("html")
    assert html.attributes["lang"] == language.value


def test_an_edit_that_changed_nothing_says_so(national: Pair) -> None:
    season, proposal = national
    edits = tell(season, proposal, proposal)
    assert (edits.coalitions, edits.untouched) == ((), 3)
    section = parse(render_report(season, proposal, Language.SV, proposal)).by_id("edits")
    assert "oförändrad" in section.text
    assert "3 koalitioner är oförändrade." in section.text.replace("\u00a0", " ")


def test_other_weights_are_owned_up_to(national: Pair) -> None:
    season, before = national
    settings = before.settings.evolve(balance=1.0)
    after = before.evolve(settings=settings)
    assert tell(season, before, before).is_comparable
    assert not tell(season, before, after).is_comparable
    words = parse(render_report(season, after, Language.EN, before)).by_id("edits").text
    assert "The weights or the balance are not the same" in words
