"""Loops are compiled once, outside every clock, and whatever interrupts that breaks nothing."""

import ast
import os
import subprocess
import sys
import time
from pathlib import Path
from threading import Event, Thread
from types import ModuleType
from typing import Any

import numpy as np
import pytest
from filelock import FileLock

from matcher.core import loops
from matcher.core.settings import Options
from matcher.propose import propose
from matcher.warm import warm
from models.ports.progress import Progress, Silence
from models.proposals import EndedBy
from tests.kit.seasons import give_reading, middle_season

READY = """
import os, signal, sys
from matcher.core import loops
from matcher.meetings.rehearsal import ready_meetings
from models.ports.progress import Silence

class Killer(Silence):
    said = 0
    def report(self, stage, done, total=None, gap=None):
        assert stage == "stage_compiling_meetings" and done <= total
        self.said += 1
        if done == int(sys.argv[1]):
            os.kill(os.getpid(), signal.SIGKILL)

killer = Killer()
ready_meetings(killer, again=len(sys.argv) > 2)
print(killer.said)
"""


def ready(folder: Path, *arguments: object) -> subprocess.CompletedProcess[str]:
    """Compile the loops of meetings in a process of its own."""
    environment = {**os.environ, "NUMBA_CACHE_DIR": str(folder)}
    command = [sys.executable, "-c", READY, *map(str, arguments)]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def test_an_interrupted_compile_and_a_spoilt_file_break_nothing(tmp_path: Path) -> None:
    assert ready(tmp_path, 3).returncode == -9
    assert list(tmp_path.rglob("*.nbc")) and not list(tmp_path.rglob("*.done"))

    second = ready(tmp_path, 0)
    assert second.returncode == 0, second.stderr
    assert 0 < int(second.stdout) < 9, "what was compiled before the kill is used"
    assert len(list(tmp_path.rglob("*.done"))) == 1 and not list(tmp_path.rglob("*.tmp.*"))

    assert ready(tmp_path, 0, "again").stdout == "0\n", "nothing is compiled twice"

    code = max(tmp_path.rglob("*.nbc"), key=lambda path: path.stat().st_size)
    index = next(path for path in tmp_path.rglob("*.nbi") if path.stem in code.stem)
    for path, spoil in (
        (code, lambda sound: sound[:100]),
        (code, lambda sound: b""),
        (code, lambda sound: bytes(range(256)) * 8),
        (code, lambda sound: sound[:2000] + bytes([sound[2000] ^ 1]) + sound[2001:]),
        (index, lambda sound: sound[:100]),
        (index, lambda sound: b"\x80\x04garbage"),
    ):
        path.write_bytes(spoil(path.read_bytes()))
        mended = ready(tmp_path, 0)
        assert (mended.stdout, mended.stderr) == ("1\n", ""), "it is told and compiled anew"
        assert ready(tmp_path, 0).stdout == "0\n", "and once only"


def lay_sources(folder: Path) -> Path:
    folder.mkdir()
    (folder / "moves.py").write_text("import numba\n\n\n@compiled()\ndef f(): ...\n")
    (folder / "plain.py").write_text("ONE = 1\n")
    return folder


