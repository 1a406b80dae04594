"""`koalition meetings`, as organisers use it: plan, compare, plan anew, send."""

import itertools
import json
import subprocess
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import vobject

from models.meetings import MeetingPlan
from tests.kit.gatherings import examine

Koalition = Callable[..., subprocess.CompletedProcess[str]]


def read_plan(path: Path) -> MeetingPlan:
    (document,) = json.loads(path.read_text(encoding="utf-8"))
    return MeetingPlan.model_validate(document)


def members_of(season: Path) -> set[str]:
    document = json.loads((season / "out" / "proposal.json").read_text(encoding="utf-8"))
    return {member["actor_id"] for member in document["coalitions"][0]["members"]}


def test_a_plan_says_the_truth_and_lies_in_its_folder(koalition: Koalition, season: Path) -> None:
    proposal = season / "out" / "proposal.json"
    run = koalition("meetings", season, proposal, "--from", "2026-09-28", "--json")
    assert run.returncode == 0, run.stderr
    folder = season / "out" / "meetings"
    plan = read_plan(folder / "plan.json")
    examine(plan, members_of(season))
    assert json.loads(run.stdout) == json.loads((folder / "plan.json").read_text(encoding="utf-8"))
    keys = list(json.loads(run.stdout)[0])
    assert keys[:6] == [
        *("coalition", "pairs_possible", "pairs_met", "most_repeats", "bound", "meetings")
    ]
    starts = [meeting.start for meeting in plan.meetings if meeting.start]
    assert len(starts) == 4
    assert all((later - earlier).days >= 6 for earlier, later in itertools.pairwise(starts))
    (own,) = [path for path in folder.iterdir() if path.is_dir()]
    assert {"meetings.html", "meetings.xlsx", "meetings.ics", "rooms.csv", "sheets.html"} <= {
        path.name for path in own.iterdir()
    }
    assert len(list((own / "sheets").iterdir())) == len(members_of(season))


def test_the_same_seed_plans_the_same_under_another_hash_seed(
    koalition: Koalition, season: Path
) -> None:
    proposal = season / "out" / "proposal.json"
    runs = [
        koalition("meetings", season, proposal, "--json", PYTHONHASHSEED=seed).stdout
        for seed in ("1", "2")
    ]
    assert runs[0] == runs[1]
    assert koalition("meetings", season, proposal, "--json", "--seed", 9).stdout != runs[0]


def test_variants_stand_side_by_side_and_write_nothing(
    koalition: Koalition, season: Path, tmp_path: Path
) -> None:
    proposal = season / "out" / "proposal.json"
    out = tmp_path / "none"
    run = koalition("meetings", season, proposal, "--variants", "--out", out, "--lang", "sv")
    assert run.returncode == 0, run.stderr
    for words in ("--aim pairs: flest par möts", "--aim even:", "--aim sectors:"):
        assert words in run.stdout
    assert not out.exists()


def test_who_leaves_after_two_meetings_is_planned_without(
    koalition: Koalition, season: Path, tmp_path: Path
) -> None:
    proposal, leaver = season / "out" / "proposal.json", sorted(members_of(season))[0]
    told = [f"--start=2026-{month}-06 13:00" for month in ("09", "10", "11", "12")]
    assert koalition("meetings", season, proposal, "--out", tmp_path, *told).returncode == 0
    before = read_plan(tmp_path / "plan.json")
    run = koalition(
        *("meetings", season, proposal, "--out", tmp_path),
        *("--former", tmp_path / "plan.json", "--held", 2, "--without", leaver),
        *("--start", "2026-11-06 13:00", "--start", "2026-12-06 13:00"),
    )
    assert run.returncode == 0, run.stderr
    after = read_plan(tmp_path / "plan.json")
    assert after.meetings[:2] == before.meetings[:2]
    examine(after, members_of(season) - {leaver})
    seated = {
        id_ for m in after.meetings[2:] for r in m.rounds for o in r.rooms for id_ in o.members
    }
    assert seated == members_of(season) - {leaver}


