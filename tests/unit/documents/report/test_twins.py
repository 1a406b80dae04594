"""Each picture has a table with the same facts beside it."""

from itertools import combinations

from tests.kit.pages import Node, squeeze
from tests.unit.documents.report.conftest import Report


def twin_of(report: Report, picture: str) -> Node:
    """Give the table that stands beside a picture."""
    (figure,) = (
        figure
        for figure in report.tree.find("figure")
        for svg in figure.find("svg")
        if svg.attributes.get("aria-labelledby", "").startswith(f"{picture}-title ")
    )
    (details,) = figure.find("details", "twin")
    assert details.find("summary")[0].text
    assert "open" not in details.attributes
    (table,) = details.find("table")
    return table


def body(table: Node) -> list[list[str]]:
    rows = [
        [cell.text for cell in row.walk() if cell.tag in ("th", "td")] for row in table.find("tr")
    ]
    return rows[1:]


def test_every_picture_stands_beside_a_table(report: Report, relaxed: Report) -> None:
    for page in (report, relaxed):
        for section in page.tree.find("section", "coalition"):
            figures = section.find("figure")
            assert len(figures) == 4
            assert all(len(figure.find("details", "twin")) == 1 for figure in figures)


def test_the_maps_twin_names_every_member_at_its_place(report: Report) -> None:
    for place, coalition in enumerate(report.proposal.coalitions, start=1):
        rows = body(twin_of(report, f"map-{place}"))
        assert len(rows) == len({(m.place, m.county) for m in coalition.members})
        for member in coalition.members:
            (told,) = (names for town, _, names in rows if town == member.place)
            sector = member.sector.text.in_language(report.language)
            assert squeeze(f"{member.name} ({sector})") in told


def test_the_bars_twins_count_as_the_bars_do(report: Report) -> None:
    for place, coalition in enumerate(report.proposal.coalitions, start=1):
        sectors = [int(row[-1]) for row in body(twin_of(report, f"sectors-{place}"))]
        assert sectors == [
            sum(member.sector.value == sector for member in coalition.members)
            for sector in ("public", "private", "civil_society", "academia")
        ]
        areas = body(twin_of(report, f"areas-{place}"))
        for name, *split, total in areas:
            assert int(total) == sum(map(int, split))
            assert int(total) == sum(member.county == name for member in coalition.members)
        assert sum(int(row[-1]) for row in areas) == coalition.size


def test_the_table_of_ties_tells_who_knows_whom_and_counts_new_encounters(report: Report) -> None:
    tied = {frozenset((tie.actor_a, tie.actor_b)) for tie in report.season.ties}
    known = 0
    for place, coalition in enumerate(report.proposal.coalitions, start=1):
        figure = report.tree.find("figure", "network-figure")[place - 1]
        (twin,) = figure.find("details", "twin")
        rows = {row[0]: row[1:] for row in body(twin.find("table")[0])}
        names = {squeeze(m.name): m for m in coalition.members}
        assert len(rows) == coalition.size
        for head, (_, knows, meets) in rows.items():
            (member,) = (m for name, m in names.items() if head.startswith(name))
            assert int(meets) == member.new_contacts
            friends = [
                name
                for name, other in names.items()
                if frozenset((member.actor_id, other.actor_id)) in tied
            ]
            assert sorted(friends) == sorted(knows.split(", ") if friends else [])
            assert knows
            known += len(friends)
        pairs = combinations(coalition.members, 2)
        assert sum(int(row[-1]) for row in rows.values()) == 2 * sum(
            one.sector is not other.sector and frozenset((one.actor_id, other.actor_id)) not in tied
            for one, other in pairs
        )
    assert known > 0


def test_a_regional_twin_counts_municipalities(relaxed: Report) -> None:
    assert {row[0] for row in body(twin_of(relaxed, "areas-1"))} == {"Malmö", "Lund"}
    assert {row[1] for row in body(twin_of(relaxed, "map-1"))} == {"Malmö", "Lund"}


def test_twins_are_not_printed(report: Report) -> None:
    style = "".join(str(child) for node in report.tree.find("style") for child in node.children)
    printed = style[style.index("@media print {\n  html") :]
    (hidden,) = (
        line for line in printed.splitlines() if "display: none" in line and ".twin" in line
    )
    assert hidden.strip().endswith("{ display: none; }")
