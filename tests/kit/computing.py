"""Small seasons for what computes: a folder of few actors, and following a run to its end."""

import json
from pathlib import Path
from typing import Any

from api.bootstrap import Installation
from models.kept_seasons import SeasonContent
from tests.kit.document_client import DocumentClient

SECTORS = ("kommun", "företag", "förening", "universitet")
TOWNS = ("Lund", "Kiruna", "Umeå", "Malmö", "Visby", "Örebro")


def write_small(folder: Path, actors: int = 12) -> Path:
    """Write a season of two coalitions that is quick to form."""
    folder.mkdir(parents=True, exist_ok=True)
    rows = [
        f"a{i:02},Aktör {i},{SECTORS[i % 4]},{TOWNS[i % 6]},"
        f"Vi arbetar med unga och kultur i staden och vill pröva något nytt nummer {i}.,"
        f"a{i:02}@example.org"
        for i in range(actors)
    ]
    (folder / "actors.csv").write_text(
        "id,name,sector,place,description,email\n" + "\n".join(rows) + "\n", "utf-8"
    )
    (folder / "challenges.csv").write_text(
        "id,title,min_size,max_size,coalitions\nunga,Hur tar vi vara på ungas kraft?,3,4,2\n",
        "utf-8",
    )
    (folder / "season.toml").write_text('name = "Liten"\neffort = "quick"\n', "utf-8")
    return folder


def read_small(folder: Path) -> SeasonContent:
    """Read such a season as a store keeps it."""
    read = Installation().open_season(write_small(folder))
    return SeasonContent(
        season=read.season, people=read.people, host=read.host, settings_text=read.settings_text
    )


def follow(client: DocumentClient, run: str) -> dict[str, Any]:
    """Follow a run's events to its end, and give what it then is."""
    address = f"/api/v1/runs/{run}/events"
    last: dict[str, Any] = {}
    with client.http.stream("GET", address, headers=client.headers) as stream:
        name = ""
        for line in stream.iter_lines():
            if line.startswith("event: "):
                name = line.removeprefix("event: ")
            elif line.startswith("data: ") and name == "ended":
                last = json.loads(line.removeprefix("data: "))
    return last
