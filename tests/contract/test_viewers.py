"""Nobody sees more than the policy lets it: every view, for every viewer, on data that can leak."""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime, timedelta
from functools import cache

import pytest
from starlette.testclient import TestClient

from api.bootstrap import Installation
from api.cli.alone import keep_alone
from api.documents.ideas.page import render_ideas
from api.documents.ideas.tables import idea_rows
from api.documents.meetings.render import render_meetings
from api.documents.meetings.sheets import render_sheets
from api.documents.meetings.tables import meeting_tables
from api.documents.report.render import render_report
from api.documents.report.tables import report_tables
from api.http.app import create_app
from api.show.coalitions import coalition_cards
from api.show.planned import Planned
from api.use_cases.call import Call
from api.use_cases.names import find_actor
from api.use_cases.read_season import READ_SEASON, Nothing
from api.use_cases.score_coalitions import SCORE_COALITIONS, Given
from api.use_cases.use_case import perform
from data.files.calendar_events import describe_meetings
from data.files.calendars import to_calendars
from data.files.reading import SeasonFile
from matcher.core.settings import Options
from matcher.embedding.reading import Reading, read_words
from matcher.facets.proposing import propose_facets
from matcher.ideas.compose import draw_idea_map
from matcher.outcomes.comments import find_comments
from matcher.propose import propose
from matcher.suggest import Matchmaker
from models.actors import Actor
from models.editions import Edition, ReportForm
from models.errors import NotFound
from models.idea_maps import CardKind, Idea
from models.kept_seasons import SeasonContent
from models.outcomes import Answer
from models.people import Contact, People
from models.ports.progress import Silence
from models.proposals import Proposal
from models.rules import Rule, RuleKey
from models.scores import CoalitionMembers
from models.seasons import Effort, Season
from models.suggestions import Selection
from models.text import Language
from models.ties import Tie
from models.viewers import (
    ORGANISER,
    PUBLIC,
    SYSTEM,
    SeenActor,
    Viewer,
    list_seen,
    may_see,
    member_of,
)
from tests.kit.actors import EMAIL, make_actor
from tests.kit.embedders import WideEmbedder
from tests.kit.meetings import make_plan
from tests.kit.seasons import make_challenge, make_season
from tests.kit.showings import show
from tests.kit.words import GivenWords

STAMPED = datetime(2026, 9, 1, tzinfo=UTC)

SECRET, NAME = "dolda-dansen", "Dolda Dansen"
OWN_WORD = "quickstep"
"""What only the hidden actor says."""
REACHED = (
    *("070-123 45 67", "08-555 123 45", "eva.lund@", "eva(at)", "0909-12 34 56"),
    *("+49 (0)30", "1234-56", "912 34 567", "karin", "kansli @", "kören.example"),
)
"""Addresses and telephone numbers in the others' own words."""
COLUMN = "Nyckelpersonen Nils"
"""Stands in a column of the organiser's own."""
OTHER = member_of("a01")


NAMING = Rule(
    kind="attribute_floor",
    keys=(
        RuleKey(name="attribute", value="name"),
        RuleKey(name="min", value=2),
        RuleKey(name="value", value=NAME),
    ),
)
"""Can't be kept, so that a conflict names the hidden actor, too."""
PINNED = Rule(kind="pin", challenge="c0", keys=(RuleKey(name="actor", value=SECRET),))
"""Is broken by any coalition without the hidden actor."""


