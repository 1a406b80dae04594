"""Outcomes: what members answered afterwards, and the figures made of their answers."""

from pydantic import Field

from models.frozen import Frozen
from models.sectors import Sector

SCHEMA = "koalition/outcomes/1"
LEAST_ANSWERS = 5
"""Answers, each from another actor, below which no figure is shown."""


class Answer(Frozen):
    """What one member answered about its coalition; None where a question was passed by.

    `partners` are the actors, by id, with whom it will develop collaboration. The comment is
    for the organiser alone and is left out of every dump.
    """

    coalition: str
    actor_id: str
    widened: bool | None = None
    new_contacts: int | None = Field(default=None, ge=0)
    sectors: tuple[Sector, ...] | None = None
    will_collaborate: bool | None = None
    partners: tuple[str, ...] = ()
    comment: str = Field(default="", exclude=True, repr=False)

    @property
    def is_given(self) -> bool:
        """Say whether anything was answered at all."""
        asked = (self.widened, self.new_contacts, self.sectors, self.will_collaborate)
        return bool(self.comment) or any(each is not None for each in asked)


class Share(Frozen):
    """A share of those who answered, with its 95 % interval (Wilson)."""

    answers: int
    share: float
    low: float
    high: float


class Contacts(Frozen):
    """How many new contacts members reported: the mean with its 95 % interval, the median."""

    answers: int
    mean: float
    low: float
    high: float
    median: float


class SectorsMet(Frozen):
    """The share of those who answered that met each sector."""

    answers: int
    shares: dict[Sector, float]


class Forecast(Frozen):
    """Predicted new contacts of those who answered, and how many of them came true.

    Attributes
    ----------
    predicted : int
        Co-members of other sectors without a tie, as the proposal has them.
    reported : int
        Contacts that members reported, each member's at most what was predicted for it.
    share : float or None
        Reported ÷ predicted; None where nothing was predicted.
    """

    answers: int
    predicted: int
    reported: int
    share: float | None


class NamedPairs(Frozen):
    """Predicted new pairs of which one answered, and those where one named the other."""

    answers: int
    predicted: int
    named: int
    share: float | None


class Figures(Frozen):
    """The figures of one coalition, or of a whole season; None where they are not shown.

    A figure is not shown where fewer than `LEAST_ANSWERS` actors answered its question, or
    where such a figure could be worked out of it and others that are shown. `answers` counts
    the members who answered anything.
    """

    coalition: str | None = None
    challenge_id: str | None = None
    members: int
    answers: int | None
    response_rate: float | None
    widened: Share | None
    collaborate: Share | None
    new_contacts: Contacts | None
    sectors: SectorsMet | None
    forecast: Forecast | None
    pairs: NamedPairs | None


class SeasonFigures(Frozen):
    """A whole season's figures: one point in time."""

    season: str
    year: int | None
    proposal_sha256: str
    total: Figures


class Outcomes(Frozen):
    """The summary of one season's answers, with the figures of the seasons before it."""

    schema_: str = Field(default=SCHEMA, alias="schema")
    season: str
    year: int | None
    proposal_sha256: str
    least_answers: int = LEAST_ANSWERS
    total: Figures
    coalitions: tuple[Figures, ...]
    earlier: tuple[SeasonFigures, ...] = ()

    @property
    def point(self) -> SeasonFigures:
        """This season among others."""
        return SeasonFigures(
            season=self.season,
            year=self.year,
            proposal_sha256=self.proposal_sha256,
            total=self.total,
        )


class LossComparison(Frozen):
    """A mean loss over coalitions, beside that of a constant, and what the model gains.

    `gain` is the constant's loss less the model's, `low` and `high` its 95 % interval.
    """

    model: float
    constant: float
    gain: float
    low: float
    high: float


class LearnedReport(Frozen):
    """How well pair features tell who will collaborate, judged on coalitions not learned from.

    Attributes
    ----------
    seasons, coalitions : int
        What there is to learn from.
    pairs, named : int or None
        Members who answered with each of their co-members, and those whom they named; None
        where they are too few to be shown.
    enough : bool
        False where the answers are too few; then nothing was learned.
    log_loss, brier : LossComparison or None
    auc : float or None
        Mean over coalitions; 0.5 is what a constant has. None where no coalition has both.
    coefficients : dict of str to float
        Of the standardised features, learned from all pairs.
    beats_constant : bool
        True only where the interval of the gain in log loss lies above zero.
    """

    seasons: int
    coalitions: int
    pairs: int | None
    named: int | None
    least_coalitions: int
    least_of_each: int
    enough: bool
    log_loss: LossComparison | None = None
    brier: LossComparison | None = None
    auc: float | None = None
    coefficients: dict[str, float] = Field(default_factory=dict)
    beats_constant: bool = False


class CloseCounts(Frozen):
    """What closing a season changes for the next one.

    `ties` are all of its ties, of which so many are new or became stronger; `passed_over`
    counts the actors that go without a place for one more season, `reset` those whose count
    went back to nought.
    """

    ties: int
    new_ties: int
    stronger_ties: int
    passed_over: int
    reset: int
