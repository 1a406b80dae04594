"""A season that asks eighteen public seats of sixteen public actors, from the demo's rows."""

import csv
from pathlib import Path

from data.samples import DEMO

ASKED, PUBLIC, COALITIONS = 3, 16, 6
RULE = f'[[rules]]\nkind = "sector_floor"\nsector = "public"\nmin = {ASKED}\n'


def lay_scarce(folder: Path) -> Path:
    """Write the demo's actors, but sixteen public ones, for six coalitions with three each."""
    folder.mkdir()
    actors = read(DEMO / "actors.csv")
    public = [actor["name"] for actor in actors if actor["sector"] == "public"]
    kept = [actor for actor in actors if actor["name"] not in public[PUBLIC:]]
    write(folder / "actors.csv", [{**actor, "capacity": "1", "wishes": ""} for actor in kept])
    national = [row for row in read(DEMO / "challenges.csv") if row["scope"] != "regional"]
    sizes = {"min_size": "10", "max_size": "12", "size": "", "coalitions": "1"}
    challenges = [{**row, **sizes} for row in national]
    challenges[0]["coalitions"] = str(COALITIONS - len(challenges) + 1)
    write(folder / "challenges.csv", challenges)
    (folder / "season.toml").write_text(f'name = "Knapp"\n{RULE}', "utf-8")
    return folder


def read(path: Path) -> list[dict[str, str]]:
    """Give a table's rows."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def write(path: Path, rows: list[dict[str, str]]) -> None:
    """Write rows with a header."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys())
        writer.writeheader()
        writer.writerows(rows)
