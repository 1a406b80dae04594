"""Learn from several seasons who will collaborate."""

from typing import TYPE_CHECKING

from api.use_cases.call import Call
from api.use_cases.use_case import UseCase
from models.frozen import Frozen
from models.outcomes import Answer, LearnedReport
from models.proposals import Proposal
from models.seasons import Season
from models.text import Text

if TYPE_CHECKING:
    from matcher.outcomes.pairs import AnsweredSeason


class Answered(Frozen):
    """One season with its proposal, which agrees with it, and its members' answers."""

    season: Season
    proposal: Proposal
    answers: tuple[Answer, ...]


class Lesson(Frozen):
    """The seasons to learn from; with words also how offers fit what is sought."""

    seasons: tuple[Answered, ...]
    with_words: bool = True


def learn_outcomes(call: Call, given: Lesson) -> LearnedReport:
    """Learn who will collaborate, and say whether it beats a constant; nothing uses it.

    Raises
    ------
    ModelMissing, Cancelled
        As their names say.
    """
    from matcher.outcomes.learned import learn

    return learn([_open(call, each, given.with_words) for each in given.seasons])


def _open(call: Call, each: Answered, with_words: bool) -> "AnsweredSeason":
    """Join a season with the fits of its words, if wanted."""
    from matcher.outcomes.pairs import AnsweredSeason

    reading = call.words.read(each.season, call.progress) if with_words else None
    return AnsweredSeason(
        each.season, each.proposal, each.answers, reading.fits if reading else None
    )


LEARN_OUTCOMES = UseCase(
    action="outcomes.learn",
    input=Lesson,
    run=learn_outcomes,
    title=Text(sv="Lär av utfall", en="Learn from outcomes"),
    description=Text(
        sv="Lär vilka som vill samarbeta vidare, och säger om det slår en konstant.",
        en="Learns who will collaborate, and says whether it beats a constant.",
    ),
    position=42,
)
