"""Make a season of real organisations, with TF-IDF in place of the model's vectors.

The organisers of Swedish public events (`almedalen_sv`) and the partners of EU projects
(`cordis`) are actors in the words of their events and projects; events that are kept aside
are the challenges. Sectors are the data's where it has them; places, the other sectors and
ties are drawn. The same arguments give the same season. Where more actors are wanted than
there are organisations, the others are made up of two of these each.
"""

import itertools
import random
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.feature_extraction.text import TfidfVectorizer

from benchmarks.json_lines import read_lines
from benchmarks.make_season import SECTOR_SHARES, make_ties
from data.reference.gazetteer import load_gazetteer
from matcher.core.arrays import Floats
from matcher.core.fits import Fits
from matcher.core.offers import OffersTable
from models.actors import Actor
from models.challenges import Challenge, Scope
from models.places import Place
from models.rules import Rule, RuleKey
from models.seasons import Season
from models.sectors import Sector
from models.ties import Tie

SECTORS = {
    "HES": "academia",
    "REC": "academia",
    "PUB": "public",
    "PRC": "private",
    "OTH": "civil_society",
}
STEEPNESS, MIDDLE = 8.0, 0.12
"""Of the map from centred n-gram cosines onto relevance."""
EXCHANGING = 2 / 3
PROJECT_WORDS = ("title", "objective", "topic_title", "keywords")


@dataclass(frozen=True)
class Wanted:
    """What a season is to be like; `size` seats in each of `challenges` coalitions.

    With `facets` every challenge has so many, and two in three actors offer, and seek. With
    `times` every actor can come to each of so many with one chance in two.
    """

    actors: int
    challenges: int
    size: int = 18
    degree: float = 6.0
    balance: float = 0.5
    regional: float = 0.0
    seed: int = 1
    facets: int = field(default=0, repr=False)
    times: int = field(default=0, repr=False)


def make_real_season(folder: Path, wanted: Wanted) -> tuple[Season, Fits]:
    """Make a season and its fits.

    Parameters
    ----------
    folder : Path
        Holds `almedalen_sv/dev.events.jsonl.gz` and `cordis/dev.projects.jsonl.gz`.

    Returns
    -------
    season : Season
    fits : Fits
    """
    draw = random.Random(f"{wanted}")
    texts, sectors, questions = _read(folder)
    spoken = sorted(name for name, said in texts.items() if "".join(said).strip())
    if wanted.actors > len(spoken):
        more = _make_up(texts, spoken, wanted.actors - len(spoken))
        texts, spoken = texts | more, sorted([*spoken, *more])
    names = draw.sample(spoken, wanted.actors)
    challenges = _make_challenges(draw.sample(questions, wanted.challenges), wanted, draw)
    actors = tuple(
        Actor(
            id=f"a{number:05}",
            name=name,
            sector=Sector(sectors.get(name) or _draw_sector(draw)),
            place=_draw_place(draw),
            description=" ".join(texts[name])[:2_000],
            available=_draw_times(wanted, number),
            **_draw_exchange(" ".join(texts[name])[:2_000], wanted, number),
        )
        for number, name in enumerate(names)
    )
    rows = [{"id": actor.id, "place": actor.place.name} for actor in actors]
    season = Season(
        name="real",
        seed=wanted.seed,
        balance=wanted.balance,
        rules=tuple(
            Rule(
                kind="sector_floor",
                keys=(RuleKey(name="min", value=2), RuleKey(name="sector", value=str(sector))),
            )
            for sector in Sector
        ),
        challenges=challenges,
        actors=actors,
        ties=tuple(
            Tie(actor_a=a, actor_b=b) for a, b in sorted(make_ties(rows, wanted.degree, draw))
        ),
    )
    return season, _read_fits(season)


def _read(folder: Path) -> tuple[dict[str, list[str]], dict[str, str], list[tuple[str, str]]]:
    """Give organisations' texts and known sectors, and the questions kept aside."""
    texts: dict[str, list[str]] = {}
    sectors: dict[str, str] = {}
    questions = []
    for event in read_lines(folder / "almedalen_sv" / "dev.events.jsonl.gz"):
        words = (event["title"], event.get("description", ""))
        if event["year"] == 2023 and len(words[1]) > 200:
            questions.append(words)
            continue
        for name, kind in zip(event["organisers"], event["sectors_silver"], strict=True):
            texts.setdefault(name, []).append(" ".join(words))
            if kind:
                sectors[name] = SECTORS[kind]
    for project in read_lines(folder / "cordis" / "dev.projects.jsonl.gz"):
        for partner in project["partners"]:
            name = partner["org"]
            texts.setdefault(name, []).append(
                " ".join(str(project[key]) for key in PROJECT_WORDS if key in project)
            )
            if partner.get("type"):
                sectors[name] = SECTORS[partner["type"]]
    return texts, sectors, questions