@cache
def season() -> Season:
    """Give twelve actors, one of them hidden, whose words name it and say how to be reached."""
    talk = (
        f"Vi spelar musik med {NAME} för unga. Ring 070-123 45 67 eller eva.lund@kultur.se. "
        "Körsång för unga: karin (at) kören.example, tlf. 912 34 567"
    )
    actors = [
        make_actor(
            i,
            description=NAME if i == 10 else f"{talk} Kör och orkester nummer {i}.",
            offers="Musikanter och körsång för unga, ring 08-555 123 45; Scen åt dansande unga, "
            "+49 (0)30 / 1234-56",
            seeks=f"Lokaler för körsång, skriv till eva(at)kultur; {NAME}s golv",
            attributes=(("kontakt", COLUMN),),
        )
        for i in range(11)
    ]
    hidden = make_actor(
        11,
        id=SECRET,
        name=NAME,
        visible=False,
        description=f"Unga dansar {OWN_WORD} till musik och körsång, ring 0909-12 34 56.",
        offers=f"Lokaler med golv för {OWN_WORD} och körsång",
        seeks=f"Musikanter som kan {OWN_WORD}",
        attributes=(("kontakt", COLUMN),),
    )
    ties = [Tie(actor_a="a00", actor_b=SECRET), Tie(actor_a="a01", actor_b=SECRET)]
    challenge = make_challenge(
        0,
        title="Hur får unga spela musik och sjunga i kör?",
        description="Vem har lokaler med golv för dans? Vem kan musik och körsång? "
        "Fråga kansli @ kören.example, 070-123 45 67.",
        min_size=12,
        max_size=12,
    )
    return make_season([*actors, hidden], [challenge], ties=ties, rules=(NAMING, PINNED))


@cache
def people() -> People:
    """Give everybody an address, which is no part of the season."""
    return People(
        contacts=tuple(Contact(actor_id=actor.id, email=EMAIL) for actor in season().actors)
    )


@cache
def reading() -> Reading:
    return read_words(season(), WideEmbedder(), Silence())


@cache
def proposal() -> Proposal:
    options = Options(effort=Effort.QUICK, is_reproducible=True)
    made = propose(season(), reading(), options, Silence())
    assert SECRET in {member.actor_id for member in made.coalitions[0].members}
    assert [conflict.rule for conflict in made.conflicts] == ["attribute_floor"]
    return made


@cache
def planned() -> Planned:
    (coalition,) = proposal().memberships
    plan = make_plan(coalition.members, 2, rounds=3, coalition=coalition.id)
    starts = tuple(STAMPED + timedelta(weeks=week) for week in range(len(plan.meetings)))
    return Planned(season(), plan, starts)


def shown_strings(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, default=str)


def asked_by(viewer: Viewer) -> Call:
    work = SeasonFile(season=season(), people=people(), warnings=())
    return Call(work, GivenWords(lambda progress: reading()), viewer)


def own_actors(viewer: Viewer) -> tuple[str, ...]:
    """Give for whom a view is made: a member's own, and for the public everybody visible."""
    return tuple(sorted(viewer.actors)) or tuple(a.id for a in list_seen(PUBLIC, season().actors))


def season_over_http(viewer: Viewer, language: Language) -> Iterator[str]:
    content = SeasonContent(season=season(), people=people())
    words = GivenWords(lambda progress: reading())
    with Installation(words=words).serve("sqlite://") as service:
        kept = keep_alone(service, content)
        with TestClient(create_app(service), base_url="http://127.0.0.1:8000") as client:
            address = f"/api/v1/seasons/{kept.slug}/public"
            said = client.get(address, params={"lang": language.value})
            assert said.status_code == 200, said.text
            yield said.text


def seen_season(viewer: Viewer, language: Language) -> Iterator[str]:
    seen = perform(READ_SEASON, asked_by(viewer), Nothing())
    assert len(seen.actors) == 11
    others = tuple(actor for actor in seen.actors if actor.id not in viewer.actors)
    yield seen.evolve(actors=others).model_dump_json()


def test_a_number_in_a_question_or_a_facet_is_not_in_the_season_that_others_read() -> None:
    (asked,) = season().challenges
    told = asked.evolve(
        title="Hur får unga spela? Ring 070-123 45 67",
        facets=("Lokaler", "Noter, eva.lund@kultur.se"),
    )
    whole = season().evolve(challenges=(told,))
    work = SeasonFile(season=whole, people=people(), warnings=())
    for viewer in (PUBLIC, OTHER, ORGANISER):
        call = Call(work, GivenWords(lambda progress: reading()), viewer)
        (seen,) = perform(READ_SEASON, call, Nothing()).challenges
        if viewer is ORGANISER:
            assert seen == told
        else:
            assert (seen.title, seen.facets) == (
                "Hur får unga spela? Ring …",
                ("Lokaler", "Noter, …"),
            )


