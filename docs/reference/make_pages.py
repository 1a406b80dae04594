"""Write the reference pages from what the code knows: criteria, rules, columns,
settings, metrics.

    python docs/reference/make_pages.py

Overwrites the pages of both languages beside this file; a test holds them to the code.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

from pydantic import SecretStr
from pydantic_core import PydanticUndefined

from api.http.metrics import SERIES
from api.settings import InstallationSettings, variable_of
from data.files import columns
from matcher.constraints.kind import RuleKind
from matcher.constraints.registry import KINDS
from matcher.criteria.registry import CRITERIA
from models.messages import say
from models.numbers import decimal
from models.text import Language, Text

HERE = Path(__file__).parent
TABLES = {
    "actors": columns.ACTORS,
    "challenges": columns.CHALLENGES,
    "ties": columns.TIES,
    "members": columns.MEMBERS,
    "answers": columns.ANSWERS,
    "ideas": columns.IDEAS,
}
_YES = Text(sv="ja", en="yes")
_DASH = Text(sv="–", en="–")
_MADE = Text(
    sv="Den här sidan skrivs av `python docs/reference/make_pages.py`.",
    en="This page is written by `python docs/reference/make_pages.py`.",
)


def make_pages() -> dict[Path, str]:
    """Give every page's text by its path."""
    pages = {}
    for language in Language:
        folder = HERE / language.value
        for name, lines in (
            ("criteria", criteria_lines(language)),
            ("rules", rule_lines(language)),
            ("columns", column_lines(language)),
            ("settings", setting_lines(language)),
            ("metrics", series_lines(language)),
        ):
            pages[folder / f"{name}.md"] = "\n".join(lines) + "\n"
    pages[HERE / "sv" / "texts.md"] = "\n".join(text_lines()) + "\n"
    return pages


def text_lines() -> Iterator[str]:
    """Give the page of every Swedish text beside its English one, by the file that says it."""
    yield from _head(
        Language.SV,
        Text.same("Texter"),
        Text.same(
            "Allt som Koalition säger på svenska, bredvid det engelska, att läsa igenom. Det som "
            "står inom klamrar fylls i; `{n:# plats|# platser}` väljer mellan en och flera."
        ),
    )
    root = HERE.parent.parent
    for package in ("models", "matcher", "data", "api"):
        for path in sorted((root / package).rglob("*.py")):
            texts = list(_find_texts(path))
            if texts:
                yield from (f"## {path.relative_to(root).as_posix()}", "")
                yield from ("| svenska | engelska |", "| --- | --- |")
                for swedish, english in texts:
                    cells = (cell.replace("\n", "<br>") for cell in (swedish, english))
                    yield from _row(Language.SV, *cells)
                yield ""


