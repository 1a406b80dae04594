from collections.abc import Callable
from pathlib import Path

import pytest

from data.files.reading import SeasonFile, read_season
from models.errors import Fault, InputError
from models.seasons import CONTRACT_CRITERIA
from tests.kit.rules import accept_any

ACTORS = """\
id,name,sector,place,description
a1,Alfa,public,Malmö,Alfa does many useful things
a2,Beta,akademi,Lund,Beta studies many useful things
"""
CHALLENGES = "id,title\nc1,What can we do?\n"

Files = dict[str, str | bytes]


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Write a season's folder: a sound one, but for the files given (None: left out)."""

    def write_files(files: Files | None = None, name: str = "season") -> Path:
        folder = tmp_path / name
        folder.mkdir()
        contents = {"actors.csv": ACTORS, "challenges.csv": CHALLENGES, **(files or {})}
        for file, content in contents.items():
            if content is not None:
                raw = content if isinstance(content, bytes) else content.encode()
                (folder / file).write_bytes(raw)
        return folder

    return write_files


@pytest.fixture
def read(write: Callable[..., Path]) -> Callable[..., SeasonFile]:
    """Write and read a season's folder."""

    def read_files(files: Files | None = None, **options: object) -> SeasonFile:
        name = str(options.pop("name", "season"))
        settings = {"check_rule": accept_any, "criteria": CONTRACT_CRITERIA, **options}
        return read_season(write(files, name), **settings)

    return read_files


@pytest.fixture
def faults_of(read: Callable[..., SeasonFile]) -> Callable[..., tuple[Fault, ...]]:
    """Write and read a season's folder that is faulty, and give its faults."""

    def find_faults(files: Files, **options: object) -> tuple[Fault, ...]:
        with pytest.raises(InputError) as caught:
            read(files, **options)
        return caught.value.faults

    return find_faults