def without_and_twice() -> list[CoalitionMembers]:
    """Give a coalition without the hidden actor, which is pinned, and two with it."""
    ids = [actor.id for actor in season().actors]
    groups = {"c0/1": [i for i in ids if i != SECRET], "x": [SECRET, *ids[:3]], "y": ids}
    return [
        CoalitionMembers(id=id_, challenge_id="c0", members=tuple(sorted(set(members))))
        for id_, members in groups.items()
    ]


def scores(viewer: Viewer, language: Language) -> Iterator[str]:
    given = Given(coalitions=tuple(without_and_twice()))
    sheet = perform(SCORE_COALITIONS, asked_by(viewer), given).sheet
    broken = [{each.rule for each in coalition.violations} for coalition in sheet.coalitions]
    assert broken[0] >= {"pin", "attribute_floor"}
    assert broken[2] >= {"capacity", "siblings"}
    yield sheet.model_dump_json()


def suggestions(viewer: Viewer, language: Language) -> Iterator[str]:
    matchmaker = Matchmaker(season(), reading(), people())
    everybody = [actor.id for actor in season().actors]
    for actor in own_actors(viewer):
        made = [
            *matchmaker.suggest(actor, Selection(k=0, include_known=True)),
            *matchmaker.suggest(actor, Selection(k=20)),
            *matchmaker.compare(actor, everybody),
        ]
        assert made
        yield from (each.model_dump_json() for each in made)


def cards(viewer: Viewer, language: Language) -> Iterator[str]:
    for card in coalition_cards(show(season(), language, viewer), proposal()):
        names = [row.member.name for row in card.members]
        towns = [[actor.name for actor in town.members] for town in card.towns]
        yield shown_strings([card.title, card.facts, names, towns, card.map])


def page_to_send(viewer: Viewer, language: Language) -> Iterator[str]:
    page = render_report(season(), proposal(), language)
    yield page[page.index('<section class="sheet') : page.index('<nav class="contents"')]


def members_edition(viewer: Viewer, language: Language) -> Iterator[str]:
    form = ReportForm(edition=Edition.MEMBERS)
    yield render_report(season(), proposal(), language, form=form)


def reasons(viewer: Viewer, language: Language) -> Iterator[str]:
    for member in proposal().coalitions[0].members:
        if member.actor_id != SECRET:
            yield from (each.text.in_language(language) for each in member.reasons)


def evidence(viewer: Viewer, language: Language) -> Iterator[str]:
    for place, actor in enumerate(season().actors):
        found = reading().find_evidence(place, 0)
        if found is not None and may_see(viewer, actor):
            yield found.model_dump_json()


def sheets(viewer: Viewer, language: Language) -> Iterator[str]:
    matchmaker = Matchmaker(season(), reading(), people())
    for actor in own_actors(viewer):
        yield render_sheets(planned(), language, [actor], matchmaker)


def calendars(viewer: Viewer, language: Language) -> Iterator[str]:
    given = (season(), planned().plan, planned().starts, planned().title, language)
    for member in (None, *own_actors(viewer)):
        files = to_calendars(describe_meetings(*given, member), STAMPED)
        yield files.published.decode().replace("\r\n ", "")


def ideas(viewer: Viewer, language: Language) -> Iterator[str]:
    note = Idea(actor_id=SECRET, kind=CardKind.IDEA, text="En gemensam dag på torget")
    made = draw_idea_map(season(), proposal().memberships[0], [note], WideEmbedder(), Silence())
    yield render_ideas(season(), [made], language)
    yield shown_strings(idea_rows([made], language))


def facets(viewer: Viewer, language: Language) -> Iterator[str]:
    for found in propose_facets(season(), people(), WideEmbedder(), Silence(), "c0"):
        yield found.model_dump_json()


def spellings(viewer: Viewer, language: Language) -> Iterator[str]:
    with pytest.raises(NotFound) as caught:
        find_actor(season(), "Daldo Dinsen", viewer)
    yield str(caught.value)


def comments(viewer: Viewer, language: Language) -> Iterator[str]:
    given = [
        Answer(
            coalition="c0/1",
            actor_id=actor.id,
            widened=True,
            new_contacts=3,
            sectors=("public",),
            will_collaborate=True,
            comment=f"{NAME} var bäst, ring 070-123 45 67",
        )
        for actor in season().actors
    ]
    found = find_comments(season(), ["c0/1"], given)
    assert found
    yield shown_strings(found)


