"""Rules in words: what was asked, what costs, and the command's pins and bans."""

from api.show.naming import name_coalition
from api.show.rules import name_rule, tell_key
from api.show.showing import Showing
from matcher.constraints.registry import is_off
from models.messages import say
from models.numbers import count
from models.proposals import Proposal
from models.rules import Rule
from models.scores import Conflict
from models.seasons import Season
from models.text import Text
from models.wording import join_texts, sentence_case


def command_rules(showing: Showing, rules: tuple[Rule, ...]) -> tuple[Text, ...]:
    """Say the pins and bans that were given with the command."""
    return tuple(_say(showing, rule) for rule in rules)


def asked_rules(showing: Showing, proposal: Proposal) -> tuple[Text, ...]:
    """Say what the season's and the command's rules ask, one phrase for each kind.

    Rules of single actors are counted and not told: the sheet is made to be sent, and
    they may name an actor who is hidden from others.
    """
    kinds: dict[str, list[Rule]] = {}
    for rule in (*showing.season.rules, *proposal.settings.rules):
        if is_off(rule):
            continue
        kinds.setdefault(rule.kind, []).append(rule)
    return tuple(_phrase(showing, kind, rules) for kind, rules in kinds.items())


def _phrase(showing: Showing, kind: str, rules: list[Rule]) -> Text:
    """Say all the rules of one kind: Sector floor: 2 academia, 3 private sector."""
    title = sentence_case(showing.glossary.rule_of(kind))
    if any(key.name in ("actor", "actors") for rule in rules for key in rule.keys):
        parts = [count(len(rules))]
    else:
        parts = [_ask(showing.season, rule) for rule in rules if rule.keys]
    told = _leave_out_names(showing, join_texts(parts))
    return join_texts((title, told), ": ") if parts else title


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


def _say(showing: Showing, rule: Rule) -> Text:
    """Say a rule with the names of those that it speaks of."""
    season, actor = showing.season, str(rule.get("actor") or "")
    place = season.actor_index.get(actor)
    home = rule.coalition or rule.challenge
    where = say("report_rule_everywhere")
    if home is not None:
        known = season.challenge_index.get(home)
        title = name_coalition(season, home) if known is None else season.challenges[known].title
        where = Text.same(title)
    return say(
        "report_rule_of_actor",
        rule=sentence_case(showing.glossary.rule_of(rule.kind)),
        actor=actor if place is None else season.actors[place].name,
        where=where,
    )


def tell_conflict(showing: Showing, conflict: Conflict) -> Text:
    """Say a conflict on a page to be sent: a rule of single actors without their names."""
    title = name_coalition(showing.season, conflict.coalition)
    rule = name_rule(showing.glossary, conflict.rule, {})
    return showing.discretion.tidy_conflict(conflict, title, rule).text


def _leave_out_names(showing: Showing, text: Text) -> Text:
    """Leave out whom the viewer may not hear of: a rule may speak of a column with names."""
    tell = showing.discretion.leave_out_names
    return Text(sv=tell(text.sv), en=tell(text.en))