def _find_texts(path: Path) -> Iterator[tuple[str, str]]:
    """Give the texts that are written out in a file, in its order."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id == "Text"
        ):
            said = {word.arg: word.value for word in node.keywords}
            if {"sv", "en"} <= said.keys():
                one, other = (said[language] for language in ("sv", "en"))
                if isinstance(one, ast.Constant) and isinstance(other, ast.Constant):
                    yield str(one.value), str(other.value)


def criteria_lines(language: Language) -> Iterator[str]:
    """Give the page of the criteria, line by line."""
    yield from _head(
        language,
        Text(sv="Kriterier", en="Criteria"),
        Text(
            sv="Varje kriterium är ett tal från 0 till 1; vikten står under `[weights]` i "
            "`season.toml`. Vikten 0 stänger av det.",
            en="Each criterion is a number from 0 to 1; its weight stands under `[weights]` in "
            "`season.toml`. The weight 0 turns it off.",
        ),
    )
    yield from _row(
        language,
        Text(sv="namn", en="name"),
        Text(sv="på svenska", en="in words"),
        Text(sv="vad det mäter", en="what it measures"),
        Text(sv="vikt", en="weight"),
    )
    yield "| --- | --- | --- | --- |"
    for key, criterion in CRITERIA.items():
        weight = decimal(criterion.default_weight)
        yield from _row(language, f"`{key}`", criterion.title, criterion.meaning, weight)


def rule_lines(language: Language) -> Iterator[str]:
    """Give the page of the rules, line by line."""
    yield from _head(
        language,
        Text(sv="Regler", en="Rules"),
        Text(
            sv="En regel står under `[[rules]]` i `season.toml`, med `kind` och nycklarna nedan. "
            '`challenge` begränsar den till en utmaning. `strength` är `"hard"` (förvalt) eller '
            "ett tal: då är regeln mjuk, och det som fattas dras från poängen. 0 stänger av den. "
            "Kostnaden avgör vilka hårda regler som ger vika när alla inte kan hållas.",
            en="A rule stands under `[[rules]]` in `season.toml`, with `kind` and the keys below. "
            '`challenge` limits it to one challenge. `strength` is `"hard"` (the default) or a '
            "number: then the rule is soft, and what it misses is taken off the total. 0 turns it "
            "off. The cost decides which hard rules give way when not all can be kept.",
        ),
    )
    yield from _row(
        language,
        Text(sv="slag", en="kind"),
        Text(sv="vad den säger", en="what it says"),
        Text(sv="nycklar", en="keys"),
        Text(sv="var den står", en="where it stands"),
        Text(sv="kan vara mjuk", en="can be soft"),
        Text(sv="kostnad", en="cost"),
    )
    yield "| --- | --- | --- | --- | --- | --- |"
    for key, kind in KINDS.items():
        yield from _row(
            language,
            f"`{key}`",
            kind.meaning,
            _keys(kind, language),
            _home(kind),
            _YES if kind.is_stated and kind.can_be_soft else _DASH,
            _DASH if kind.unit_cost is None else str(kind.unit_cost),
        )


def _keys(kind: RuleKind, language: Language) -> str:
    """List a kind's keys with what each of them takes."""
    optional = Text(sv="kan utelämnas", en="may be left out").in_language(language)
    keys = [
        f"`{key.name}`{'' if key.required else f' ({optional})'}: {key.mend.in_language(language)}"
        for key in kind.keys
    ]
    return "<br>".join(keys) or "–"


def _home(kind: RuleKind) -> Text:
    """Say where a kind's rules come from."""
    if not kind.is_stated:
        return Text(sv="kolumnerna", en="the columns")
    if kind.is_from_files:
        return Text(
            sv="kolumnerna; `season.toml` mjukar upp", en="the columns; softened in the file"
        )
    if kind.holds_unasked:
        return Text(sv="gäller om inget annat sägs", en="holds unless stated otherwise")
    return Text(sv="`season.toml`", en="`season.toml`")


def _list_headers(column: columns.Column) -> str:
    """List a column's other headers, those that are only likely in brackets."""
    likely = f"({', '.join(column.likely)})" if column.likely else ""
    return " ".join(filter(None, (", ".join(column.aliases), likely))) or _DASH


def column_lines(language: Language) -> Iterator[str]:
    """Give the page of the columns, line by line."""
    yield from _head(
        language,
        Text(sv="Kolumner", en="Columns"),
        Text(
            sv="Tabellerna är CSV (komma, semikolon eller tabb) eller XLSX. Stora och små "
            "bokstäver gör ingen skillnad i rubrikerna. Andra kolumner i aktörernas tabell "
            "följer med och kan användas i regler. Rubriker inom parentes läses så, med en "
            "varning, där ingen annan rubrik betyder kolumnen.",
            en="The tables are CSV (comma, semicolon or tab) or XLSX. Headers may be in any case. "
            "Other columns of the actors' table are kept and can be used in rules. Headers in "
            "brackets are read so, with a warning, where no other header means the column.",
        ),
    )
    for table, known in TABLES.items():
        yield f"## {table}.csv"
        yield ""
        yield from _row(
            language,
            Text(sv="rubrik", en="header"),
            Text(sv="också", en="also"),
            Text(sv="måste finnas", en="required"),
            Text(sv="innehåll", en="holds"),
        )
        yield "| --- | --- | --- | --- |"
        for column in known:
            yield from _row(
                language,
                f"`{column.name}`",
                _list_headers(column),
                _YES if column.is_required else _DASH,
                say(f"column_{table}_{column.name}"),
            )
        yield ""


