"""Draw the house in CONTRIBUTING.md: every room, what it is for, and which rooms it reads.

    python docs/make_house.py

Overwrites what stands between the two marks of that page; a test holds it to the code.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import grimp

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "CONTRIBUTING.md"
BEGIN, END = "<!-- house -->\n", "<!-- /house -->\n"
FLOORS = ("api", "matcher", "data", "models")
"""From the top: a room reads those below it, and those of its own floor that it names."""


def draw_house() -> str:
    """Give the picture: floor by floor its rooms, each with what it reads."""
    graph = grimp.build_graph(*FLOORS, include_external_packages=False)
    lines = [line for floor in FLOORS for line in _draw_floor(graph, floor)]
    return "\n".join(("```text", *lines, "```", ""))


def _draw_floor(graph: grimp.ImportGraph, floor: str) -> Iterator[str]:
    yield f"{floor + '/':16}{_meaning(floor)}"
    for room in _rooms(floor):
        name = f"  {room.removeprefix(f'{floor}.')}/"
        yield f"{name:16}{_meaning(room)}"
        read = ", ".join(_read_by(graph, room))
        if read:
            yield f"{'':18}reads {read}"
    yield ""


def _rooms(floor: str) -> list[str]:
    """Give the packages right below a floor."""
    folders = sorted(path.parent for path in (ROOT / floor).glob("*/__init__.py"))
    return [f"{floor}.{folder.name}" for folder in folders]


def _meaning(package: str) -> str:
    """Give the first sentence of a package's docstring."""
    text = (ROOT / package.replace(".", "/") / "__init__.py").read_text(encoding="utf-8")
    return (ast.get_docstring(ast.parse(text)) or "").split("\n\n")[0].replace("\n", " ")


def _room_of(module: str) -> str:
    """Give the room that a module lies in; modules of `models` are one room."""
    floor, *rest = module.split(".")
    is_room = floor != "models" and bool(rest) and (ROOT / floor / rest[0]).is_dir()
    return f"{floor}.{rest[0]}" if is_room else floor


def _read_by(graph: grimp.ImportGraph, room: str) -> list[str]:
    """Give the rooms that a room imports, lazy imports among them; `models` goes without saying."""
    own = {room, *graph.find_descendants(room)}
    read = {_room_of(imported) for module in own for imported in _imports(graph, module)}
    return sorted(read - {room, "models"})


def _imports(graph: grimp.ImportGraph, module: str) -> set[str]:
    return graph.find_modules_directly_imported_by(module)


def main() -> None:
    """Write the picture into the page."""
    before, rest = PAGE.read_text(encoding="utf-8").split(BEGIN)
    _, after = rest.split(END)
    PAGE.write_text(f"{before}{BEGIN}{draw_house()}{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
