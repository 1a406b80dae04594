"""Who is about the matter in its own words goes before who shares a word with the question."""

from pathlib import Path

import pytest

from matcher.embedding.ranking import rank_actors
from matcher.embedding.reading import Reading, read_words
from models.ports.progress import Silence
from models.seasons import Season
from tests.kit.actors import make_actor
from tests.kit.remembering import open_remembered
from tests.kit.seasons import make_challenge, make_season

FIRST_JOB = (
    "Staden ordnar feriearbete för gymnasieungdomar som aldrig haft en anställning. Varje lov får "
    "900 elever prova ett yrke i vård, park eller förskola, med lön och handledare.",
    "Kommunalt bostadsbolag med 8 000 lägenheter. Vi bygger, förvaltar och renoverar hyresrätter. "
    "I kundtjänsten har vi sommarjobb.",
)
SUMMER_JOB = (
    "The city places pupils of sixteen and seventeen in paid holiday work: three weeks at a "
    "nursery, a care home or a park, with a supervisor and wages.",
    "Housing company that lets 8,000 flats. We build, maintain and renovate rental homes. Our "
    "customer desk has a summer job.",
)
COMPANY = (
    "Våra volontärer hälsar på pensionärer som saknar sällskap och sällan får besök. Vi dricker "
    "kaffe, går ut tillsammans och ringer varje vecka.",
    "Bryggeri som gör öl av gamla recept. Ensamhet är priset för den som jäser långsamt, brukar "
    "vår bryggmästare säga.",
)
LEFTOVERS = (
    "Måltidsenheten väger det som eleverna slänger från tallriken. Kockarna lagar mindre åt gången "
    "och gör soppa av det som blev över.",
    "Fastighetsbolag med kontor och lager. Vi bygger ut hamnen. I personalrummet hänger en affisch "
    "om matsvinn.",
)
RAIN = (
    "We dig ponds and open ditches so that heavy rain has somewhere to go before it reaches "
    "cellars.",
    "Advertising agency. We are flooding the market with colourful campaigns for shoes and drinks.",
)
ASKED = (
    (
        "Första sommarjobbet",
        "Hur ser vi till att fler unga får sitt första sommarjobb, också de som saknar kontakter? "
        "Vi söker arbetsgivare, skolor och föreningar som tillsammans öppnar dörrar.",
        FIRST_JOB,
    ),
    ("Hur får fler unga sitt första sommarjobb?", "", FIRST_JOB),
    ("How can more young people get their first summer job?", "", SUMMER_JOB),
    ("Summer jobs for the young", "", SUMMER_JOB),
    ("Ensamhet bland äldre", "", COMPANY),
    ("Hur minskar vi matsvinnet i skolor?", "", LEFTOVERS),
    ("Matsvinn i skolkök", "", LEFTOVERS),
    ("How do towns cope with flooding after cloudbursts?", "", RAIN),
)
OTHERS = (
    "Vi sköter parker och gatuträd i staden och planterar lindar tillsammans med boende.",
    "Friluftsförening som tar barn och vuxna ut i skogen. Vi ordnar paddling och vandring.",
    "Konsulter i redovisning för små företag. Vi gör bokslut och lönelistor.",
)
TEXTS = (*(text for _, _, pair in ASKED for text in pair), *OTHERS)


def read(season: Season, cache_dir: Path) -> Reading:
    return read_words(season, open_remembered(cache_dir), Silence())


@pytest.mark.parametrize(("title", "description", "pair"), ASKED)
def test_own_words_go_before_a_shared_word(
    cache_dir: Path, title: str, description: str, pair: tuple[str, str]
) -> None:
    texts = (*pair, *OTHERS)
    season = make_season(
        [make_actor(i, description=text) for i, text in enumerate(texts)],
        [make_challenge(0, title=title, description=description)],
    )
    first, *others = rank_actors(season, read(season, cache_dir), "c0")
    sharing = next(entry for entry in others if entry.actor_id == season.actors[1].id)
    assert first.actor_id == season.actors[0].id
    assert first.relevance > sharing.relevance + 0.04
