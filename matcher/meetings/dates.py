"""Dates for a coalition's meetings: those that most can attend, well apart, with a quorum."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, timedelta

from matcher.meetings.candidates import CandidateDate, find_candidate_dates
from matcher.meetings.spread import Candidate, count_spaced, fill, find_spacing
from models.actors import Actor
from models.bookings import Occasion
from models.dates import DatePlan, DateSettings, Lack, MeetingDate, Missing, SectorCount, WayOut
from models.messages import say
from models.scores import CoalitionMembers
from models.seasons import Season
from models.sectors import Sector
from models.text import Text
from models.wording import sentences
from models.zones import ZONES, zone_of

FEWEST_MEETINGS = 2


@dataclass(frozen=True)
class HeldBefore:
    """How many meetings were held, and the day of the last one where it is known."""

    meetings: int
    last: date | None


def plan_dates(
    season: Season,
    coalition: CoalitionMembers,
    settings: DateSettings,
    elsewhere: Sequence[Occasion] = (),
) -> DatePlan:
    """Choose the dates of a season's coalition; see `choose_dates`."""
    members = [season.actors[season.actor_index[id_]] for id_ in coalition.members]
    return choose_dates(members, season.country, settings, coalition.id, elsewhere=elsewhere)


def choose_dates(
    members: Sequence[Actor],
    country: str,
    settings: DateSettings,
    coalition: str = "",
    held: HeldBefore | None = None,
    stand: Sequence[CandidateDate | None] = (),
    elsewhere: Sequence[Occasion] = (),
) -> DatePlan:
    """Choose the dates that most can attend.

    Most members over all dates, then the largest smallest attendance, then the earliest
    dates; among the choices that lie far enough apart and meet every sector's quorum.
    Where there are none, first the quorums give way, by as few members as can be; then
    the days between, as little as can be; then the number of meetings.

    Parameters
    ----------
    members : sequence of Actor
    country : str
        ISO 3166-1 alpha-2; its public holidays are left out, and its clock counts.
    settings : DateSettings
    coalition : str, optional
        Its id.
    held : HeldBefore, optional
        Meetings before those that are planned.
    stand : sequence of CandidateDate or None, optional
        For each meeting the date that it had before and keeps, in the order of time. Only
        where another meeting then finds no day between them are all dates chosen anew.
    elsewhere : sequence of Occasion, optional
        Meetings of other coalitions: members of both are booked twice as seldom as can be,
        before days between and quorums count.
    """
    after = held.last if held is not None else None
    found = find_candidate_dates(members, country, settings, after)
    had = {each.start: each for each in stand if each is not None}
    openings = sorted(
        (*had.values(), *(each for each in found.openings if each.start not in had)),
        key=lambda each: each.start,
    )
    group = _Coalition(members, settings, held, elsewhere)
    candidates = [group.weigh(opening) for opening in openings]
    open_to_all = [None] * len(settings.minutes)
    places = {each.start: i for i, each in enumerate(openings)}
    kept = [None if each is None else places[each.start] for each in stand] or open_to_all
    filled = fill(candidates, kept, settings.min_days, group.after)
    if filled is None:
        filled = fill(candidates, open_to_all, settings.min_days, group.after)
    chosen, spacing = filled if filled is not None else (open_to_all, settings.min_days)
    if clashes := _count_clashes(candidates, chosen):
        closer = [
            fill(candidates, kept, days, group.after) for days in range(settings.min_days)[:0:-1]
        ]
        ways = [way for way in closer if way is not None and None not in way[0]]
        better = min(ways, key=lambda way: _count_clashes(candidates, way[0]), default=None)
        if better is not None and _count_clashes(candidates, better[0]) < clashes:
            chosen, spacing = better
    dates = tuple(
        group.settle(number, openings[i])
        for number, i in enumerate(chosen, start=group.first + 1)
        if i is not None
    )
    missing = (
        *group.miss_days(len(dates), spacing),
        *group.miss_quorums(dates, openings, max(1, spacing)),
    )
    return DatePlan(
        coalition=coalition,
        time_zone=zone_of(country),
        dates=dates,
        possible=len(candidates),
        assumed=found.assumed,
        missing=missing,
        ways_out=group.find_ways_out(openings) if missing else (),
        left_out=found.left_out,
        warning=_say_unknown(country, found.knows_holidays),
    )


def _say_unknown(country: str, knows_holidays: bool) -> Text | None:
    """Say what is not known of a country: its holidays, its clock."""
    unknown = [] if knows_holidays else [say("dates_no_holidays", country=country)]
    if country not in ZONES:
        unknown.append(say("dates_no_zone", country=country))
    return sentences(unknown) if unknown else None


def _count_clashes(candidates: Sequence[Candidate], chosen: Sequence[int | None]) -> int:
    """Count how often a choice books members twice."""
    return sum(candidates[i].clashes for i in chosen if i is not None)


