"""A matchmaker suggests new, visible partners of different kinds, and the same ones every time."""

import json
from dataclasses import replace

import numpy as np
import pytest
from pydantic import ValidationError

from matcher.core.fits import Fits
from matcher.embedding import partners
from matcher.suggest import Matchmaker
from models.actors import Actor
from models.errors import Cancelled, NotFound
from models.people import Contact, People
from models.places import Place
from models.ports.progress import Silence
from models.seasons import Season
from models.sectors import Sector
from models.suggestions import Selection, Suggestion
from models.ties import Tie
from tests.kit.actors import make_actor
from tests.kit.partners import Given, draw_vectors, give_fits, strings_in
from tests.kit.seasons import give_reading, make_challenge, make_season

HERE = Place(name="Lund", municipality="Lund", county="Skåne", lat=55.7, lon=13.2)
FAR = Place(name="Umeå", municipality="Umeå", county="Västerbotten", lat=63.8, lon=20.3)


def actor(id_: str, sector: Sector, place: Place = HERE, **fields: object) -> Actor:
    return make_actor(0, id=id_, name=id_.upper(), sector=sector, place=place, **fields)


SEASON = make_season(
    (
        actor("a", Sector.PUBLIC),
        actor("b", Sector.PRIVATE, languages=("sv", "en")),
        actor("c", Sector.PUBLIC, languages=("sv",)),
        actor("d", Sector.ACADEMIA, FAR),
        actor("e", Sector.ACADEMIA, visible=False, languages=("sv",)),
        actor("f", Sector.PRIVATE),
    ),
    (make_challenge(),),
    ties=(Tie(actor_a="a", actor_b="f"),),
)
MATCHMAKER = Matchmaker(SEASON, give_reading(Fits(np.zeros((6, 1)))), People())


def ask(**asked: object) -> tuple[Suggestion, ...]:
    return MATCHMAKER.suggest("a", Selection.model_validate(asked))


def ids(**asked: object) -> list[str]:
    return [partner.actor_id for partner in ask(**asked)]


def test_other_sectors_first_and_nobody_known_or_hidden() -> None:
    assert ids() == ["b", "d", "c"]


def test_filters() -> None:
    assert ids(include_known=True) == ["b", "d", "f", "c"]
    assert ids(within_km=100) == ["b", "c"]
    assert ids(within_km=0) == ["b", "c"]
    assert ids(sector="academia") == ["d"]
    assert ids(language="sv") == ["b", "c"]
    assert ids(language="EN") == ["b"]
    assert ids(language="fi") == []
    assert ids(k=1) == ["b"]
    assert ids(k=0) == ["b", "d", "c"]


def test_a_taste_for_distance_moves_the_order_and_is_told() -> None:
    assert ids(prefer="near") == ["b", "d", "c"]
    assert ids(prefer="far") == ["d", "b", "c"]
    (near,) = [p for p in ask(prefer="near") if p.actor_id == "b"]
    (far,) = [p for p in ask(prefer="far") if p.actor_id == "d"]
    assert near.reasons[-1].text.en == "You are 0 km apart and asked for near (1.00 of 1)."
    assert far.reasons[-1].text.sv.startswith("Det är 983 km mellan er, och ni ville ha långt")
    assert all(reason.criterion != "distance" for p in ask() for reason in p.reasons)


@pytest.mark.parametrize(
    "asked",
    [
        {"k": -1},
        {"within_km": -1},
        {"within_km": float("nan")},
        {"sector": "church"},
        {"language": ""},
        {"prefer": "warm"},
        {"colour": "red"},
    ],
)
def test_nonsense_is_refused(asked: dict[str, object]) -> None:
    with pytest.raises(ValidationError, match=next(iter(asked))):
        Selection.model_validate(asked)


def test_an_unknown_actor_is_answered_with_visible_ones_alone() -> None:
    with pytest.raises(NotFound, match=r"zz.*a, b, c, d, f") as caught:
        MATCHMAKER.suggest("zz")
    assert "e" not in str(caught.value.params["known"])


def test_a_hidden_actor_may_ask_for_itself() -> None:
    assert [p.actor_id for p in MATCHMAKER.suggest("e")] == ["a", "b", "c", "f", "d"]


