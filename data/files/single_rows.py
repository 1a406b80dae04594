"""Single rows by the same checks as whole files: an actor, a challenge, a rule, the settings."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from data.files import columns
from data.files.actors import ActorDefaults, enter_actors, read_actors
from data.files.challenges import enter_challenges, read_challenges
from data.files.directory import Directory, Trouble
from data.files.findings import Findings
from data.files.rows import RowMapping, to_row_table
from data.files.rules import RuleCheck
from data.files.settings import read_settings
from data.files.stated_rules import Known, read_rules
from data.files.toml_file import TomlFile
from data.reference.gazetteer import Gazetteer
from models.actors import Actor
from models.challenges import Challenge
from models.errors import Fault, InputError
from models.rules import Rule

BODY = "body"
"""The file that faults of rows name: what was sent."""
SETTINGS = ("name", "year", "country", "seed", "effort", "time_limit_s", "balance", "weights")


class SingleRows:
    """Reads rows one by one; see `models.ports.files`."""

    def __init__(
        self, check_rule: RuleCheck, criteria: Collection[str], gazetteer: Gazetteer
    ) -> None:
        self._check_rule, self._criteria, self._gazetteer = check_rule, criteria, gazetteer

    def read_actor(
        self, row: RowMapping, country: str, challenges: Sequence[tuple[str, str]]
    ) -> tuple[Actor, str, tuple[Fault, ...]]:
        """Read an actor."""
        findings = Findings()
        table = to_row_table(BODY, [row], columns.ACTORS, findings)
        if table is not None:
            named, ids = enter_actors(table)
            asked, defaults = _enter("unknown_challenge", challenges), ActorDefaults(country)
            actors, people = read_actors(
                table, named, ids, asked, defaults, self._gazetteer, findings
            )
        _stop_if_faulty(findings)
        (actor,) = actors
        return actor, people.email_of(actor.id), _of_body(findings.warnings)

    def read_challenge(self, row: RowMapping, country: str) -> tuple[Challenge, tuple[Fault, ...]]:
        """Read a challenge."""
        findings = Findings()
        table = to_row_table(BODY, [row], columns.CHALLENGES, findings)
        if table is not None:
            found = read_challenges(
                table, enter_challenges(table), country, self._gazetteer, findings
            )
        _stop_if_faulty(findings)
        (challenge,) = found
        return challenge, _of_body(findings.warnings)

    def read_rule(
        self,
        row: RowMapping,
        country: str,
        actors: Sequence[tuple[str, str]],
        challenges: Sequence[tuple[str, str]],
    ) -> Rule:
        """Read a rule; counties are those of the season's country."""
        findings = Findings()
        known = Known(
            actors=_enter("unknown_actor", actors),
            challenges=_enter("unknown_challenge", challenges),
            columns=None,
            counties=frozenset(self._gazetteer.regions(country)),
        )
        rules = read_rules(
            TomlFile(BODY, {"rules": [dict(row)]}, {}), known, self._check_rule, findings
        )
        _stop_if_faulty(findings)
        return rules[0]

    def read_settings(self, row: RowMapping) -> Mapping[str, Any]:
        """Read those settings that are given."""
        findings = Findings()
        stated = read_settings(TomlFile(BODY, dict(row), {}), "-", self._criteria, findings)
        _stop_if_faulty(findings)
        return {name: getattr(stated, name) for name in SETTINGS if name in row}


def _enter(trouble: Trouble, known: Sequence[tuple[str, str]]) -> Directory:
    directory = Directory(trouble)
    for number, (id_, name) in enumerate(known):
        directory.enter(id_, name, number)
    return directory


def _stop_if_faulty(findings: Findings) -> None:
    if findings.faults:
        raise InputError(_of_body(findings.faults), _of_body(findings.warnings))


def _of_body(faults: Sequence[Fault]) -> tuple[Fault, ...]:
    """Give faults without the row of a file that there is none of."""
    return tuple(fault.evolve(row=None) for fault in faults)