View = Callable[[Viewer, Language], Iterable[str]]
FOR_OTHERS: tuple[View, ...] = (
    season_over_http,
    seen_season,
    scores,
    suggestions,
    cards,
    page_to_send,
    members_edition,
    reasons,
    evidence,
    sheets,
    calendars,
    ideas,
    facets,
    spellings,
    comments,
)


def report(viewer: Viewer, language: Language) -> Iterator[str]:
    yield render_report(season(), proposal(), language)


def tables(viewer: Viewer, language: Language) -> Iterator[str]:
    yield shown_strings(report_tables(season(), proposal(), language))


def meeting_page(viewer: Viewer, language: Language) -> Iterator[str]:
    yield render_meetings([planned()], language)


def meeting_rows(viewer: Viewer, language: Language) -> Iterator[str]:
    yield shown_strings(meeting_tables([planned()], language))


def all_sheets(viewer: Viewer, language: Language) -> Iterator[str]:
    yield render_sheets(planned(), language)


FOR_THE_ORGANISER: tuple[View, ...] = (
    report,
    tables,
    meeting_page,
    meeting_rows,
    all_sheets,
    cards,
)


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("viewer", [PUBLIC, OTHER], ids=["public", "member"])
@pytest.mark.parametrize("view", FOR_OTHERS, ids=lambda view: view.__name__)
def test_others_see_nothing_of_a_hidden_actor_nor_how_to_reach_anybody(
    view: View, viewer: Viewer, language: Language
) -> None:
    said = list(view(viewer, language))
    assert any(said)
    for text in said:
        words = f"{text} {re.sub('<[^>]*>', '', text)}".casefold()
        for secret in (SECRET, NAME, OWN_WORD, COLUMN, EMAIL, *REACHED):
            assert secret.casefold() not in words, secret


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("view", FOR_THE_ORGANISER, ids=lambda view: view.__name__)
def test_the_organiser_sees_everybody_but_no_address(view: View, language: Language) -> None:
    said = "".join(view(ORGANISER, language))
    for actor in season().actors:
        assert actor.name in said
    for secret in (EMAIL, *REACHED):
        assert secret not in said


def test_a_hidden_actor_sees_itself() -> None:
    own = member_of(SECRET)
    assert NAME in "".join(cards(own, Language.SV))
    assert NAME in "".join(sheets(own, Language.SV))
    assert NAME in "".join(calendars(own, Language.SV))


def test_what_is_the_organisers_reaches_no_other_viewer() -> None:
    """Every field of an actor is in what all may know of it, or in nothing but the whole."""
    others = {"wishes", "capacity", "group", "available", "passed_over", "visible", "attributes"}
    assert (
        set(Actor.model_fields) == (set(SeenActor.model_fields) & set(Actor.model_fields)) | others
    )
    for viewer in (PUBLIC, OTHER, member_of(SECRET)):
        for actor in perform(READ_SEASON, asked_by(viewer), Nothing()).actors:
            assert actor.whole is None
            assert {"lat", "lon", *others}.isdisjoint(actor.model_dump())
    for viewer in (ORGANISER, SYSTEM):
        seen = perform(READ_SEASON, asked_by(viewer), Nothing()).actors
        assert [actor.whole for actor in seen] == list(season().actors)
        assert [actor.offers for actor in seen] == [actor.offers for actor in season().actors]


def test_a_member_reads_its_own_words_as_it_wrote_them() -> None:
    own = member_of("a00", SECRET)
    seen = {a.id: a for a in perform(READ_SEASON, asked_by(own), Nothing()).actors}
    public = {a.id: a for a in perform(READ_SEASON, asked_by(PUBLIC), Nothing()).actors}
    for actor in season().actors:
        wrote = actor.description, actor.offers, actor.seeks
        told = seen[actor.id].description, seen[actor.id].offers, seen[actor.id].seeks
        assert (told == wrote) == (actor.id in own.actors)
    assert public["a00"].offers != seen["a00"].offers
