"""A folder with headers and example rows to fill in."""

from pathlib import Path

from data.files.findings import Findings
from data.files.folders import write_whole
from data.files.reading import FILES
from models.text import Language

EXAMPLES = Path(__file__).with_name("examples")
BOM = "\ufeff"
"""Tells spreadsheet programs that a CSV file is UTF-8."""


def write_template(folder: Path, language: Language) -> tuple[Path, ...]:
    """Write a season of invented organisations to replace with one's own.

    Parameters
    ----------
    folder : Path
        Made if it is not there.
    language : Language
        Of headers, examples and comments.

    Returns
    -------
    tuple of Path
        The files written, in the order of their names in a season.

    Raises
    ------
    InputError
        `file_exists` for each file that is there already; then nothing is written.
    """
    findings = Findings()
    for name in FILES:
        if (folder / name).exists():
            findings.fault(name, None, None, None, "file_exists")
    findings.stop_if_faulty()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name in FILES:
            text = (EXAMPLES / language / name).read_text(encoding="utf-8")
            bom = BOM if name.endswith(".csv") else ""
            write_whole(folder / name, bom + text)
    except OSError:
        findings.fault(folder.name, None, None, None, "unwritable_file")
        findings.stop_if_faulty()
    return tuple(folder / name for name in FILES)
