"""The page of the outcomes: figures as pictures and as tables, and nobody's name."""

import re
from pathlib import Path

import pytest

from api.cli.outcome_lines import learned_lines, summary_lines
from api.documents import outcomes as package
from api.documents.outcomes.page import lede, render_outcomes
from api.show import shares
from matcher.outcomes.comments import find_comments
from matcher.outcomes.learned import learn
from matcher.outcomes.summary import summarise_answers
from models.messages import MESSAGES, outcomes, outcomes_page
from models.outcomes import Answer, Outcomes, SeasonFigures
from models.seasons import Season
from models.text import Language
from tests.kit.actors import HIDDEN, make_actor
from tests.kit.outcomes import answer, make_proposal
from tests.kit.pages import Node, parse
from tests.kit.seasons import make_challenge, make_season
from tests.unit.outcomes.test_learned import make_answered

IDS = ("c0/1", "c1/1", "c2/1")
Made = tuple[Season, Outcomes, list[Answer]]


@pytest.fixture(scope="module")
def made() -> Made:
    """Ten, eight and two answers: only the first coalition's are shown beside the season's."""
    actors = [
        make_actor(i, name=f"{HIDDEN if i % 5 == 0 else 'Aktör'} {i:02}", visible=i % 5 > 0)
        for i in range(36)
    ]
    season = make_season(actors, [make_challenge(c, title=f"Fråga <{c}>") for c in range(3)])
    members = [actor.id for actor in actors]
    groups = {id_: members[12 * c : 12 * (c + 1)] for c, id_ in enumerate(IDS)}
    answers = [
        answer(id_, own, comment=f"Tack {own}, säger {HIDDEN} 05" if own == "a01" else "")
        for id_, count in zip(IDS, (10, 8, 2), strict=True)
        for own in groups[id_][:count]
    ]
    before = summarise_answers(season, make_proposal(season, groups), answers).point
    earlier = [
        SeasonFigures(season="Våren 2025", year=2025, proposal_sha256="x", total=before.total)
    ]
    proposal = make_proposal(season, groups)
    return season, summarise_answers(season, proposal, answers, earlier), answers


@pytest.fixture(scope="module", params=list(Language))
def tree(request: pytest.FixtureRequest, made: Made) -> Node:
    page = render_outcomes(made[0], made[1], request.param)
    assert page == render_outcomes(made[0], made[1], request.param)
    return parse(page)


def test_each_figure_stands_in_a_table(tree: Node) -> None:
    tables = tree.find("table", "measure")
    assert len(tables) == 7
    widened = tables[0].find("tbody")[0].find("tr")
    assert [row.find("th")[0].text for row in widened[:3]] == [
        "Fråga <0>",
        "Fråga <1>",
        "Fråga <2>",
    ]
    cells = [[cell.text for cell in row.find("td")[1:]] for row in widened]
    first = [re.sub(r"\s*%", "", cell) for cell in cells[0]]
    assert first == ["100", "72–100", "10", "12"]
    assert [row[-1] for row in cells] == ["12", "12", "12", "36"]


def test_what_is_hidden_is_said_to_be(tree: Node) -> None:
    for table in tree.find("table", "measure")[:6]:
        second, third = table.find("tbody")[0].find("tr")[1:3]
        assert second.find("td", "not-shown") and third.find("td", "not-shown")
        assert not second.find("svg") and not third.find("svg")


def test_pictures_are_told_in_words(tree: Node) -> None:
    pictures = [svg for svg in tree.find("svg") if svg.attributes.get("role") == "img"]
    assert len(pictures) == 2 * 2 + 2 * 2 + 1
    ids = [node.attributes["id"] for node in tree.walk() if "id" in node.attributes]
    assert len(ids) == len(set(ids))
    for svg in pictures:
        assert svg.find("title")[0].text and svg.find("desc")[0].text
    over_time = tree.find("svg", "over-time")[0]
    assert "Våren 2025" in over_time.find("desc")[0].text
    assert len(over_time.find("circle")) == len(over_time.find("rect")) == 3


def test_nobody_is_named_and_nothing_is_fetched(made: Made) -> None:
    for language in Language:
        page = render_outcomes(made[0], made[1], language)
        assert "Aktör" not in page and HIDDEN not in page and "example.org" not in page
        assert "<script" not in page and "http" not in page.replace("http://www.w3.org", "")


def test_comments_are_there_only_when_they_are_given(made: Made) -> None:
    season, summary, answers = made
    told = find_comments(season, IDS, answers)
    page = render_outcomes(season, summary, Language.SV, told)
    assert "Tack" in page
    assert HIDDEN not in page and "a01" not in page
    assert "Tack" not in render_outcomes(season, summary, Language.SV)


def test_few_answers_are_said_to_be_few(made: Made) -> None:
    season, _, answers = made
    proposal = make_proposal(season, {"c0/1": [f"a{i:02}" for i in range(12)]})
    outcomes = summarise_answers(season, proposal, answers[:4])
    assert lede(outcomes)[0].en.startswith("Fewer than 5 of 12 members have answered.")
    page = parse(render_outcomes(season, outcomes, Language.EN))
    assert not page.find("dl") and len(page.find("svg", "score")) == 0


def test_lines_tell_the_same_in_both_languages(made: Made) -> None:
    season, outcomes, _ = made
    lines = list(summary_lines(season, outcomes))
    assert lines[0].en == "Våren åäö: 20 of 36 have answered (56%)."
    assert [line.en for line in lines if "not shown" in line.en] == [
        "Fråga <1>: 12\u00a0members; not shown, so that no answer can be traced.",
        "Fråga <2>: 12\u00a0members; not shown, so that no answer can be traced.",
    ]
    assert all(line.sv != line.en for line in lines)


def test_what_was_learned_is_told() -> None:
    told = [line.en for line in learned_lines(learn([make_answered(1)]))]
    assert told[-1].startswith("The model beats a constant")
    assert len(told) == 5
    told = [line.en for line in learned_lines(learn([make_answered(1, 8, 0.25, 0.25)]))]
    assert told[-1].startswith("The model does not beat a constant")
    told = [line.en for line in learned_lines(learn([make_answered(1, 2)]))]
    assert told[-1].startswith("That is too little to learn from")


def test_every_message_is_used_and_every_code_used_has_one() -> None:
    folder = Path(package.__path__[0])
    commands = folder.parents[1] / "cli" / "commands"
    form = folder.parents[2] / "data" / "files" / "answer_form.py"
    files = [*folder.rglob("*.py"), *folder.rglob("*.j2"), form]
    files += [commands / "outcomes.py", commands / "close.py", Path(shares.__file__)]
    files += [
        commands.parent / "outcome_lines.py",
        *(folder.parents[1] / "use_cases").glob("*_outcomes.py"),
    ]
    files += [
        folder.parents[1] / "use_cases" / f"{name}.py" for name in ("plan_meetings", "close_season")
    ]
    files.append(folder.parents[2] / "data" / "files" / "summaries.py")
    sources = "\n".join(path.read_text("utf-8") for path in files)
    known = outcomes.MESSAGES | outcomes_page.MESSAGES
    by_key = ("question_", "outcomes_widened", "outcomes_collaborate", "outcomes_lede_")
    by_key += ("outcomes_forecast_",)
    assert [c for c in known if f'"{c}"' not in sources and not c.startswith(by_key)] == []
    used = re.findall(r'say\(\s*"(\w+)"', sources)
    used += re.findall(r'(?:BadRequest|stop)\("(\w+)"', sources)
    assert len(used) > 50
    assert [code for code in used if code not in MESSAGES] == []
