"""A season from proposal to follow-up, and the next one that its ties change."""

import csv
import io
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from data.files.answers import read_answers
from data.files.next_season import write_next_season
from data.files.reading import read_season
from matcher.constraints.registry import check_rule
from matcher.core.fits import Fits
from matcher.core.settings import Options
from matcher.criteria.registry import CRITERIA
from matcher.outcomes.closing import met_pairs, next_passed_over, next_ties
from matcher.outcomes.summary import summarise_answers
from matcher.propose import propose
from models.ports.progress import Silence
from models.proposals import Proposal
from models.seasons import Season
from models.ties import TieKind
from tests.integration.conftest import Run
from tests.kit.seasons import give_reading
from tests.kit.workbooks import to_csv

Koalition = Callable[..., Run]

TOWNS = ("Malmö", "Örebro", "Umeå", "Göteborg")
SECTORS = ("public", "private", "civil_society", "academia")


def write_season(folder: Path) -> None:
    """Write 12 actors, alike but for sector and place, who compete for two times four seats."""
    header = ["id", "name", "sector", "place", "description", "email"]
    rows = [
        [f"a{i:02}", f"Aktör {i:02}", SECTORS[i % 4], TOWNS[i % 4], "Ord", f"p{i}@example.org"]
        for i in range(12)
    ]
    folder.mkdir()
    (folder / "actors.csv").write_text(to_csv([header, *rows]), "utf-8")
    challenges = [["id", "title", "min_size", "max_size", "coalitions"], ["c", "Fråga?", 4, 4, 2]]
    (folder / "challenges.csv").write_text(to_csv(challenges), "utf-8")
    (folder / "season.toml").write_text('name = "Våren"\nyear = 2026\neffort = "quick"\n', "utf-8")


def read(folder: Path) -> Season:
    return read_season(folder, check_rule=check_rule, criteria=CRITERIA).season


def propose_alike(season: Season) -> Proposal:
    """Propose where everybody's words fit as well."""
    reading = give_reading(Fits(np.full((len(season.actors), 1), 0.5)))
    return propose(season, reading, Options(is_reproducible=True), Silence())


def test_the_follow_up_gives_the_figures_by_hand_and_changes_the_next_proposal(
    tmp_path: Path,
) -> None:
    write_season(tmp_path / "first")
    season = read(tmp_path / "first")
    proposal = propose_alike(season)
    one, other = (coalition.members for coalition in proposal.memberships)
    assert len(one) == len(other) == 4

    # Six answer: all of the first coalition, two of the second, so only the season is shown.
    header = ["coalition", "actor_id", "widened", "new_contacts", "will_collaborate", "partners"]
    rows = [
        ["c/1", one[0], "ja", "5", "", f"{one[1]};{other[0]}"],
        ["c/1", one[1], "yes", "2", "ja", one[0]],
        ["c/1", one[2], "ja", "1", "nej", ""],
        ["c/1", one[3], "nej", "0", "nej", ""],
        ["c/2", other[0], "ja", "3", "ja", other[1]],
        ["c/2", other[1], "ja", "3", "", ""],
        ["c/2", other[2], "", "", "", ""],
    ]
    path = tmp_path / "answers.csv"
    path.write_text(to_csv([header, *rows]), "utf-8")
    answers = read_answers(path, season, proposal.memberships)
    total = summarise_answers(season, proposal, answers).total
    assert (total.members, total.answers, total.response_rate) == (8, 6, 0.75)
    assert total.widened and total.collaborate and total.new_contacts
    assert total.widened.share == round(5 / 6, 6)
    assert (total.collaborate.answers, total.collaborate.share) == (5, 0.6)
    assert (total.new_contacts.mean, total.new_contacts.median) == (round(14 / 6, 6), 2.5)
    # Four sectors in each coalition: three predicted for each. 3 + 2 + 1 + 0 + 3 + 3 came true.
    assert total.forecast and total.pairs
    assert (total.forecast.predicted, total.forecast.reported) == (18, 12)
    # Six pairs of the first and, of the second, the three pairs of the one who answered this.
    assert (total.pairs.predicted, total.pairs.named) == (9, 2)
    assert all(
        part.answers is None for part in summarise_answers(season, proposal, answers).coalitions
    )

    counts = next_passed_over(season, proposal)
    ties = next_ties(season, met_pairs(proposal.memberships), answers)
    write_next_season(tmp_path / "first", tmp_path / "second", counts, ties)
    second = read(tmp_path / "second")
    assert len(second.ties) == 6 + 6 + 1
    kinds = {(tie.actor_a, tie.actor_b): tie.kind for tie in second.ties}
    assert sum(kind is TieKind.COLLABORATE for kind in kinds.values()) == 3
    assert kinds[min(one[0], other[0]), max(one[0], other[0])] is TieKind.COLLABORATE
    left = {actor.id for actor in season.actors} - {*one, *other}
    assert {a.id: a.passed_over for a in second.actors if a.passed_over} == dict.fromkeys(left, 1)

    again = propose_alike(second)
    groups = [frozenset(coalition.members) for coalition in again.memberships]
    assert set(groups) != {frozenset(one), frozenset(other)}
    assert left <= groups[0] | groups[1]
    assert all(coalition.scores["novelty"] == 1.0 for coalition in again.coalitions)
    assert [coalition.scores["turn"] for coalition in again.coalitions] == pytest.approx(
        [len(group & left) / 12 for group in groups], abs=1e-6
    )
    # Ties alone change it, too: without the counts the same pairs are not put together again.
    write_next_season(tmp_path / "first", tmp_path / "tied", dict.fromkeys(counts, 0), ties)
    tied = propose_alike(read(tmp_path / "tied"))
    known = set(kinds)
    for members in (coalition.members for coalition in tied.memberships):
        assert not known & {(p, q) for p in members for q in members}


