"""The organiser's page says what the plan holds, in both languages, and leaks no address."""

from datetime import timedelta

import pytest

from api.documents.meetings.render import render_meetings
from api.show.planned import Planned
from models.meetings import Aim, MeetingPlan, PlanStatus
from models.seasons import Season
from models.text import Language
from tests.kit.meetings import make_plan, weekly
from tests.kit.pages import Node, parse
from tests.kit.report_seasons import EMAIL
from tests.unit.documents.meetings.conftest import HIDDEN, NASTY

HIDDEN_WORDS = {Language.SV: "dold för andra", Language.EN: "hidden from others"}


@pytest.fixture(scope="module", params=list(Language))
def language(request: pytest.FixtureRequest) -> Language:
    return request.param


def render(planned: Planned, language: Language) -> Node:
    return parse(render_meetings([planned], language))


def test_rooms_hosts_and_themes_are_those_of_the_plan(
    season: Season, long_plan: MeetingPlan, language: Language
) -> None:
    planned = Planned(season, long_plan, weekly())
    tree = render(planned, language)
    (html,) = tree.find("html")
    assert html.attributes["lang"] == language.value
    names = {actor.name: actor.id for actor in season.actors}
    rooms = []
    for box in tree.find("div", "room"):
        items = [item.text for item in box.find("li")]
        told = [next(n for n in names if " ".join(n.split()) in item) for item in items]
        (host,) = (item.text for item in box.find("li", "host"))
        assert host == items[0]
        rooms.append((names[told[0]], {names[name] for name in told}))
    assert rooms == [(s.room.host, set(s.room.members)) for s in planned.seatings]
    articles = tree.find("article", "meeting")
    assert len(articles) == 4
    for article, meeting in zip(articles, long_plan.meetings, strict=True):
        (title,) = article.find("h3")
        assert meeting.theme.in_language(language) in title.text


def test_the_agenda_has_its_minutes_and_times(
    season: Season, plan: MeetingPlan, language: Language
) -> None:
    dated, undated = (render(Planned(season, plan, starts), language) for starts in (weekly(), ()))
    clocks = [cell.text for cell in dated.find("td", "clock")]
    mark = "." if language is Language.SV else ":"
    assert clocks == [f"13{mark}00", f"13{mark}20", f"14{mark}20"] * 4
    assert undated.find("td", "clock") == []
    for tree in (dated, undated):
        for table in tree.find("table", "agenda"):
            cells = [int(cell.text) for cell in table.find("td", "number")]
            assert sum(cells[:-1]) == cells[-1] == 120
    times = [node.attributes["datetime"] for node in dated.find("time")]
    assert times == [start.isoformat() for start in weekly()]


def test_the_matrix_counts_each_pair_on_both_sides(season: Season, plan: MeetingPlan) -> None:
    planned = Planned(season, plan)
    (matrix,) = render(planned, Language.EN).find("table", "matrix")
    rows = [row.find("td") for row in matrix.find("tr")[1:]]
    assert [len(row) for row in rows] == [18] * 18
    shown = [[cell.text.partition(",")[0].strip() for cell in row] for row in rows]
    for i, one in enumerate(planned.members):
        for j, other in enumerate(planned.members):
            pair = (min(one.id, other.id), max(one.id, other.id))
            right = "" if i == j else str(planned.times[pair] or "· never")
            assert shown[i][j] == right == shown[j][i]
    tied = [cell.text for row in rows for cell in row if "tied" in cell.classes]
    assert len(tied) == 2 * len(season.ties)
    assert all("have a tie" in text for text in tied)


def test_pairs_by_how_often_they_meet_add_up(season: Season, plan: MeetingPlan) -> None:
    (table,) = render(Planned(season, plan), Language.EN).find("table", "repeats")
    rows = [
        (int(row.find("th")[0].text), int(row.find("td")[0].text)) for row in table.find("tr")[1:]
    ]
    assert rows == [(n, pairs) for n, pairs in enumerate(plan.repeats) if pairs]
    assert sum(pairs for _, pairs in rows) == 153


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, "Pairs that meet: 117 of 153; more than 153 is not possible."),
        (
            {"bound": 117, "status": PlanStatus.OPTIMAL},
            "Pairs that meet: 117 of 153; more is not possible, that is proven.",
        ),
        (
            {"bound": 117, "status": PlanStatus.OPTIMAL, "aim": Aim.EVEN},
            "more is not possible unless some pair meets oftener, that is proven.",
        ),
        ({"lacking": 1}, "Once a room lacks a sector which has a member for each room."),
        ({"lacking": 2}, "2 times a room lacks a sector which has a member for each room."),
    ],
)
def test_proven_is_said_only_where_it_is(
    season: Season, plan: MeetingPlan, fields: dict[str, object], said: str
) -> None:
    given = plan.evolve(**fields)
    assert said in render(Planned(season, given), Language.EN).find("p", "lede")[0].text


def test_hidden_members_are_marked_and_no_address_is_there(
    season: Season, plan: MeetingPlan, language: Language
) -> None:
    page = render_meetings([Planned(season, plan, weekly())], language)
    tree = parse(page)
    name = season.actors[season.actor_index[HIDDEN]].name
    holders = [node for tag in ("li", "th") for node in tree.find(tag) if name in node.text]
    marked = [n for n in holders if HIDDEN_WORDS[language] in n.text]
    # In the matrix's head the column is named for those who listen; its row is marked.
    assert len(marked) == len(holders) - 1 > 4
    assert EMAIL not in page
    assert "<b>Ås" not in page
    assert " ".join(NASTY.split()) in tree.text
    for word in ("<script", "src=", "@import", "url(", "http"):
        assert word not in page


def test_several_coalitions_stand_on_one_page(season: Season, plan: MeetingPlan) -> None:
    other = make_plan([f"a{i:02}" for i in range(9)], 3, coalition="c0/2")
    tree = parse(render_meetings([Planned(season, plan), Planned(season, other)], Language.SV))
    assert [node.attributes["id"] for node in tree.find("section", "plan")] == ["plan-1", "plan-2"]
    assert [a.attributes["href"] for a in tree.find("nav")[0].find("a")] == ["#plan-1", "#plan-2"]


def test_dates_belong_to_the_meetings(season: Season, plan: MeetingPlan) -> None:
    with pytest.raises(ValueError):
        Planned(season, plan, (weekly()[0], weekly()[0] + timedelta(days=7)))