def test_other_sources_have_another_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A loop that calls one of another file is compiled anew when that changes."""
    root = lay_sources(tmp_path / "engine")
    monkeypatch.setattr(loops, "ROOT", root)
    first = loops._fingerprint()
    (root / "plain.py").write_text("ONE = 2\n")
    assert loops._fingerprint() == first
    (root / "moves.py").write_text("import numba\n\n\n@compiled()\ndef f(): return 2\n")
    assert loops._fingerprint() != first


def test_code_lies_beside_the_package_or_in_the_cache_or_nowhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root, own = lay_sources(tmp_path / "engine"), tmp_path / "own"
    monkeypatch.setattr(loops, "ROOT", root)
    monkeypatch.setattr(loops._config, "CACHE_DIR", "")
    monkeypatch.setenv("KOALITION_CACHE_DIR", str(own))
    find = loops.find_folder.__wrapped__
    beside = find()
    assert beside is not None and beside.parent == root / "__pycache__"

    # Files in the folders' places: nothing can be written there, whoever asks.
    beside.rmdir()
    (root / "__pycache__").rmdir()
    (root / "__pycache__").write_text("")
    found = find()
    assert found is not None and found.parent == own

    found.rmdir()
    own.rmdir()
    own.write_text("")
    assert find() is None

    monkeypatch.setattr(loops._config, "CACHE_DIR", str(tmp_path / "stated"))
    assert find().parent == tmp_path / "stated"


def test_what_a_read_only_installation_has_compiled_is_taken_over(tmp_path: Path) -> None:
    warm_folder, folder = tmp_path / "warm", tmp_path / "own" / "loops"
    (warm_folder / "optimise").mkdir(parents=True)
    (warm_folder / "optimise" / "f.nbc").write_bytes(b"code")
    folder.mkdir(parents=True)
    loops._take_over(warm_folder, folder)
    assert not any(folder.iterdir()), "it is not whole"
    (warm_folder / "optimise.done").touch()
    loops._take_over(warm_folder, folder)
    assert (folder / "optimise" / "f.nbc").read_bytes() == b"code"
    assert (folder / "optimise.done").exists()


def test_what_is_pruned_while_it_is_taken_over_is_done_without(tmp_path: Path) -> None:
    warm_folder, folder = tmp_path / "warm", tmp_path / "own" / "loops"
    (warm_folder / "optimise").mkdir(parents=True)
    (warm_folder / "optimise.done").touch()
    (warm_folder / "optimise" / "f.nbc").symlink_to(tmp_path / "gone")
    folder.mkdir(parents=True)
    loops._take_over(warm_folder, folder)
    assert [*folder.parent.iterdir()] == [folder] and not any(folder.iterdir())


def test_only_code_that_nobody_compiles_is_pruned(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loops, "ROOT", tmp_path)
    beside = tmp_path / "__pycache__"
    old, busy, own = (beside / f"loops-{name}" for name in ("old", "busy", "own"))
    for folder in (old, busy, own):
        (folder / "meetings").mkdir(parents=True)
        (folder / "meetings.lock").touch()
        (folder / "optimise.lock").touch()
    with FileLock(busy / "optimise.lock"):
        loops._compile(own / "meetings", own / "meetings.done", lambda: None)
    assert sorted(beside.iterdir()) == [busy, own]
    loops._compile(own / "meetings", own / "meetings.done", lambda: None)
    assert sorted(beside.iterdir()) == [own]


def test_a_second_thread_waits_until_the_first_has_rehearsed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loops, "find_folder", lambda: tmp_path)
    has_begun, may_end, order = Event(), Event(), list[str]()

    def rehearse() -> None:
        loops.make_ready("part", rehearse, Silence())  # which comes by here itself
        has_begun.set()
        assert may_end.wait(60)
        order.append("rehearsed")

    def come_second() -> None:
        loops.make_ready("part", lambda: order.append("again"), Silence())
        order.append("second")

    first = Thread(target=loops.make_ready, args=("part", rehearse, Silence()))
    second = Thread(target=come_second)
    first.start()
    assert has_begun.wait(60)
    second.start()
    second.join(0.5)
    may_end.set()
    first.join()
    second.join()
    assert order == ["rehearsed", "second"]
    assert (tmp_path / "part.done").exists()


def test_an_interrupted_rehearsal_is_begun_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loops, "find_folder", lambda: tmp_path)

    def interrupt() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        loops.make_ready("other part", interrupt, Silence())
    heard = list[str]()
    loops.make_ready("other part", lambda: heard.append("rehearsed"), Silence())
    assert heard == ["rehearsed"]


def test_rehearsals_call_every_loop_and_leave_nothing_to_compile() -> None:
    assert warm(Silence()) == len(loops.LOOPS)
    folder = loops.find_folder()
    assert folder is not None
    kept = {path.name.rsplit("-", 1)[0] for path in folder.rglob("*.nbi")}
    own = [x.py_func for x in engine_loops() if x.targetoptions.get("inline") != "always"]
    names = {f"{f.__module__.rsplit('.', 1)[-1]}.{f.__qualname__}" for f in own}
    assert len(names) > 20 and names <= kept

    heard: list[str] = []

    class Heard(Silence):
        def report(self, stage: str, *more: object, **known: object) -> None:
            heard.append(stage)

    season, fits = middle_season()
    propose(season, give_reading(fits), Options(is_reproducible=True), Heard())
    assert "stage_bounding" in heard and "stage_compiling_optimise" not in heard


def engine_loops() -> list[Any]:
    """Give the engine's loops, without those of benchmarks that another test may have read."""
    return [each for each in loops.LOOPS if each.py_func.__module__.startswith("matcher.")]


def test_constants_of_loops_stand_in_files_that_are_looked_at() -> None:
    """Else a change of the constant would leave old code in use."""
    sources = {str(path) for path in loops.list_sources()}
    assert len(engine_loops()) > 50
    for each in engine_loops():
        names, known = each.py_func.__code__.co_names, each.py_func.__globals__
        module = sys.modules[each.py_func.__module__]
        assert module.__file__ in sources
        for name in names:
            value = known.get(name)
            if isinstance(value, int | float | np.number):
                assert origin_of(module, name) in sources, (module.__name__, name)


def origin_of(module: ModuleType, name: str) -> str | None:
    """Give the file in which a module's constant is assigned."""
    assert module.__file__ is not None
    for node in ast.parse(Path(module.__file__).read_text("utf-8")).body:
        if isinstance(node, ast.ImportFrom) and any(
            (alias.asname or alias.name) == name for alias in node.names
        ):
            return sys.modules[str(node.module)].__file__
    return module.__file__


def test_compiling_is_in_no_certificate_and_no_time_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a machine that compiles for an hour, with a time limit of a minute."""
    late = [0.0]

    def compile_slowly(part: str, rehearse: object, progress: Progress, **_: object) -> None:
        late[0] = 3600.0
        progress.report(f"stage_compiling_{part}", 1, 1)

    monkeypatch.setattr(loops, "make_ready", compile_slowly)
    for name, module in list(sys.modules.items()):
        if name.startswith("matcher.") and getattr(module, "monotonic", None) is time.monotonic:
            monkeypatch.setattr(module, "monotonic", lambda: late[0] + time.monotonic())
    season, fits = middle_season()
    found = propose(season, give_reading(fits), Options(time_limit_s=60.0), Silence())
    assert late[0] >= 3600.0
    assert found.certificate.ended_by is not EndedBy.TIME
    assert found.certificate.seconds is not None and found.certificate.seconds < 3600.0
