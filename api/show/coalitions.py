"""One coalition as pages show it: its rows, words and pictures, each made when it is asked for."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup

from api.show.bars import Bar, area_rows, draw_bars, sector_rows
from api.show.criteria import ScoreRow, score_rows
from api.show.maps import draw_map
from api.show.members import MemberRow, ReserveRow, member_rows, reserve_rows
from api.show.naming import name_coalition
from api.show.pairs import MemberPairs, SectorPairs, count_sector_pairs, find_pairs
from api.show.rules import PenaltyRow, penalty_rows
from api.show.showing import Showing
from api.show.templating import environment, speech
from api.show.twins import EncounterRow, TownRow, contact_rows, town_rows
from api.show.weak import WeakRow, weak_rows
from models.actors import Actor
from models.challenges import Challenge, Scope
from models.errors import NotFound
from models.messages import say
from models.numbers import count, decimal
from models.proposals import Coalition, Proposal
from models.scores import Conflict
from models.sectors import Sector
from models.text import Text
from models.viewers import sees_all


@dataclass(frozen=True)
class CoalitionCard:
    """A coalition for any viewer: members that it may not see are only counted.

    Attributes
    ----------
    showing : Showing
    coalition : Coalition
    number : int
        Its place in the proposal, from 1.
    """

    showing: Showing
    coalition: Coalition
    number: int

    @property
    def anchor(self) -> str:
        """Id of its place on a page."""
        return f"coalition-{self.number}"

    @cached_property
    def title(self) -> str:
        """What it is called."""
        return name_coalition(self.showing.season, self.coalition.id)

    @property
    def total(self) -> float:
        """Its total."""
        return self.coalition.total

    @property
    def size(self) -> int:
        """How many members it has, those who are not shown included."""
        return len(self.coalition.members)

    @cached_property
    def challenge(self) -> Challenge:
        """What it is formed for."""
        season = self.showing.season
        return season.challenges[season.challenge_index[self.coalition.challenge_id]]

    @property
    def description(self) -> str:
        """The challenge's own words, without addresses, as all words in documents are."""
        return self.showing.discretion.tidy(self.challenge.description)

    @property
    def is_regional(self) -> bool:
        """Whether its areas are municipalities, and not counties."""
        return self.challenge.scope is Scope.REGIONAL

    @cached_property
    def facts(self) -> tuple[Text, ...]:
        """What stands under the title: scope, seats, sectors and areas."""
        challenge, coalition = self.challenge, self.coalition
        if self.is_regional and challenge.place and challenge.radius_km:
            km, place = decimal(challenge.radius_km, 0), challenge.place.name
            scope, kind = say("report_scope_regional", km=km, place=place), "count_municipalities"
        else:
            scope, kind = say("report_scope_national"), "count_counties"
        seats = say("count_seats", n=coalition.size)
        if coalition.size != challenge.wished_size:
            wished = count(challenge.wished_size)
            seats = say("report_seats_of_wished", seats=seats, wished=wished)
        sectors = sum(total > 0 for _, total in self.sectors)
        areas = len(self._areas)
        return (scope, seats, say("count_sectors", n=sectors), say(kind, n=areas))

    @cached_property
    def sectors(self) -> tuple[tuple[Sector, int], ...]:
        """How many members each sector has, those who are not shown included."""
        own = [member.sector for member in self.coalition.members]
        return tuple((sector, own.count(sector)) for sector in Sector)

    @cached_property
    def members(self) -> tuple[MemberRow, ...]:
        """The members that the viewer may see."""
        return member_rows(self.showing, self.coalition)

    @property
    def hidden(self) -> int:
        """How many more there are."""
        return self.size - len(self.members)

    @cached_property
    def actors(self) -> tuple[Actor, ...]:
        """The members that the viewer may see, in the order of their rows."""
        return tuple(row.actor for row in self.members)

    @cached_property
    def areas_of_members(self) -> list[str]:
        """The area of each of these."""
        return [self.area_of(actor) for actor in self.actors]

    @cached_property
    def map(self) -> Markup:
        """Where they come from; the page that holds it has the `country`, once."""
        return draw_map(f"map-{self.number}", self.challenge, self.actors, self.showing.language)

    @cached_property
    def towns(self) -> tuple[TownRow, ...]:
        """The map's facts as rows."""
        return town_rows(self.actors, self.areas_of_members)

    def area_of(self, actor: Actor) -> str:
        """Give the area in which an actor counts; empty where it works in the whole country."""
        return actor.place.municipality if self.is_regional else actor.place.county

    @property
    def has_areas(self) -> bool:
        """Whether any member counts for an area."""
        return bool(self._areas)

    @cached_property
    def _areas(self) -> frozenset[str]:
        return frozenset(area for actor in self._everybody if (area := self.area_of(actor)))

    @cached_property
    def known_pairs(self) -> int:
        """How many pairs know each other already, of all members."""
        return len(find_pairs(self.showing.season, self._everybody).old)

    @cached_property
    def _everybody(self) -> tuple[Actor, ...]:
        """The members, to be counted and never shown."""
        season = self.showing.season
        return tuple(season.actors[season.actor_index[m.actor_id]] for m in self.coalition.members)