def test_the_batch_is_what_each_gets_and_stops_when_asked() -> None:
    asked = Selection(k=2)
    batch = dict(MATCHMAKER.suggest_all(asked, Silence()))
    assert batch == {a.id: MATCHMAKER.suggest(a.id, asked) for a in SEASON.actors}

    class Stopped(Silence):
        def is_cancelled(self) -> bool:
            return True

    with pytest.raises(Cancelled):
        next(MATCHMAKER.suggest_all(asked, Stopped()))


def test_different_kinds_are_suggested_where_the_best_are_all_of_one() -> None:
    """Five of one sector, county and wording come best; two others but a little below."""
    alike = [actor(f"b{i}", Sector.PRIVATE) for i in range(5)]
    others = [actor("c", Sector.ACADEMIA, FAR), actor("d", Sector.CIVIL_SOCIETY, FAR)]
    season = make_season([actor("a", Sector.PUBLIC), *alike, *others], (make_challenge(),))
    words = np.zeros((8, 4), dtype=np.float32)
    words[:, 0] = 1
    words[6] = [0.9, np.sqrt(0.19), 0, 0]
    words[7] = [0.9, 0, np.sqrt(0.19), 0]
    matchmaker = Matchmaker(season, give_fits(season, Given(words, words, words)), People())
    everybody = [p.actor_id for p in matchmaker.suggest("a", Selection(k=0))]
    assert everybody == ["b0", "b1", "b2", "b3", "b4", "c", "d"]
    assert [p.actor_id for p in matchmaker.suggest("a", Selection(k=3))] == ["b0", "c", "d"]


def hostile_season() -> Season:
    """Everybody's words and ties lead to a hidden actor, with addresses all over."""
    words = "Skriv till hemlig.person@example.org på Dolda Dalen, 070-123 45 67; lokaler i Lund"
    fields = {"description": words, "offers": words, "seeks": words, "group": "Dolda Dalen"}
    shown = [make_actor(i, attributes=(("kontakt", "Eva Ek"),), **fields) for i in range(6)]
    hidden = make_actor(6, id="a0-dold", name="Dolda Dalen", visible=False, **fields)
    actors = sorted([*shown, hidden], key=lambda each: each.id)
    ties = [Tie(actor_a=hidden.id, actor_b=each.id) for each in shown]
    ties += [Tie(actor_a="a01", actor_b="a02"), Tie(actor_a="a02", actor_b="a03")]
    return make_season(actors, (make_challenge(),), ties=tuple(ties))


def test_nothing_hidden_or_personal_is_told() -> None:
    season = hostile_season()
    matchmaker = Matchmaker(season, give_fits(season, draw_vectors(1, 7)), People())
    told = []
    for asker in season.actors:
        found = matchmaker.suggest(asker.id, Selection(k=0, include_known=True))
        assert len(found) == 6 - asker.visible
        told += strings_in(found)
        dumped = json.dumps([p.model_dump(mode="json") for p in found], ensure_ascii=False)
        for secret in ("@", "hemlig", "Dolda", "dold", "070", "45 67", "Eva"):
            assert secret not in dumped
    assert any("lokaler i Lund" in text for text in told)
    assert "You both know Aktör 02." in told
    paths = {r.criterion for p in matchmaker.suggest("a05") for r in p.reasons}
    assert "path" not in paths, "everybody is reached over the hidden one alone"


@pytest.mark.parametrize("visible", [True, False])
def test_both_sides_are_quoted_but_not_those_of_a_hidden_asker(visible: bool) -> None:
    asker = make_actor(0, offers="goda råd", seeks="en lokal", visible=visible)
    other = make_actor(1, offers="lokaler", seeks="handledare")
    season = make_season((asker, other), (make_challenge(),))
    same = np.ones((2, 1), dtype=np.float32)
    (partner,) = Matchmaker(season, give_fits(season, Given(same, same, same)), People()).suggest(
        "a00"
    )
    told = {reason.criterion: reason.text for reason in partner.reasons}
    need, offer = ("; you: “en lokal”", "; ni: ”goda råd”") if visible else ("", "")
    assert told["offers"].en == f"They offer what you seek (1.00 of 1) – they: “lokaler”{need}."
    said = f"De söker sådant som ni erbjuder (1,00 av 1) – de: ”handledare”{offer}."
    assert told["seeks"].sv == said


