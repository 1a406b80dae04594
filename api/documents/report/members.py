"""The members' edition: who is in each coalition, in their own words, and why together.

It is made to be sent. Warnings, reserves, scores, relevance, actors who are hidden or have no
place, rules and settings are the organiser's, and never enter.
"""

from dataclasses import dataclass, replace
from pathlib import Path

from api.documents.report.summary import summarise_proposal
from api.show.coalitions import CoalitionCard, coalition_cards
from api.show.outlines import draw_country
from api.show.showing import Showing
from api.show.templating import environment, speech
from models.actors import Actor
from models.clock import say_stamp
from models.hosts import Host, say_host
from models.messages import say
from models.numbers import count
from models.proposals import Proposal
from models.text import Text
from models.viewers import PUBLIC

TEMPLATES = Path(__file__).with_name("templates")
FOR_MEMBERS = 3
"""So many of the summary's sentences are: how many, how mixed, how new to each other."""


@dataclass(frozen=True)
class Voice:
    """A member with its own words, and how many new contacts it makes."""

    actor: Actor
    words: tuple[tuple[Text | None, str], ...]
    """Each with what it is called; its description needs no name."""

    contacts: int


@dataclass(frozen=True)
class MembersCoalition:
    """A coalition as its members read of it."""

    card: CoalitionCard
    why: Text
    voices: tuple[Voice, ...]


def render_members_edition(showing: Showing, proposal: Proposal, host: Host) -> str:
    """Write the members' edition as one HTML page, for whoever may read it."""
    public = replace(showing, viewer=PUBLIC)
    summary = summarise_proposal(public.season, proposal)
    gatherings = tuple(_gather(public, card) for card in coalition_cards(public, proposal))
    page = (
        environment(TEMPLATES)
        .get_template("members_edition.html.j2")
        .render(
            **speech(showing.language),
            season=public.season,
            created=proposal.created_at and say_stamp(proposal.created_at, public.season.time_zone),
            proposal=proposal,
            sentences=summary.sentences[:FOR_MEMBERS],
            gatherings=gatherings,
            host=host,
            organiser=say_host(host),
            country=draw_country(),
        )
    )
    return f"{page}\n"


def _gather(showing: Showing, card: CoalitionCard) -> MembersCoalition:
    return MembersCoalition(
        card,
        _say_why(card),
        tuple(_hear(showing, row.actor, row.member.new_contacts) for row in card.members),
    )


def _say_why(card: CoalitionCard) -> Text:
    """Say why these belong together: the question, their sectors and areas, who is new to whom."""
    weak = sum(row.is_weak for row in card.members)
    code = "members_why_some"
    if 2 * weak < len(card.members):
        code = "members_why_most" if weak else "members_why_all"
    pairs = card.size * (card.size - 1) // 2
    return say(
        code,
        sectors=card.facts[-2],
        areas=card.facts[-1] if card.has_areas else say("members_whole_country"),
        new=count(pairs - card.known_pairs),
        pairs=say("count_pairs", n=pairs),
    )


def _hear(showing: Showing, actor: Actor, contacts: int) -> Voice:
    """Give a member's own words, without addresses and names of hidden actors."""
    own = (
        (None, actor.description),
        (say("members_offers"), actor.offers),
        (say("members_seeks"), actor.seeks),
    )
    told = ((name, showing.discretion.tidy(text)) for name, text in own)
    return Voice(actor, tuple((name, text) for name, text in told if text), contacts)
