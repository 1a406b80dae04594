"""What a trial of an embedding model found."""

from models.frozen import Frozen


class Hits(Frozen):
    """How well questions find the profile that answers them; 1 is best in both."""

    recall_at_1: float
    mrr: float


class TrialScores(Frozen):
    """Figures of one way to compare, by the languages of question and profile.

    `parity` is the mean absolute difference of rank, as a share of the whole ranking,
    between the Swedish and the English version of the same profile: 0 is best, and 1/3
    is what chance gives.
    """

    sv_sv: Hits
    sv_en: Hits
    en_sv: Hits
    en_en: Hits
    parity: float


class Prefixes(Frozen):
    """What goes before a question and before a profile."""

    query: str
    passage: str


class Trial(Frozen):
    """A model on trial.

    Attributes
    ----------
    version : str
        Koalition's version that measured.
    cases, texts_sha256 : int, str
        How many questions the trial has, and the hash of its texts.
    wants : Prefixes, optional
        What the model's own settings ask for; None where they say nothing.
    gets : Prefixes
    max_tokens : int, optional
        Where a text is cut; None where it never is.
    tokens_per_word : float
        Of the trial's Swedish and English profiles.
    load_s : float
        Seconds until the first text is read.
    short_per_s, long_per_s : float
        Texts a second: short questions, and long texts of `long_tokens` tokens.
    season_actors, season_s : int, float
        Seconds for the words of a new season of so many actors with such long texts.
    languages : dict
        By language: the share of questions that find the same question in English.
    cosine, engine : TrialScores
        By the bare cosine of the vectors, and after the engine's own reading.
    """

    model: str
    fingerprint: str
    dim: int
    version: str
    cases: int
    texts_sha256: str
    wants: Prefixes | None
    gets: Prefixes
    max_tokens: int | None
    tokens_per_word: float
    load_s: float
    short_per_s: float
    long_tokens: int
    long_per_s: float
    season_actors: int
    season_s: float
    languages: dict[str, float]
    cosine: TrialScores
    engine: TrialScores

    @property
    def max_words(self) -> int | None:
        """About how many words are read of a text; None where all are."""
        return None if self.max_tokens is None else int(self.max_tokens / self.tokens_per_word)