def _make_up(texts: dict[str, list[str]], names: list[str], count: int) -> dict[str, list[str]]:
    """Make up organisations that speak with the words of two of them, a half of each."""
    made: dict[str, list[str]] = {}
    for number in range(count):
        draw = random.Random(f"{number} made up")
        one, other = draw.sample(names, 2)
        halves = (" ".join(texts[one]), " ".join(texts[other]))
        made[f"{one} / {other} {number}"] = [_pieces(text, 2)[draw.randrange(2)] for text in halves]
    return made


def _draw_sector(draw: random.Random) -> str:
    return draw.choices(list(SECTOR_SHARES), list(SECTOR_SHARES.values()))[0]


def _draw_place(draw: random.Random) -> Place:
    """Draw a municipality."""
    return draw.choice(load_gazetteer().municipalities).place


def _make_challenges(
    questions: list[tuple[str, str]], wanted: Wanted, draw: random.Random
) -> tuple[Challenge, ...]:
    gazetteer, made = load_gazetteer(), []
    for number, (title, description) in enumerate(questions):
        is_regional = draw.random() < wanted.regional
        place, radius = (_draw_place(draw), 150.0) if is_regional else (None, None)
        scale = (
            gazetteer.regional_scale(place, radius)
            if place is not None and radius is not None
            else gazetteer.national_scale()
        )
        made.append(
            Challenge(
                id=f"c{number:03}",
                title=title,
                description=description,
                facets=_pieces(description, wanted.facets),
                scope=Scope.REGIONAL if is_regional else Scope.NATIONAL,
                place=place,
                radius_km=radius,
                min_size=min(12, wanted.size),
                max_size=wanted.size,
                areas=scale.areas,
                reference_km=scale.reference_km,
            )
        )
    return tuple(made)


def _pieces(text: str, count: int) -> tuple[str, ...]:
    """Cut a text into pieces of as many words."""
    words = text.split()
    ends = [round(i * len(words) / count) for i in range(count + 1)] if count else []
    return tuple(" ".join(words[a:b]) for a, b in itertools.pairwise(ends))


def _draw_exchange(text: str, wanted: Wanted, number: int) -> dict[str, str]:
    """Draw who offers and who seeks what the halves of its own text say."""
    draw = random.Random(f"{wanted}/{number}")
    if not wanted.facets:
        return {}
    halves = zip(("offers", "seeks"), _pieces(text, 2), strict=True)
    return {key: half if draw.random() < EXCHANGING else "" for key, half in halves}


def _draw_times(wanted: Wanted, number: int) -> tuple[str, ...]:
    """Draw the times that an actor can come to."""
    draw = random.Random(f"{wanted}/{number}/times")
    return tuple(f"t{time:02}" for time in range(wanted.times) if draw.random() < 0.5)


def _read_fits(season: Season) -> Fits:
    reader = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True, min_df=2)
    passages = reader.fit_transform(actor.description for actor in season.actors)

    def fit(texts: csr_matrix, questions: Iterable[str]) -> Floats:
        cosines = (texts @ reader.transform(questions).T).toarray()
        centred = cosines - cosines.mean(axis=0)
        fits: Floats = 1 / (1 + np.exp(-STEEPNESS * (centred - MIDDLE)))
        return fits

    def fit_offers() -> OffersTable:
        offered = reader.transform(actor.offers for actor in season.actors)
        offering = np.array([bool(actor.offers) for actor in season.actors])
        return OffersTable(fit(offered, (actor.seeks for actor in season.actors)).T * offering)

    return Fits(
        relevance=fit(passages, (c.question for c in season.challenges)),
        facets={c.id: fit(passages, c.facets) for c in season.challenges if c.facets},
        offers=fit_offers() if any(actor.offers for actor in season.actors) else None,
    )
