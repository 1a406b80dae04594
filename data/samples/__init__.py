"""The bundled sample seasons, and the agendas of the coalition model."""

import shutil
from pathlib import Path

DEMO = Path(__file__).with_name("demo")
AGENDAS = Path(__file__).with_name("agendas")


def lay_demo(folder: Path) -> None:
    """Copy the demo season into a folder, leaving files that are there already."""
    folder.mkdir(parents=True, exist_ok=True)
    for source in sorted(DEMO.iterdir()):
        if not (folder / source.name).exists():
            shutil.copyfile(source, folder / source.name)
