"""Help, and what is wrong with a command as typed, in the language asked for."""

import inspect
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.core import TyperGroup
from typer.main import get_command
from typer.testing import CliRunner

from api.cli.commands import app
from api.cli.help_pages import NAMES
from api.cli.language import asked_in
from models.messages.help import HELP
from models.text import Language

ENGLISH = re.compile(
    r"\b(?:Usage|Error|Try|Options?|Arguments?:|Commands?|default|required|env var|Invalid|value|"
    r"Missing|No such|Input|should|is|not|one of|Got|unexpected|Show|message|the|and|of|given)\b"
)


def run(*words: object, **environment: str) -> Any:
    return CliRunner().invoke(app, [*map(str, words)], env={"COLUMNS": "300", **environment})


def every_command(way: tuple[str, ...], held: Any) -> Iterator[tuple[tuple[str, ...], Any]]:
    yield way, held
    if isinstance(held, TyperGroup):
        for name, each in held.commands.items():
            yield from every_command((*way, name), each)


COMMANDS = list(every_command((), get_command(app)))


def test_every_text_of_help_is_in_both_languages_and_said() -> None:
    said = {inspect.cleandoc(command.help or "") for _, command in COMMANDS}
    for _, command in COMMANDS:
        options = (each for each in command.params if not getattr(each, "hidden", False))
        said |= {inspect.cleandoc(each.help or "") for each in options}
    assert said | {"Show this message and exit."} == set(HELP)


@pytest.mark.parametrize(("way", "command"), COMMANDS, ids=["-".join(way) for way, _ in COMMANDS])
def test_help_is_in_swedish_where_it_is_asked_for(way: tuple[str, ...], command: Any) -> None:
    told = run(*way, "--help", "--lang", "sv")
    assert told.exit_code == 0
    assert told.output.startswith("Användning: ")
    plain = re.sub(r"<[^>]+>|--[a-z-]+|\[[^\]]*\]|`[^`]+`|\.[a-z]+\b", "", told.output)
    lines = [line for line in plain.splitlines() if not line.startswith("Användning")]
    assert not ENGLISH.findall("\n".join(lines))


def test_every_name_of_a_value_has_a_swedish_one() -> None:
    shown = "\n".join(run(*way, "--help").output for way, _ in COMMANDS)
    names = set(re.findall(r"(?<![\w`])(?:[A-Z]{3,}|<[a-z ]+>)(?=[\]\[=,. }\n]|$)", shown))
    assert names - {"JSON"} == set(NAMES)


@pytest.fixture
def season(tmp_path: Path) -> Path:
    folder = tmp_path / "autumn"
    assert run("new", folder).exit_code == 0
    return folder


USAGE = [
    (("check",), "SÄSONG saknas."),
    (("explain", "{s}", "p.json"), "--actor saknas."),
    (("chekc", "{s}"), "Kommandot chekc finns inte. Menade du check?"),
    (("frobnicate",), "Kommandot frobnicate finns inte."),
    (("outcomes", "nwe"), "Kommandot nwe finns inte. Menade du new?"),
    (("check", "{s}", "--foo"), "Alternativet --foo finns inte."),
    (("propose", "{s}", "--sed", "1"), "Alternativet --sed finns inte. Menade du --season, --seed"),
    (("check", "{s}", "--json=3"), "Alternativet --json tar inget värde."),
    (("check", "{s}", "two"), "För många argument: two."),
    (("propose", "{s}", "--seed", "a"), "Värdet för --seed: Skriv ett heltal."),
    (("propose", "{s}", "--seed", "-1"), "Värdet för --seed: Skriv minst 0."),
    (("facets", "{s}", "--count", "13"), "Värdet för --count: Skriv högst 12."),
    (("propose", "{s}", "--effort", "huge"), "Värdet för --effort: huge är inget av quick, normal"),
    (("propose", "{s}", "--time-limit", "x"), "Värdet för --time-limit: Skriv ett tal."),
    (
        ("propose", "{s}", "--time-limit", "-1.5"),
        "Värdet för --time-limit: -1,5 är inget ändligt",
    ),
    (("propose", "{s}", "--seed", "1", "--seed", "2"), "--seed är angiven mer än en gång"),
    (("dates", "{s}", "p.json", "--from", "x"), "Värdet för --from: x är inget datum"),
    (("meetings", "{s}", "p.json", "--link", "x"), "Värdet för --link: "),
]