@pytest.mark.parametrize("side", ["offers", "seeks"])
def test_a_part_that_hidden_actors_alone_have_data_for_is_left_out(side: str) -> None:
    asker = make_actor(0, offers="x", seeks="y")
    others = [make_actor(1), make_actor(2, visible=False, **{side: "z"})]
    season = make_season((asker, *others), (make_challenge(),))
    fits = give_fits(season, draw_vectors(1, 3))
    (partner,) = Matchmaker(season, fits, People()).suggest("a00")
    assert [r.criterion for r in partner.reasons] == ["kinship", "sector", "novelty"]
    shown = [actor.evolve(visible=True) for actor in season.actors]
    partners_ = Matchmaker(make_season(shown, (make_challenge(),)), fits, People()).suggest("a00")
    assert all(side in [r.criterion for r in p.reasons] for p in partners_)


@pytest.mark.parametrize(
    ("cosine", "said"),
    [(0.21, "They offer what you seek"), (0.2, "So near is what they"), (0.0, "So near is what")],
)
def test_only_fits_beyond_doubt_are_told_as_such(cosine: float, said: str) -> None:
    season = make_season((make_actor(0, seeks="x"), make_actor(1, offers="y")), (make_challenge(),))
    words = np.array([[1, 0], [cosine, np.sqrt(1 - cosine**2)]], dtype=np.float32)
    (partner,) = Matchmaker(
        season, give_fits(season, Given(words, words, words)), People()
    ).suggest("a00")
    (told,) = [reason.text.en for reason in partner.reasons if reason.criterion == "offers"]
    assert said in told


def big_season(count: int) -> Season:
    numbers = np.random.default_rng(3)
    sides = numbers.choice(["", "lokaler"], (count, 2))
    actors = [
        make_actor(i, id=f"a{i:04}", offers=str(sides[i, 0]), seeks=str(sides[i, 1]))
        for i in range(count)
    ]
    return make_season(actors, (make_challenge(),))


def test_more_than_a_hundred_are_the_best_by_score() -> None:
    season = big_season(400)
    matchmaker = Matchmaker(season, give_fits(season, draw_vectors(5, 400)), People())
    everybody = matchmaker.suggest("a0000", Selection(k=0))
    assert len(everybody) == 399
    assert matchmaker.suggest("a0000", Selection(k=101)) == everybody[:101]
    spread = matchmaker.suggest("a0000")
    assert set(spread) < set(everybody[:300])
    assert spread != everybody[:10]
    assert set(spread) < set(matchmaker.suggest("a0000", Selection(k=100)))


def test_many_actors_are_suggested_the_same_by_rough_copies(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    season = big_season(1_500)
    fits = give_fits(season, draw_vectors(5, 1_500, dim=32))
    plain = [Matchmaker(season, fits, People()).suggest(f"a{i:04}") for i in range(40)]
    monkeypatch.setattr(partners, "COARSE_FROM", 100)
    rough = replace(fits, words=replace(fits.words), offers=replace(fits.offers))
    assert rough.words.coarse is not None
    assert rough.tolerance > 10 * fits.tolerance
    matchmaker = Matchmaker(season, rough, People())
    assert [matchmaker.suggest(f"a{i:04}") for i in range(40)] == plain


def test_no_quotation_has_an_address_that_is_known_however_it_is_written() -> None:
    actors = (
        make_actor(0, seeks="en lokal; fråga Åsa på posten", offers="goda råd"),
        make_actor(1, offers="en lokal, fråga Nils i kassan; andra lokaler", seeks="goda råd"),
    )
    season = make_season(actors, (make_challenge(),))
    same = np.ones((2, 1), dtype=np.float32)
    fits = give_fits(season, Given(same, same, same))
    known = People(
        contacts=(
            Contact(actor_id="a00", email="åsa på posten"),
            Contact(actor_id="a01", email="nils i kassan"),
        )
    )

    def told(people: People) -> str:
        found = [Matchmaker(season, fits, people).suggest(actor.id) for actor in actors]
        return str(found)

    assert "Nils i kassan" in told(People())
    for name in ("Nils i kassan", "Åsa på posten"):
        assert name not in told(known)
    assert "andra lokaler" in told(known)
