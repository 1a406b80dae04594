"""Partners, rankings, scores."""

from api.http.examples.documents import CHALLENGE, VALUES, as_example
from models.scores import CoalitionScore, ScoreSheet
from models.sectors import Sector
from models.suggestions import Ranked, Suggestion, SuggestionReason
from models.text import Text

SUGGESTIONS = [
    as_example(
        Suggestion(
            actor_id="a40",
            name="Lunds universitet",
            score=0.895333,
            sector=Sector.ACADEMIA,
            place="Lund",
            distance_km=101.4,
            known=False,
            reasons=(
                SuggestionReason(
                    criterion="kinship",
                    value=0.81,
                    text=Text(
                        sv="Era ord handlar om närliggande saker (0,81 av 1).",
                        en="Your words are about kindred things (0.81 of 1).",
                    ),
                ),
                SuggestionReason(
                    criterion="offers",
                    value=0.92,
                    text=Text(
                        sv="De erbjuder sådant som ni söker (0,92 av 1) – de: ”handledare”.",
                        en="They offer what you seek (0.92 of 1) – they: “handledare”.",
                    ),
                ),
                SuggestionReason(
                    criterion="sector",
                    value=1.0,
                    text=Text(
                        sv="Från en annan sektor: akademi.", en="From another sector: academia."
                    ),
                ),
                SuggestionReason(
                    criterion="novelty",
                    value=1.0,
                    text=Text(
                        sv="Ni känner inte varandra än.", en="You do not know each other yet."
                    ),
                ),
                SuggestionReason(
                    criterion="path",
                    value=0.5,
                    text=Text(sv="Ni känner båda Kulturhuset.", en="You both know Kulturhuset."),
                ),
            ),
        )
    )
]
RANKING = [
    as_example(Ranked(actor_id="a17", relevance=0.83, rank=1)),
    as_example(Ranked(actor_id="a40", relevance=0.79, rank=2)),
]

SCORE_REQUEST = {
    "two members": {
        "value": {
            "coalitions": [
                {"id": f"{CHALLENGE}/1", "challenge_id": CHALLENGE, "members": ["a17", "a40"]}
            ]
        }
    }
}
SCORES = as_example(
    ScoreSheet(
        coalitions=(
            CoalitionScore(
                id=f"{CHALLENGE}/1", challenge_id=CHALLENGE, size=18, scores=VALUES, total=0.881667
            ),
        ),
        objective=0.881667,
    )
)
READING = {
    "actor": "a17",
    "challenges": [
        {
            "challenge": CHALLENGE,
            "title": "Hur tar vi vara på ungas kraft?",
            "relevance": 0.83,
            "rank": 1,
            "evidence": None,
        }
    ],
    "kindred": SUGGESTIONS,
}
CHECK = {
    "errors": [],
    "warnings": [],
    "pool": {"actors": 1, "sectors": {"public": 1}, "counties": {"Blekinge": 1}, "languages": {}},
    "challenges": [],
    "core": [],
    "alternatives": [],
    "unjudged": [],
}
