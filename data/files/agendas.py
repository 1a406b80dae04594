"""Agenda templates from a folder of TOML files, one a meeting, in the order of their names."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from data.files.findings import Findings, ask_if_meant
from data.files.toml_file import TomlFile, read_toml
from data.reference.spelling import find_nearest
from data.samples import AGENDAS
from models.agendas import (
    MEETING_MINUTES,
    SHORTEST_ROUND_MINUTES,
    AgendaTemplate,
    TemplateItem,
)
from models.messages import say
from models.text import Language, Text

KEYS = ("minutes", "theme", "items")
ITEM_KEYS = ("title", "text", "minutes", "breakout")
MOST_MINUTES = 600


def read_agendas(folder: Path | None = None) -> tuple[AgendaTemplate, ...]:
    """Read the templates of a folder; without one, those of the coalition model.

    Raises
    ------
    InputError
        With every fault of every file, each once.
    """
    findings = Findings()
    folder = folder or AGENDAS
    if not folder.is_dir():
        findings.fault(folder.name, None, None, None, "agenda_no_folder")
        findings.stop_if_faulty()
    files = sorted(path for path in folder.iterdir() if path.suffix == ".toml")
    if not files:
        findings.fault(folder.name, None, None, None, "agenda_no_files")
    templates = [
        _Reader(toml, findings).read_template()
        for path in files
        if (toml := read_toml(path, findings))
    ]
    findings.stop_if_faulty()
    return tuple(template for template in templates if template)


@dataclass(frozen=True)
class _Reader:
    """Reads one file; a fault gives None in its place, and reading goes on."""

    toml: TomlFile
    findings: Findings

    def note(
        self, section: str, key: str, number: int, value: object, code: str, **params: object
    ) -> None:
        """Note that a key of the file, or of its numbered item, can't be used."""
        parent = key.partition(".")[0]
        places = (
            (section, number, key),
            (section, number, parent),
            (section or parent, number, ""),
        )
        row = next((self.toml.lines[place] for place in places if place in self.toml.lines), None)
        shown = None if value is None else str(value)
        self.findings.fault(self.toml.file, row, key or None, shown, code, **params)

    def read_template(self) -> AgendaTemplate | None:
        """Read the whole file; what its minutes add up to is judged whatever its words are."""
        before = len(self.findings.faults)
        self._refuse_unknown("", 0, self.toml.data, KEYS)
        theme = self._read_text("", 0, self.toml.data, "theme")
        minutes = self._read_minutes("", 0, {"minutes": MEETING_MINUTES, **self.toml.data})
        items = [self._read_item(number, table) for number, table in self._tables()]
        lengths = [item[0] for item in items]
        if items and minutes and None not in lengths:
            self._add_up(minutes, sum(length for length in lengths if length))
        if items and not any(is_breakout is not False for _, is_breakout, _ in items):
            self.note("", "items", 0, None, "agenda_no_breakout")
        if theme is None or minutes is None or len(self.findings.faults) != before:
            return None
        found = tuple(item for _, _, item in items if item)
        return AgendaTemplate(theme=theme, minutes=minutes, items=found)

    def _tables(self) -> list[tuple[int, dict[str, object]]]:
        """Give the numbered tables of the items."""
        tables = self.toml.data.get("items")
        if isinstance(tables, list) and tables and all(isinstance(t, dict) for t in tables):
            return list(enumerate(tables))
        self.note("", "items", 0, None, "agenda_no_items")
        return []

    def _read_item(
        self, number: int, table: dict[str, object]
    ) -> tuple[int | None, bool | None, TemplateItem | None]:
        """Read an item: its minutes and whether it is a breakout, also where the rest is amiss."""
        self._refuse_unknown("items", number, table, ITEM_KEYS)
        title = self._read_text("items", number, table, "title")
        text = self._read_text("items", number, table, "text")
        minutes = self._read_minutes("items", number, table)
        is_breakout = table.get("breakout", False)
        if not isinstance(is_breakout, bool):
            self.note("items", "breakout", number, is_breakout, "agenda_not_true_false")
            return minutes, None, None
        if is_breakout and minutes and minutes < SHORTEST_ROUND_MINUTES:
            code, least = "agenda_breakout_short", SHORTEST_ROUND_MINUTES
            self.note("items", "minutes", number, minutes, code, least=least)
        if "breakout" not in table and not table.keys() <= set(ITEM_KEYS):
            return minutes, None, None  # the unknown key may be meant for it
        if title is None or text is None or minutes is None:
            return minutes, is_breakout, None
        item = TemplateItem(title=title, text=text, minutes=minutes, is_breakout=is_breakout)
        return minutes, is_breakout, item

    def _add_up(self, minutes: int, total: int) -> None:
        """Note items whose minutes are not the meeting's."""
        if total != minutes:
            code = "agenda_minutes_over" if total > minutes else "agenda_minutes_under"
            words = {"total": total, "off": abs(total - minutes), "asked": minutes}
            self.note("", "minutes", 0, minutes, code, **words)

    def _refuse_unknown(
        self, section: str, number: int, keys: Iterable[str], known: tuple[str, ...]
    ) -> None:
        """Note the keys that mean nothing."""
        for key in (key for key in keys if key not in known):
            words = {"allowed": ", ".join(known), "hint": ask_if_meant(find_nearest(key, known))}
            self.note(section, key, number, None, "agenda_unknown_key", **words)

    def _read_text(
        self, section: str, number: int, table: dict[str, object], key: str
    ) -> Text | None:
        """Read a text in both languages, or one for both; line breaks in it do not count."""
        value = table.get(key, {})
        if isinstance(value, str) and value.strip():
            return Text.same(" ".join(value.split()))
        if not isinstance(value, dict):
            self.note(section, key, number, value, "agenda_not_two_languages", name=key)
            return None
        known = tuple(f"{key}.{language}" for language in Language)
        self._refuse_unknown(section, number, (f"{key}.{word}" for word in value), known)
        found: dict[str, str] = {}
        for language in Language:
            words = value.get(language, "")
            if not isinstance(words, str):
                self.note(section, f"{key}.{language}", number, words, "not_text")
            elif not words.strip():
                name = say(f"agenda_in_{language}")
                code = "agenda_no_language"
                self.note(section, f"{key}.{language}", number, None, code, language=name, name=key)
            else:
                found[language] = " ".join(words.split())
        return Text(**found) if len(found) == len(Language) else None

    def _read_minutes(self, section: str, number: int, table: dict[str, object]) -> int | None:
        """Read minutes as a whole number."""
        value = table.get("minutes")
        if isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= MOST_MINUTES:
            return value
        code, limits = "not_whole_between", {"least": 1, "most": MOST_MINUTES}
        self.note(section, "minutes", number, value, code, **limits)
        return None
