"""Reading a season's folder: everything that is wrong, at once, or the season."""

import tomllib
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from data.files import columns
from data.files.actors import ActorDefaults, enter_actors, read_actors
from data.files.challenges import enter_challenges, read_challenges
from data.files.columns import Column
from data.files.copies import warn_copies
from data.files.duplicates import warn_duplicates
from data.files.findings import Findings
from data.files.hosting import read_host
from data.files.locate import choose_file, choose_settings, is_there, name_table, note_absent
from data.files.own_words import OwnWords, read_own_words, warn_unused
from data.files.rules import RuleCheck
from data.files.settings import StatedSettings, read_settings
from data.files.stated_rules import Known, read_rules
from data.files.tables import Table, read_table
from data.files.ties import read_ties
from data.files.toml_file import TomlFile, read_toml
from data.files.uncounted import warn_uncounted
from data.reference.countries import SWEDEN, to_country, to_country_named
from data.reference.gazetteer import Gazetteer, load_gazetteer
from models.actors import Actor
from models.challenges import Challenge
from models.errors import Fault
from models.hosts import NO_HOST, Host
from models.people import People
from models.rules import Rule
from models.seasons import Season
from models.text import Language
from models.ties import Tie

ACTORS_FILE = "actors.csv"
CHALLENGES_FILE = "challenges.csv"
TIES_FILE = "ties.csv"
SETTINGS_FILE = "season.toml"
FILES = (ACTORS_FILE, CHALLENGES_FILE, TIES_FILE, SETTINGS_FILE)
"""Every file of a season, in the order of their faults."""


@dataclass(frozen=True)
class SeasonFile:
    """A season as read, how to reach its actors, what was odd about its files, who holds it.

    `settings_text` is its `season.toml` as written; empty where there is none.
    """

    season: Season
    people: People = field(repr=False)
    warnings: tuple[Fault, ...]
    host: Host = NO_HOST
    settings_text: str = field(default="", repr=False)


def read_season(
    folder: Path,
    *,
    check_rule: RuleCheck,
    criteria: Collection[str],
    gazetteer: Gazetteer | None = None,
) -> SeasonFile:
    """Read and validate a season's folder.

    Parameters
    ----------
    folder : Path
        Holds `actors.csv` and `challenges.csv`, and if wanted `ties.csv` and
        `season.toml`; each table may be an .xlsx or .ods file instead.
    check_rule : RuleCheck
        Judges the meaning of each rule.
    criteria : collection of str
        The criteria that this version has.
    gazetteer : Gazetteer, optional
        Knows the places; the bundled one by default.

    Returns
    -------
    SeasonFile
        The same content gives the same season, whatever format, delimiter, BOM, language
        or case of headers and order of actors.

    Raises
    ------
    InputError
        With every fault of every file, each once, and the warnings.
    """
    findings = Findings()
    if not folder.is_dir():
        findings.fault(folder.name, None, None, None, "missing_folder")
        findings.stop_if_faulty()
    toml = _read_toml(folder / SETTINGS_FILE, findings)
    own = read_own_words(toml, findings)
    host = read_host(toml, folder, findings)
    sources = Sources(
        actors=_read_table(folder / ACTORS_FILE, own.known(columns.ACTORS), findings),
        challenges=_read_table(folder / CHALLENGES_FILE, own.known(columns.CHALLENGES), findings),
        settings=toml,
        own=own,
        read_ties=lambda: _read_ties(folder / TIES_FILE, own.known(columns.TIES), findings),
        name=folder.resolve().name or "season",
        host=host,
    )
    return make_season(sources, check_rule, criteria, gazetteer or load_gazetteer(), findings)


def find_language(folder: Path) -> Language | None:
    """Give the language that a season's settings ask for; None where they ask for none.

    What can't be read is told by whoever reads the season.
    """
    toml = _read_toml(folder / SETTINGS_FILE, Findings()) if folder.is_dir() else None
    return read_language(toml.text) if toml else None


def read_language(settings: str) -> Language | None:
    """Give the language that settings, which can be parsed, ask for; None where they don't."""
    stated = tomllib.loads(settings).get("lang")
    return Language(str(stated)) if stated in list(Language) else None


@dataclass(frozen=True)
class Sources:
    """What a season is made of, wherever it comes from.

    Attributes
    ----------
    actors, challenges : Table or None
        None where it can't be read at all, which is noted.
    settings : TomlFile or None
    own : OwnWords
        What its sheets call things.
    read_ties : callable
        Reads the ties' table when all else is read; None without ties.
    name : str
        The season's, where the settings state none.
    host : Host
        Who holds it.
    """

    actors: Table | None
    challenges: Table | None
    settings: TomlFile | None
    own: OwnWords
    read_ties: Callable[[], Table | None]
    name: str
    host: Host = NO_HOST


