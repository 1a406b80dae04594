"""The whole proposal in a few sentences and figures."""

from dataclasses import dataclass

from api.show.pairs import find_pairs
from models.messages import say
from models.numbers import count, percent, percent_at_most, percent_below_all
from models.proposals import Certificate, Coalition, Proposal
from models.seasons import Season
from models.text import HARD_SPACE, Text


@dataclass(frozen=True)
class Figure:
    """A number with what it counts."""

    value: Text
    name: Text


@dataclass(frozen=True)
class ProposalSummary:
    """Sentences for the head of the report, and its figures."""

    sentences: tuple[Text, ...]
    figures: tuple[Figure, ...]


def summarise_proposal(season: Season, proposal: Proposal) -> ProposalSummary:
    """Say how many, how mixed, how new to each other, how good, and who is left."""
    if not proposal.coalitions:
        return ProposalSummary((say("report_summary_none"),), ())
    members = [member for coalition in proposal.coalitions for member in coalition.members]
    sectors = len(dict.fromkeys(member.sector for member in members))
    counties = len({member.county for member in members if member.county})
    challenges = len(dict.fromkeys(c.challenge_id for c in proposal.coalitions))
    unknown = _share_of_strangers(season, proposal.coalitions)
    share = percent(1) if unknown == 1 else percent_below_all(unknown)
    left = len(proposal.unplaced)
    return ProposalSummary(
        sentences=(
            say(
                "report_summary_formed",
                seats=say("count_seats", n=len(members)),
                coalitions=say("count_coalitions", n=len(proposal.coalitions)),
                challenges=say("count_challenges", n=challenges),
            ),
            say(
                "report_summary_spread",
                sectors=say("count_sectors", n=sectors),
                counties=say("count_counties", n=counties),
            ),
            say("report_summary_all_new")
            if unknown == 1
            else say("report_summary_new", share=share),
            say_quality(proposal.certificate),
            say("report_summary_left", n=left) if left else say("report_summary_all_placed"),
        ),
        figures=(
            _figure("count_coalitions", len(proposal.coalitions)),
            _figure("count_seats", len(members)),
            _figure("count_sectors", sectors),
            _figure("count_counties", counties),
            Figure(share, say("report_figure_strangers")),
        ),
    )


def say_quality(certificate: Certificate) -> Text:
    """Say in plain words how far it can be from the best; a relaxed one may be best, too."""
    if certificate.is_proven:
        return say("report_quality_optimal")
    return say("report_quality_gap", gap=percent_at_most(certificate.gap))


def _figure(code: str, value: int) -> Figure:
    """Set a count beside the bare noun that belongs to it."""
    told = say(code, n=value)
    nouns = (text.rpartition(HARD_SPACE)[2] for text in (told.sv, told.en))
    return Figure(count(value), Text(sv=next(nouns), en=next(nouns)))


def _share_of_strangers(season: Season, coalitions: tuple[Coalition, ...]) -> float:
    """Give the share of all pairs within coalitions that have no tie."""
    pairs = old = 0
    for coalition in coalitions:
        members = tuple(season.actors[season.actor_index[m.actor_id]] for m in coalition.members)
        pairs += len(members) * (len(members) - 1) // 2
        old += len(find_pairs(season, members).old)
    return 1.0 if not pairs else 1 - old / pairs