def setting_lines(language: Language) -> Iterator[str]:
    """Give the page of the settings, line by line."""
    yield from _head(
        language,
        Text(sv="Inställningar", en="Settings"),
        Text(
            sv="Inställningar är miljövariabler; en som är tom räknas som inte satt. "
            "`koalition doctor` visar vilka som gäller; hemliga värden visas aldrig.",
            en="Settings are environment variables; one without a value counts as not set. "
            "`koalition doctor` shows those in effect; secret values are never shown.",
        ),
    )
    yield from _row(
        language,
        Text(sv="variabel", en="variable"),
        Text(sv="vad den säger", en="what it says"),
        Text(sv="förval", en="default"),
        Text(sv="hemlig", en="secret"),
    )
    yield "| --- | --- | --- | --- |"
    for name, field in InstallationSettings.model_fields.items():
        places = Text(sv="plattformens mapp", en="the platform's folder")
        default: Text | str = _DASH
        if field.default_factory is not None:
            default = places
        elif field.default not in (None, PydanticUndefined):
            shown = field.default
            value = shown.get_secret_value() if isinstance(shown, SecretStr) else str(shown)
            default = f"`{value}`"
        is_secret = "SecretStr" in str(field.annotation)
        yield from _row(
            language,
            f"`{variable_of(name)}`",
            say(f"setting_{name}"),
            default,
            _YES if is_secret else _DASH,
        )


def series_lines(language: Language) -> Iterator[str]:
    """Give the page of a server's numbers, line by line."""
    yield from _head(
        language,
        Text(sv="Mätserier", en="Metrics"),
        Text(
            sv="Serierna på `/metrics`, som Prometheus läser dem. Det som räknas i databasen är "
            "detsamma från varje server; anrop, strömmar och minne är den svarande serverns egna. "
            "Svarar inte databasen är `koalition_database_up` 0, och det som räknas i den saknas "
            "eller är NaN. `process_…` (minne, processortid, öppna filer) finns också. Ingen "
            "etikett nämner någon.",
            en="The series at `/metrics`, as Prometheus reads them. What is counted in the "
            "database is the same from every server; requests, streams and memory are those of "
            "the server that answers. Where the database does not answer, `koalition_database_up` "
            "is 0 and what is counted in it is missing or NaN. `process_…` (memory, processor "
            "time, open files) is there, too. No label names anybody.",
        ),
    )
    yield from _row(
        language,
        Text(sv="serie", en="series"),
        Text(sv="slag", en="kind"),
        Text(sv="etiketter", en="labels"),
        Text(sv="vad den säger", en="what it says"),
    )
    yield "| --- | --- | --- | --- |"
    for each in SERIES:
        labels = ", ".join(f"`{label}`" for label in each.labels)
        meaning = say(f"metric_{each.key}")
        yield from _row(language, f"`{each.name}`", each.kind, labels or _DASH, meaning)


def _head(language: Language, title: Text, note: Text) -> Iterator[str]:
    yield f"# {title.in_language(language)}"
    yield ""
    yield note.in_language(language)
    yield ""
    yield _MADE.in_language(language)
    yield ""


def _row(language: Language, *cells: Text | str) -> Iterator[str]:
    shown = [cell if isinstance(cell, str) else cell.in_language(language) for cell in cells]
    safe = [cell.replace("|", "\\|") for cell in shown]
    yield f"| {' | '.join(safe)} |"


def main() -> None:
    """Write the pages."""
    for path, text in make_pages().items():
        path.parent.mkdir(exist_ok=True)
        path.write_text(text.rstrip("\n") + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