@pytest.mark.parametrize(("words", "told"), USAGE, ids=[told for _, told in USAGE])
def test_what_was_mistyped_is_told_in_swedish(
    season: Path, words: tuple[str, ...], told: str
) -> None:
    typed = [word.format(s=season) for word in words]
    for given in (("--lang", "sv", *typed), (typed[0], "--lang=sv", *typed[1:])):
        answer = run(*given)
        assert answer.exit_code == 2
        assert told in answer.output
        assert "Fel: " in answer.output
        said = re.sub(r"<[^>]+>|\{.*?\}|--[a-z]+", "", answer.output.replace(str(season), ""))
        assert not ENGLISH.findall(said.replace("one of", ""))
    english = run(*typed)
    assert english.exit_code == 2
    assert "Error: " in english.output
    assert run(*typed, KOALITION_LANG="sv").output == run(*typed, "--lang", "sv").output


def test_without_a_word_the_help_is_shown_and_nothing_else() -> None:
    told = run(KOALITION_LANG="sv")
    assert told.exit_code == 2
    assert told.output.startswith("Användning: ")
    assert "Fel" not in told.output


def test_an_option_without_its_value_is_told() -> None:
    told = run("--lang", "sv", "propose", "x", "--out")
    assert "Alternativet --out ska följas av ett värde." in told.output
    assert told.exit_code == 2


def test_a_setting_that_is_no_language_is_named() -> None:
    told = run("check", "x", KOALITION_LANG="fi")
    assert told.exit_code == 2
    assert "--lang (KOALITION_LANG): fi is none of sv, en." in told.output


def test_the_season_named_says_the_language_of_help_and_mistakes(season: Path) -> None:
    settings = season / "season.toml"
    settings.write_text('lang = "sv"\n' + settings.read_text("utf-8"), "utf-8")
    assert run("check", season, "--foo").output.startswith("Användning: ")
    assert run("check", season, "--help").output.startswith("Användning: ")
    assert run("check", season, "--help", "--lang", "en").output.startswith("Usage: ")
    assert run("check", season, "--help", KOALITION_LANG="en").output.startswith("Usage: ")


def test_a_language_before_the_command_is_the_command_s(season: Path) -> None:
    assert "Alla koalitioner kan bildas" in run("--lang", "sv", "check", season).output
    told = run("--lang", "sv", "check", season, KOALITION_LANG="en").output
    assert "Alla koalitioner kan bildas" in told
    told = run("--lang", "sv", "check", season, "--lang", "en").output
    assert "All coalitions can be formed" in told


def test_a_command_that_is_recommended_carries_the_language_on(tmp_path: Path) -> None:
    folder = tmp_path / "my autumn"
    told = run("new", folder, "--lang", "sv").output
    assert f'kör: koalition check "{folder}" --lang sv\n' in told
    assert f"koalition check {tmp_path / 'a'}\n" in run("new", tmp_path / "a").output


def test_the_command_s_own_language_comes_before_that_of_all() -> None:
    assert asked_in(["--lang", "sv", "check", "--lang", "en"]) is Language.EN
    assert asked_in(["check", "--lang"]) is None


@pytest.mark.parametrize(("language", "told"), [("sv", "SÄSONG"), ("en", "SEASON")])
def test_an_argument_that_cannot_be_a_path_is_told_by_its_name(language: str, told: str) -> None:
    result = run("check", "a\0b", "--lang", language)
    assert result.exit_code == 2
    assert told in result.output.splitlines()[-1]