@pytest.fixture(scope="session")
def competing(koalition: Koalition, season: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The template with twelve seats for its sixteen actors, one of them hidden, proposed."""
    folder = tmp_path_factory.mktemp("competing") / "season"
    shutil.copytree(season, folder, ignore=shutil.ignore_patterns("out"))
    header, *rows = read_rows_of(folder / "challenges.csv")
    at = header.index("max_size")
    rows[0][at] = "12"
    if "size" in header:
        rows[0][header.index("size")] = ""
    (folder / "challenges.csv").write_text(to_csv([header, *rows], ";"), "utf-8")
    run = koalition("propose", folder, "--reproducible")
    assert run.returncode == 0, run.stderr
    return folder


def test_the_commands_lead_from_one_season_to_the_next(
    koalition: Koalition, competing: Path, tmp_path: Path
) -> None:
    proposal = competing / "out" / "proposal.json"
    form = tmp_path / "answers.csv"
    run = koalition("outcomes", "new", competing, proposal, "--out", form, "--json")
    assert run.returncode == 0, run.stderr
    assert len(json.loads(run.stdout)["questions"]) == 6
    header, *rows = read_rows_of(form)
    members = [row[1] for row in rows]
    assert len(members) == 12
    for row in rows[:8]:
        row[3:8] = ["yes", "4", "public", "yes", members[11]]
    form.write_text(to_csv([header, *rows], ";"), "utf-8")
    before = form.read_bytes()
    assert koalition("outcomes", "new", competing, proposal, "--out", form).returncode == 2
    assert form.read_bytes() == before

    out, page = tmp_path / "s.json", tmp_path / "s.html"
    asked = ("outcomes", "summary", competing, proposal, form)
    run = koalition(*asked, "--out", out, "--html", page, "--lang", "sv")
    assert run.returncode == 0, run.stderr
    assert "8 av 12 har svarat (67 %)" in run.stdout.replace("\u00a0", " ")
    summary = json.loads(out.read_text("utf-8"))
    assert summary == json.loads(koalition(*asked, "--json").stdout)
    assert summary["total"]["widened"]["share"] == 1.0
    assert summary["total"]["new_contacts"]["mean"] == 4.0
    assert '<html lang="sv">' in page.read_text("utf-8")
    again = koalition(*asked, "--earlier", out)
    assert again.returncode == 2
    assert koalition(*asked, "--comments").returncode == 2

    run = koalition("outcomes", "learn", competing, proposal, form, "--no-words", "--json")
    assert run.returncode == 0, run.stderr
    assert json.loads(run.stdout)["enough"] is False
    assert koalition("outcomes", "learn", competing, proposal).returncode == 2

    following = tmp_path / "next"
    asked = ("close", competing, proposal, "--out", following)
    run = koalition(*asked, "--answers", form, "--json")
    assert run.returncode == 0, run.stderr
    closed = json.loads(run.stdout)
    assert closed["passed_over"] == 4
    assert closed["folder"] == str(following)
    assert sorted(closed["files"]) == sorted(p.name for p in following.iterdir())
    assert koalition(*asked).returncode == 2
    assert koalition("check", following).returncode == 0
    run = koalition("propose", following, "--reproducible")
    assert run.returncode == 0, run.stderr
    after = json.loads((following / "out" / "proposal.json").read_text("utf-8"))
    placed = {member["actor_id"] for member in after["coalitions"][0]["members"]}
    assert placed != set(members)
    assert len(placed - set(members)) >= 3
    assert "turn" in after["coalitions"][0]["scores"]


def test_a_plan_says_who_met(koalition: Koalition, competing: Path, tmp_path: Path) -> None:
    proposal = competing / "out" / "proposal.json"
    document = json.loads(proposal.read_text("utf-8"))
    [coalition] = document["coalitions"]
    members = [member["actor_id"] for member in coalition["members"]]
    left = document["unplaced"][0]["actor_id"]
    path = tmp_path / "plan.json"
    run = koalition("meetings", competing, proposal, "--with", left, "--json")
    assert run.returncode == 0, run.stderr
    [plan] = json.loads(run.stdout)
    first, second, *_ = plan["meetings"][0]["rounds"][0]["rooms"]
    first["members"], second["members"] = members[:3], [*members[3:6], left]
    rooms = [first, second]
    plan["meetings"] = [plan["meetings"][0] | {"rounds": [{"rooms": rooms}]}]
    path.write_text(json.dumps([plan]), "utf-8")
    asked = ("close", competing, proposal, "--json")
    every = json.loads(koalition(*asked, "--out", tmp_path / "every").stdout)
    run = koalition(*asked, "--out", tmp_path / "some", "--plan", path)
    assert run.returncode == 0, run.stderr
    some = json.loads(run.stdout)
    old = every["ties"] - every["new_ties"]
    assert every["new_ties"] + every["stronger_ties"] <= 66
    assert 0 < some["new_ties"] + some["stronger_ties"] <= 3 + 6
    assert (every["passed_over"], some["passed_over"]) == (4, 3)
    assert some["ties"] == old + some["new_ties"]
    for wrong in ([], [plan | {"coalition": "other/1"}], {"no": "plan"}):
        path.write_text(json.dumps(wrong), "utf-8")
        run = koalition(*asked, "--out", tmp_path / "wrong", "--plan", path)
        assert run.returncode == 2
        assert not (tmp_path / "wrong").exists()
    first["members"] = [*members[:2], "nobody"]
    path.write_text(json.dumps([plan]), "utf-8")
    run = koalition(*asked, "--out", tmp_path / "wrong", "--plan", path)
    assert run.returncode == 2
    assert "nobody" in run.stderr


def test_faulty_answers_are_told_with_their_rows(
    koalition: Koalition, competing: Path, tmp_path: Path
) -> None:
    path = tmp_path / "answers.csv"
    path.write_text("coalition,actor_id,widened\nnowhere,nobody,kanske\n", "utf-8")
    proposal = competing / "out" / "proposal.json"
    run = koalition("outcomes", "summary", competing, proposal, path)
    assert run.returncode == 2
    for told in (
        "answers.csv:2:coalition [nowhere]",
        "answers.csv:2:actor_id [nobody]",
        "answers.csv:2:widened [kanske]",
    ):
        assert told in run.stderr


def test_a_proposal_of_another_season_is_refused(
    koalition: Koalition, competing: Path, demo: Path, tmp_path: Path
) -> None:
    proposal = competing / "out" / "proposal.json"
    assert koalition("close", demo, proposal, "--out", tmp_path / "next").returncode == 5
    assert not (tmp_path / "next").exists()


def read_rows_of(path: Path) -> list[list[str]]:
    """Give the rows of a table that has semicolons and a BOM."""
    return list(csv.reader(io.StringIO(path.read_text("utf-8-sig")), delimiter=";"))