@dataclass(frozen=True)
class CoalitionSection(CoalitionCard):
    """Everything of a coalition, for those who see the whole season.

    Attributes
    ----------
    proposal : Proposal
        Which has the coalition.
    """

    proposal: Proposal

    def __post_init__(self) -> None:
        """Refuse viewers who may not see everything.

        Raises
        ------
        ValueError
            For a member or the public.
        """
        if not sees_all(self.showing.viewer):
            raise ValueError("a coalition's section is for those who see the whole season")

    @cached_property
    def scores(self) -> tuple[ScoreRow, ...]:
        """Its scores, each with a bar."""
        return score_rows(self.showing, self.coalition, f"score-{self.number}")

    @cached_property
    def reserves(self) -> tuple[ReserveRow, ...]:
        """Who would take its members' seats."""
        return reserve_rows(self.showing, self.coalition)

    @property
    def shared_reserves(self) -> tuple[tuple[Actor, int], ...]:
        """Who is the reserve of several seats, of which it can take one, and of how many."""
        seats = Counter(row.actor.id for row in self.reserves)
        first = {row.actor.id: row.actor for row in reversed(self.reserves)}
        return tuple((first[id_], n) for id_, n in seats.most_common() if n > 1)

    @property
    def without_reserve(self) -> int:
        """How many members have none."""
        return len(self.members) - len(self.reserves)

    @cached_property
    def weak(self) -> tuple[WeakRow, ...]:
        """Its weak fits, explained."""
        return weak_rows(self.showing, self.proposal, self.coalition, self.members, self.reserves)

    @cached_property
    def penalties(self) -> tuple[PenaltyRow, ...]:
        """What soft rules take off its total."""
        return penalty_rows(self.showing.glossary, self.coalition.penalties)

    @cached_property
    def conflicts(self) -> tuple[Conflict, ...]:
        """The hard rules that gave way in it."""
        return tuple(c for c in self.proposal.conflicts if c.coalition == self.coalition.id)

    @cached_property
    def sector_rows(self) -> tuple[Bar, ...]:
        """How many members each sector has, as bars."""
        return tuple(sector_rows(self.actors, self.showing.language))

    @cached_property
    def sector_bars(self) -> Markup:
        """The same as a picture."""
        title = say("report_sector_bars_title", title=self.title)
        return self._draw_bars("sectors", self.sector_rows, title)

    @cached_property
    def area_rows(self) -> tuple[Bar, ...]:
        """How many members each area has, as bars."""
        rows = zip(self.areas_of_members, self.actors, strict=True)
        return tuple(area_rows((area, actor) for area, actor in rows if area))

    @cached_property
    def area_bars(self) -> Markup:
        """The same as a picture."""
        kind = "municipality" if self.is_regional else "county"
        title = say(f"report_{kind}_bars_title", title=self.title)
        return self._draw_bars("areas", self.area_rows, title)

    @cached_property
    def pairs(self) -> MemberPairs:
        """Its pairs by whether they know each other."""
        return find_pairs(self.showing.season, self.actors)

    @cached_property
    def ties(self) -> Text:
        """How many pairs there are, and how many of them are old and new."""
        return say(
            "report_pairs_sentence",
            pairs=say("count_pairs", n=self.size * (self.size - 1) // 2),
            old=count(len(self.pairs.old)),
            new=count(len(self.pairs.new)),
        )

    @cached_property
    def sector_pairs(self) -> tuple[SectorPairs, ...]:
        """How many pairs are new to each other, sector by sector."""
        return count_sector_pairs(self.actors, self.pairs)

    @cached_property
    def contacts(self) -> tuple[EncounterRow, ...]:
        """Whom each member knows already, and how many it will meet."""
        return contact_rows(self.actors, self.pairs)

    def _draw_bars(self, name: str, rows: tuple[Bar, ...], title: Text) -> Markup:
        return draw_bars(f"{name}-{self.number}", list(rows), title, self.showing.language)


def coalition_cards(showing: Showing, proposal: Proposal) -> tuple[CoalitionCard, ...]:
    """Give a card for each coalition, in the proposal's order."""
    return tuple(
        CoalitionCard(showing, coalition, number)
        for number, coalition in enumerate(proposal.coalitions, start=1)
    )


def coalition_sections(showing: Showing, proposal: Proposal) -> tuple[CoalitionSection, ...]:
    """Give a section for each coalition, in the proposal's order; none of it is drawn yet."""
    return tuple(
        CoalitionSection(showing, coalition, number, proposal)
        for number, coalition in enumerate(proposal.coalitions, start=1)
    )


def find_section(showing: Showing, proposal: Proposal, coalition_id: str) -> CoalitionSection:
    """Give the section of one coalition.

    Raises
    ------
    NotFound
        `coalition_not_found`, with the known ids.
    """
    for section in coalition_sections(showing, proposal):
        if section.coalition.id == coalition_id:
            return section
    known = ", ".join(coalition.id for coalition in proposal.coalitions)
    raise NotFound("coalition_not_found", name=coalition_id, known=known)


def render_section(section: CoalitionSection) -> Markup:
    """Write one coalition's section as a piece of a page that has the country's outline."""
    template = environment().get_template("coalition.html.j2")
    return Markup(template.render(**speech(section.showing.language), section=section))