def make_season(
    sources: Sources,
    check_rule: RuleCheck,
    criteria: Collection[str],
    gazetteer: Gazetteer,
    findings: Findings,
) -> SeasonFile:
    """Make a season of what was read.

    Raises
    ------
    InputError
        With everything that is found or was found before, in the order of files and rows.
    """
    read = _join(sources, check_rule, criteria, gazetteer, findings)
    for found in (findings.faults, findings.warnings):
        found.sort(key=_in_reading_order)
    findings.stop_if_faulty()
    text = sources.settings.text if sources.settings else ""
    return SeasonFile(read.to_season(), read.people, tuple(findings.warnings), sources.host, text)


@dataclass(frozen=True)
class _Parts:
    """What could be read of a season's files; a season only where nothing is at fault."""

    settings: StatedSettings
    rules: tuple[Rule, ...]
    challenges: tuple[Challenge, ...]
    actors: tuple[Actor, ...]
    people: People
    ties: tuple[Tie, ...]

    def to_season(self) -> Season:
        """Join the parts, each of which the others agree with."""
        stated = self.settings
        return Season(
            name=stated.name,
            year=stated.year,
            country=stated.country or SWEDEN,
            seed=stated.seed,
            effort=stated.effort,
            time_limit_s=stated.time_limit_s,
            balance=stated.balance,
            weights=stated.weights,
            rules=self.rules,
            challenges=self.challenges,
            actors=self.actors,
            ties=self.ties,
        )


def _join(
    sources: Sources,
    check_rule: RuleCheck,
    criteria: Collection[str],
    gazetteer: Gazetteer,
    findings: Findings,
) -> _Parts:
    """Read all tables, as far as they can be read."""
    actor_table, challenge_table, toml = sources.actors, sources.challenges, sources.settings
    settings = StatedSettings(name=sources.name)
    if toml:
        settings = read_settings(toml, sources.name, criteria, findings)
    named, ids = enter_actors(actor_table)
    questions = enter_challenges(challenge_table)
    challenges = (
        read_challenges(challenge_table, questions, settings.country, gazetteer, findings)
        if challenge_table
        else ()
    )
    defaults = ActorDefaults(settings.country, sources.own.sectors)
    actors, people = (
        read_actors(actor_table, named, ids, questions, defaults, gazetteer, findings)
        if actor_table
        else ((), People())
    )
    if actor_table:
        rows = [(named.rows[actor.id], actor) for actor in actors]
        places = gazetteer.names(settings.country or SWEDEN)
        warn_duplicates(actor_table.file, rows, places, findings)
        warn_copies(actor_table.file, rows, challenges, findings)
    known = Known(
        actors=named,
        challenges=questions,
        columns=actor_table.columns if actor_table else None,
        counties=_find_counties(actor_table, actors, settings.country or SWEDEN, gazetteer),
    )
    parts = _Parts(
        settings=settings,
        rules=read_rules(toml, known, check_rule, findings) if toml else (),
        challenges=challenges,
        actors=actors,
        people=people,
        ties=read_ties(table, named, findings) if (table := sources.read_ties()) else (),
    )
    stated = toml.data.get("weights") if toml else None
    told = stated if isinstance(stated, dict) else ()
    files = (
        actor_table.file if actor_table else ACTORS_FILE,
        challenge_table.file if challenge_table else CHALLENGES_FILE,
    )
    warn_unused(sources.own, toml, findings)
    warn_uncounted(actors, challenges, criteria, told, check_rule, files, findings)
    return parts


def _read_table(path: Path, known: Sequence[Column], findings: Findings) -> Table | None:
    """Read a table from its file, of whatever kind it is."""
    chosen = choose_file(path, findings)
    if chosen is None:
        note_absent(path, findings)
    return read_table(chosen, known, findings) if chosen else None


def _read_toml(path: Path, findings: Findings) -> TomlFile | None:
    """Read the settings' file, where there is one."""
    chosen = choose_settings(path, findings)
    return read_toml(chosen, findings) if chosen else None


def _read_ties(path: Path, known: Sequence[Column], findings: Findings) -> Table | None:
    """Read the ties' table, where there is one."""
    return _read_table(path, known, findings) if is_there(path) else None


def _find_counties(
    table: Table | None, actors: tuple[Actor, ...], season_country: str, gazetteer: Gazetteer
) -> frozenset[str]:
    """Give the counties that a rule may name: those of the countries that actors are in."""
    stated = {row.cells.get("country", "") for row in table.rows} if table else set()
    named = (to_country(text) or to_country_named(text) for text in stated)
    countries = {SWEDEN, season_country, *(country for country in named if country)}
    regions = {region for country in countries for region in gazetteer.regions(country)}
    return frozenset({*regions, *(actor.place.county for actor in actors)})


def _in_reading_order(fault: Fault) -> tuple[int, int]:
    """Order faults by file and row; within a row they stand as found."""
    stem = name_table(Path(fault.file))
    files = [name.rsplit(".", 1)[0] for name in FILES]
    return (files.index(stem) if stem in files else -1, fault.row or 0)
