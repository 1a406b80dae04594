"""The certificate and the settings as rows of words."""

from dataclasses import dataclass

from api.documents.report.rules import command_rules
from api.show.showing import Showing
from models.clock import say_exact_stamp
from models.messages import say
from models.numbers import count, decimal, percent_at_most
from models.proposals import Proposal
from models.text import Text
from models.wording import sentence_case, word


@dataclass(frozen=True)
class Fact:
    """A name with its value; `is_code` marks what is to be copied letter by letter."""

    name: Text
    value: Text
    is_code: bool = False


@dataclass(frozen=True)
class WeightRow:
    """A criterion in use, what it measures and how much it counts."""

    title: Text
    meaning: Text
    weight: float


def weight_rows(showing: Showing, proposal: Proposal) -> tuple[WeightRow, ...]:
    """Give the criteria in use."""
    words = showing.glossary
    return tuple(
        WeightRow(sentence_case(words.title_of(key)), words.meaning_of(key), weight)
        for key, weight in proposal.settings.weights.items()
    )


def certificate_facts(proposal: Proposal, zone: str) -> tuple[Fact, ...]:
    """Give what is promised, how it was found, and when by the clock of a time zone."""
    certificate = proposal.certificate
    facts = [
        Fact(say("report_objective"), decimal(certificate.objective, 6)),
        Fact(say("report_bound"), decimal(certificate.bound, 6)),
        Fact(say("report_gap"), percent_at_most(certificate.gap)),
        Fact(say("report_status"), word("report_status", certificate.status)),
        Fact(say("report_ended_by"), word("report_ended_by", certificate.ended_by)),
        Fact(say("report_solver"), Text.same(certificate.solver)),
    ]
    if certificate.seconds is not None:
        facts.append(Fact(say("report_seconds"), decimal(certificate.seconds, 1)))
    if proposal.created_at is not None:
        facts.append(Fact(say("report_created"), say_exact_stamp(proposal.created_at, zone)))
    return tuple(facts)


def setting_facts(showing: Showing, proposal: Proposal) -> tuple[Fact, ...]:
    """Give every effective setting beside the weights, and the hashes."""
    settings = proposal.settings
    facts = [
        Fact(say("report_seed"), Text.same(str(settings.seed))),
        Fact(say("report_effort"), word("report_effort", settings.effort)),
        Fact(say("report_time_limit"), count(round(settings.time_limit_s))),
        Fact(say("report_balance"), decimal(settings.balance, 2)),
    ]
    if settings.challenge is not None:
        facts.append(Fact(say("report_only_challenge"), Text.same(settings.challenge)))
    facts += [
        Fact(say("report_command_rule"), text) for text in command_rules(showing, settings.rules)
    ]
    return (
        *facts,
        Fact(say("report_model"), Text.same(proposal.embedding.model)),
        Fact(say("report_input_hash"), Text.same(proposal.input_sha256), is_code=True),
        Fact(say("report_content_hash"), Text.same(proposal.content_sha256), is_code=True),
    )
