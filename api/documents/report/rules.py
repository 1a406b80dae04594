"""Rules in words: what was asked, what costs, and the command's pins and bans."""

from collections.abc import Mapping
from dataclasses import dataclass

from api.show.naming import name_coalition
from matcher.constraints.registry import is_off
from models.messages import say
from models.numbers import count
from models.proposals import Proposal
from models.rules import Rule
from models.scores import Conflict, Penalty
from models.seasons import Season
from models.sectors import Sector
from models.text import Text
from models.wording import join_texts, sentence_case, word


@dataclass(frozen=True)
class PenaltyRow:
    """A soft rule that takes something off a coalition's total."""

    rule: Text
    asked: int
    given: int
    value: float


def penalty_rows(penalties: tuple[Penalty, ...]) -> tuple[PenaltyRow, ...]:
    """Give the penalties in the proposal's order."""
    return tuple(
        PenaltyRow(name_rule(item.rule, item.keys), item.asked, item.given, item.value)
        for item in penalties
    )


def command_rules(season: Season, rules: tuple[Rule, ...]) -> tuple[Text, ...]:
    """Say the pins and bans that were given with the command."""
    return tuple(_say(season, rule) for rule in rules)


def asked_rules(season: Season, proposal: Proposal) -> tuple[Text, ...]:
    """Say what the season's and the command's rules ask, one phrase for each kind.

    Rules of single actors are counted and not told: the sheet is made to be sent, and
    they may name an actor who is hidden from others.
    """
    kinds: dict[str, list[Rule]] = {}
    for rule in (*season.rules, *proposal.settings.rules):
        if is_off(rule):
            continue
        kinds.setdefault(rule.kind, []).append(rule)
    return tuple(_phrase(season, kind, rules) for kind, rules in kinds.items())


def _phrase(season: Season, kind: str, rules: list[Rule]) -> Text:
    """Say all the rules of one kind: Sector floor: 2 academia, 3 private sector."""
    title = sentence_case(word("report_rule", kind))
    if any(key.name in ("actor", "actors") for rule in rules for key in rule.keys):
        parts = [count(len(rules))]
    else:
        parts = [_ask(season, rule) for rule in rules if rule.keys]
    return join_texts((title, join_texts(parts)), ": ") if parts else title


def _ask(season: Season, rule: Rule) -> Text:
    """Say what one rule asks: 2 academia (Title), soft."""
    told = [tell_key(key.name, key.value) for key in rule.keys]
    soft = say("report_soft_rule") if rule.strength is not None else Text.same("")
    known = None if rule.challenge is None else season.challenge_index.get(rule.challenge)
    where = "" if known is None else f" ({season.challenges[known].title})"
    return Text(
        sv=" ".join(text.sv for text in told) + where + soft.sv,
        en=" ".join(text.en for text in told) + where + soft.en,
    )


def _say(season: Season, rule: Rule) -> Text:
    """Say a rule with the names of those that it speaks of."""
    actor = str(rule.get("actor") or "")
    place = season.actor_index.get(actor)
    home = rule.coalition or rule.challenge
    where = say("report_rule_everywhere")
    if home is not None:
        known = season.challenge_index.get(home)
        title = name_coalition(season, home) if known is None else season.challenges[known].title
        where = Text.same(title)
    return say(
        "report_rule_of_actor",
        rule=sentence_case(word("report_rule", rule.kind)),
        actor=actor if place is None else season.actors[place].name,
        where=where,
    )


def name_rule(kind: str, keys: Mapping[str, object]) -> Text:
    """Name a rule, with what it speaks of in brackets."""
    title = sentence_case(word("report_rule", kind))
    if not keys:
        return title
    told = join_texts(tell_key(key, value) for key, value in keys.items())
    return Text(sv=f"{title.sv} ({told.sv})", en=f"{title.en} ({told.en})")


def tell_conflict(season: Season, conflict: Conflict) -> Text:
    """Say a conflict on a page to be sent: a rule of single actors without their names.

    Such a rule may name an actor who is hidden from others.
    """
    if not conflict.keys.keys() & {"actor", "actors"}:
        return conflict.text
    title, rule = name_coalition(season, conflict.coalition), name_rule(conflict.rule, {})
    return Text(sv=f"{title}: {rule.sv}.", en=f"{title}: {rule.en}.")


def tell_key(key: str, value: object) -> Text:
    """Say one key of a rule; a sector by its name."""
    if key == "sector" and value in list(Sector):
        return Sector(str(value)).text
    values = ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
    return Text.same(values)