def test_a_calendar_that_is_written_again_raises_what_changed(
    koalition: Koalition, season: Path, tmp_path: Path
) -> None:
    proposal, file = season / "out" / "proposal.json", tmp_path / "all.ics"

    def write(*days: str) -> dict[str, tuple[str, datetime]]:
        told = [f"--start={day} 13:00" for day in days]
        run = koalition(
            *("meetings", season, proposal, "--out", tmp_path / "out", "--ics", file), *told
        )
        assert run.returncode == 0, run.stderr
        events = vobject.readOne(file.read_text(encoding="utf-8")).vevent_list
        return {e.uid.value: (e.sequence.value, e.dtstart.value) for e in events}

    first = write("2026-10-05", "2026-10-12", "2026-10-19", "2026-10-26")
    second = write("2026-10-05", "2026-10-12", "2026-10-19", "2026-11-02")
    assert first.keys() == second.keys()
    raised = [uid for uid in first if second[uid][0] != first[uid][0]]
    assert len(raised) == 1
    assert int(second[raised[0]][0]) == int(first[raised[0]][0]) + 1
    assert {start.hour for _, start in second.values()} == {13}


def test_what_cannot_be_is_said(koalition: Koalition, season: Path, tmp_path: Path) -> None:
    proposal = season / "out" / "proposal.json"
    cases = {
        ("--rooms", "drei"): "drei",
        ("--rooms", "5,5"): "10",
        ("--held", "2"): "--former",
        ("--absent", "nobody=2"): "nobody",
        ("--absent", "framtidsverket"): "ACTOR=MEETING",
        ("--start", "tomorrow"): "tomorrow",
        ("--start", "2026-10-06 13:00"): "4",
        ("--start", "2026-10-25 02:30"): "2026-10-25 02:30",
        ("--start=2026-10-06 13:00",) * 4: "2026-10-06 13:00",
        ("--rounds", "12"): "12",
        ("--coalition", "none/1"): "none/1",
    }
    for options, named in cases.items():
        run = koalition("meetings", season, proposal, "--out", tmp_path / "no", *options)
        assert run.returncode == 2, (options, run.stdout, run.stderr)
        assert named in run.stderr, options
    assert not (tmp_path / "no" / "plan.json").exists()


def test_planning_one_coalition_anew_keeps_the_plans_of_the_others(
    koalition: Koalition, demo: Path, tmp_path: Path
) -> None:
    proposal = demo / "out" / "proposal.json"
    run = koalition("meetings", demo, proposal, "--effort", "quick", "--out", tmp_path)
    assert run.returncode == 0, run.stderr
    before = json.loads((tmp_path / "plan.json").read_text(encoding="utf-8"))
    coalition, leaver = before[1]["coalition"], before[1]["meetings"][3]["rounds"][0]["rooms"][0]
    run = koalition(
        *("meetings", demo, proposal, "--effort", "quick", "--out", tmp_path),
        *("--coalition", coalition, "--former", tmp_path / "plan.json", "--held", 2),
        *("--without", leaver["host"]),
    )
    assert run.returncode == 0, run.stderr
    after = json.loads((tmp_path / "plan.json").read_text(encoding="utf-8"))
    assert [plan["coalition"] for plan in after] == [plan["coalition"] for plan in before]
    changed = [a["coalition"] for a, b in zip(after, before, strict=True) if a != b]
    assert changed == [coalition]


def test_a_former_plan_of_other_organisations_is_refused(
    koalition: Koalition, season: Path, tmp_path: Path
) -> None:
    proposal, former = season / "out" / "proposal.json", tmp_path / "plan.json"
    assert koalition("meetings", season, proposal, "--out", tmp_path).returncode == 0
    member = sorted(members_of(season))[0]
    text = former.read_text(encoding="utf-8").replace(f'"{member}"', '"somebody-else"')
    former.write_text(text, encoding="utf-8")
    run = koalition("meetings", season, proposal, "--former", former, "--held", 1)
    assert run.returncode == 2, run.stderr
    assert "somebody-else" in run.stderr