class _Coalition:
    """The members, sector by sector, and what is asked of their dates."""

    def __init__(
        self,
        members: Sequence[Actor],
        settings: DateSettings,
        held: HeldBefore | None = None,
        elsewhere: Sequence[Occasion] = (),
    ) -> None:
        """Divide the members into sectors, in the order of the vocabulary."""
        self.elsewhere = elsewhere
        self.members, self.settings, self.held = members, settings, held
        self.first = 0 if held is None else held.meetings
        self.after = None if held is None or held.last is None else held.last.toordinal()
        self.ids = sorted(member.id for member in members)
        divided = {
            sector: frozenset(member.id for member in members if member.sector is sector)
            for sector in Sector
        }
        self.sectors = {sector: ids for sector, ids in divided.items() if ids}

    def short(self, sector: Sector, opening: CandidateDate) -> int:
        """Count how many of a sector its quorum lacks on a date."""
        return max(0, self.asked(sector) - len(self.sectors[sector] & opening.can_come))

    def asked(self, sector: Sector) -> int:
        """Give a sector's quorum: everybody, where the sector has fewer."""
        return min(self.settings.quorum, len(self.sectors[sector]))

    def weigh(self, opening: CandidateDate) -> Candidate:
        """Give a date as the choice sees it."""
        return Candidate(
            day=opening.start.toordinal(),
            lack=sum(self.short(sector, opening) for sector in self.sectors),
            attendance=len(opening.can_come),
            clashes=sum(
                len(other.members.intersection(self.ids))
                for other in self.elsewhere
                if other.overlaps(opening.start, max(self.settings.minutes))
            ),
        )

    def settle(self, number: int, opening: CandidateDate) -> MeetingDate:
        """Give a chosen date with who can come."""
        length = timedelta(minutes=self.settings.minutes[number - self.first - 1])
        return MeetingDate(
            number=number,
            start=opening.start,
            end=(opening.start.astimezone(UTC) + length).astimezone(opening.start.tzinfo),
            can_come=tuple(id_ for id_ in self.ids if id_ in opening.can_come),
            cannot_come=tuple(id_ for id_ in self.ids if id_ not in opening.can_come),
            sectors=tuple(
                SectorCount(sector=sector, members=len(ids), can_come=len(ids & opening.can_come))
                for sector, ids in self.sectors.items()
            ),
        )

    def miss_days(self, count: int, spacing: int) -> list[Missing]:
        """Say that there are too few days, or that they lie too close."""
        asked, min_days = len(self.settings.minutes), self.settings.min_days
        missing = []
        if count < asked:
            text = say("dates_too_few", asked=asked, given=count)
            missing.append(Missing(lack=Lack.MEETINGS, asked=asked, given=count, text=text))
        if spacing < min_days:
            text = say("dates_too_close", asked=min_days, given=spacing, count=self.first + count)
            missing.append(Missing(lack=Lack.SPACING, asked=min_days, given=spacing, text=text))
        return missing

    def miss_quorums(
        self, dates: Sequence[MeetingDate], openings: Sequence[CandidateDate], spacing: int
    ) -> list[Missing]:
        """Say whose quorum is not met on which dates, and how many dates there are for it."""
        missing = []
        for sector in self.sectors:
            asked = self.asked(sector)
            came = {
                date.number: count.can_come
                for date in dates
                for count in date.sectors
                if count.sector is sector and count.can_come < asked
            }
            if not came:
                continue
            good = [o.start.toordinal() for o in openings if not self.short(sector, o)]
            possible = count_spaced(good, spacing, self.after)
            text = say(
                "dates_no_quorum" if possible < len(dates) else "dates_no_common_quorum",
                sector=sector.origin,
                asked=asked,
                given=min(came.values()),
                numbers=", ".join(map(str, came)),
                possible=possible,
                count=len(dates),
            )
            missing.append(
                Missing(
                    lack=Lack.QUORUM,
                    numbers=tuple(came),
                    sector=sector,
                    asked=asked,
                    given=min(came.values()),
                    text=text,
                )
            )
        return missing

    def find_ways_out(self, openings: Sequence[CandidateDate]) -> tuple[WayOut, ...]:
        """Give what else could be asked for, one thing at a time, so that nothing is missing."""
        asked, min_days = len(self.settings.minutes), self.settings.min_days
        ways = []
        strict = self.good_days(openings)
        had, closer = find_spacing(strict, asked, min_days, self.after)
        if had == asked and closer < min_days:
            ways.append(WayOut(field="min_days", value=closer))
        fewer = count_spaced(strict, min_days, self.after)
        if FEWEST_MEETINGS <= fewer < asked:
            ways.append(WayOut(field="meetings", value=fewer))
        largest = min(self.settings.quorum, max(map(len, self.sectors.values()), default=0))
        for quorum in reversed(range(largest)):
            lower = _Coalition(self.members, self.settings.evolve(quorum=quorum))
            if count_spaced(lower.good_days(openings), min_days, self.after) >= asked:
                ways.append(WayOut(field="quorum", value=quorum))
                break
        return tuple(ways)

    def good_days(self, openings: Sequence[CandidateDate]) -> list[int]:
        """Give the days on which every quorum is met."""
        return [o.start.toordinal() for o in openings if not self.weigh(o).lack]
