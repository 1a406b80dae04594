"""The agendas of the coalition model out to files that are edited."""

import json
import textwrap
from pathlib import Path

from data.files.agendas import read_agendas
from data.files.findings import Findings
from data.files.folders import write_whole
from data.samples import AGENDAS
from models.agendas import AgendaTemplate
from models.messages import say
from models.text import Language, Text

WIDTH = 95
"""Letters on a line."""


def copy_agendas(folder: Path, only: Language | None = None) -> tuple[Path, ...]:
    """Write the templates of the coalition model into a folder, to be edited.

    Parameters
    ----------
    folder : Path
        Made if it is not there.
    only : Language or None
        The one language that they are written in; in both where it is None.

    Raises
    ------
    InputError
        `file_exists` for each file that is there already; then nothing is written.
    """
    findings = Findings()
    sources = sorted(AGENDAS.glob("*.toml"))
    for source in sources:
        if (folder / source.name).exists():
            findings.fault(source.name, None, None, None, "file_exists")
    findings.stop_if_faulty()
    texts = [source.read_text(encoding="utf-8") for source in sources]
    if only is not None:
        numbered = enumerate(read_agendas(), start=1)
        texts = [_write(number, template, only) for number, template in numbered]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for source, text in zip(sources, texts, strict=True):
            write_whole(folder / source.name, text)
    except OSError:
        findings.fault(folder.name, None, None, None, "unwritable_file")
        findings.stop_if_faulty()
    return tuple(folder / source.name for source in sources)


def _write(number: int, template: AgendaTemplate, language: Language) -> str:
    """Give a template as a file in one language."""

    def quote(text: Text) -> str:
        return json.dumps(text.in_language(language), ensure_ascii=False)

    head = say("agenda_head", number=number).in_language(language)
    lines = [*(f"# {line}" for line in textwrap.wrap(head, WIDTH - 2)), ""]
    lines += [f"minutes = {template.minutes}", f"theme = {quote(template.theme)}"]
    for item in template.items:
        lines += ["", "[[items]]", f"title = {quote(item.title)}", f"minutes = {item.minutes}"]
        lines += ["breakout = true"] if item.is_breakout else []
        lines += ['text = """', *textwrap.wrap(quote(item.text)[1:-1], WIDTH), '"""']
    return "\n".join(lines) + "\n"
