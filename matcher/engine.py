"""The public door of the engine: seven verbs, each a pure function.

All take a `Season` first, and what depends on words takes its `Reading` next
(`matcher.embedding.reading.read_words` with any `Embedder`). Nothing is read from disk or
the network, and nothing heavy is imported before a verb is called. The same arguments on the
same versions give the same result under any hash seed, unless time or a cancel ended a run.
Errors are `models.errors.KoalitionError`: a stable `code`, and `text` in Swedish and English.
A reading of other words than the season's is one: `BadRequest("reading_of_other_season")`.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from models.ports.progress import Progress, Silence

if TYPE_CHECKING:
    from matcher.core.settings import Options
    from matcher.embedding.partners import PartnerFits
    from matcher.embedding.reading import Reading
    from matcher.meetings.plan import HeldMeetings
    from matcher.verify.difference import Difference
    from models.agendas import AgendaTemplate
    from models.canonical import Json
    from models.explanations import Explanation
    from models.meetings import Absence, MeetingPlan, PlanSettings
    from models.people import People
    from models.proposals import Proposal
    from models.scores import CoalitionMembers, ScoreSheet
    from models.seasons import Season
    from models.suggestions import Ranked, Selection, Suggestion

SILENCE = Silence()


def match(
    season: "Season",
    reading: "Reading",
    options: "Options | None" = None,
    progress: Progress = SILENCE,
) -> "Proposal":
    """Form the coalitions of a season: the seats first, then the best members for them.

    Parameters
    ----------
    season : Season
    reading : Reading
        Of the season's words.
    options : Options, optional
        What this run overrides: challenge, seed, effort, time limit in seconds, pins and
        bans, solver, a proposal to start from, how many alternatives. The season's own
        settings hold for the rest.
    progress : Progress
        Hears the stages and the proven gap, and can ask to stop.

    Returns
    -------
    Proposal
        Coalitions with members, reasons and reserves; who got no place and why; a
        certificate: F, a proven upper bound of it and the gap between them; where the hard
        rules can't all hold, the smallest relaxation of them as `conflicts`.

    Raises
    ------
    InputError
        `pin_and_ban`, `pin_and_capacity`, `pin_twice`: pins that contradict bans or
        capacities; also where more must change than may, or no criterion weighs anything.
    NoSolution, SolverFailure, Cancelled
        As their names say.

    Notes
    -----
    Work is counted, not timed: the same season, options, seed and effort give the same
    proposal but for `created_at` and `seconds`, unless `certificate.ended_by` is `time` or
    `cancel`.
    """
    from matcher.core.settings import Options
    from matcher.propose import propose

    _insist_on_reading(season, reading)
    return propose(season, reading, options or Options(), progress)


def score(
    season: "Season", reading: "Reading", coalitions: "Sequence[CoalitionMembers]"
) -> "ScoreSheet":
    """Score given coalitions by the season's criteria and rules.

    Parameters
    ----------
    coalitions : sequence of CoalitionMembers
        Of challenges and actors of the season, by id; their own ids are free, and a pin or a
        ban that speaks of one coalition holds for that of the id.

    Returns
    -------
    ScoreSheet
        For each coalition its value by each criterion in use, its total, and the hard rules
        that it breaks; F over those that have members. To change coalitions step by step,
        see `matcher.board.Board`.
    """
    from matcher.scoring import score_coalitions

    _insist_on_reading(season, reading)
    return score_coalitions(season, reading, tuple(coalitions))


def explain(
    season: "Season",
    reading: "Reading",
    proposal: "Proposal",
    actor_id: str,
    challenge_id: str | None = None,
    progress: Progress = SILENCE,
) -> "Explanation":
    """Say why an actor is in, or what it would cost to have it in, by solving again.

    Parameters
    ----------
    proposal : Proposal
        One that agrees with the season; its settings are used again.
    challenge_id : str, optional
        For this challenge only; else the best of all is found, by one solve for each.

    Returns
    -------
    Explanation
        `placed`, the reasons, and `loss`: F of the proposal less F with the actor forced in,
        with the coalitions that would then be; None where no place is open to it.

    Raises
    ------
    NotFound
        `actor_not_found`, `challenge_not_found`.
    InputError
        When a pin or a capacity forbids what was asked.
    NoSolution, SolverFailure, Cancelled
        As their names say.
    """
    from matcher.explain.why import explain_actor

    _insist_on_reading(season, reading)
    _insist_on_actor(season, actor_id)
    if challenge_id is not None:
        _insist_on_challenge(season, challenge_id)
    return explain_actor(season, reading, proposal, actor_id, challenge_id, progress)


def suggest(
    season: "Season",
    reading: "PartnerFits",
    actor_id: str,
    selection: "Selection | None" = None,
    *,
    people: "People | None" = None,
) -> "tuple[Suggestion, ...]":
    """Suggest new partners to an actor, with reasons.

    Parameters
    ----------
    reading : PartnerFits
        A `Reading`, or what `read_partners` gives, which is quicker.
    selection : Selection, optional
        How many (10), and who: known ones too, one sector, within so many kilometres, one
        language. Actors who are not visible are never suggested nor named.
    people : People, optional
        The season's contacts, whose addresses no quotation gives away in any spelling.

    Returns
    -------
    tuple of Suggestion
        The best first, equals in order of id.

    Raises
    ------
    NotFound
        `actor_not_found`.

    Notes
    -----
    Aligns the season's actors anew at each call; for many actors keep one
    `matcher.suggest.Matchmaker`.
    """
    from matcher.embedding.reading import Reading
    from matcher.suggest.matchmaker import Matchmaker
    from models.people import People

    if isinstance(reading, Reading):
        _insist_on_reading(season, reading)

    return Matchmaker(season, reading, people or People()).suggest(actor_id, selection)


def rank(
    season: "Season",
    reading: "Reading",
    challenge_id: str,
    k: int = 20,
    *,
    with_evidence: bool = False,
) -> "tuple[Ranked, ...]":
    """Rank the actors by relevance to a challenge, equals in order of id.

    Parameters
    ----------
    k : int
        How many; 0 gives all.
    with_evidence : bool
        Tell the words that carried each one's relevance, too.

    Returns
    -------
    tuple of Ranked
        Ids with relevance in [0, 1] and rank from 1.

    Raises
    ------
    NotFound
        `challenge_not_found`.
    BadRequest
        `rank_count_negative`.
    """
    from matcher.embedding.ranking import rank_actors
    from models.errors import BadRequest

    _insist_on_reading(season, reading)
    if k < 0:
        raise BadRequest("rank_count_negative", field="k")
    return rank_actors(season, reading, challenge_id, k, with_evidence=with_evidence)


def verify(
    season: "Season", reading: "Reading | None", proposal: "Proposal | Json"
) -> "tuple[Difference, ...]":
    """Recompute a proposal from its season without the solver, and say where they differ.

    Parameters
    ----------
    reading : Reading or None
        None trusts the relevance that the proposal states, and nothing else.
    proposal : Proposal or Json
        The proposal, or its document as parsed from JSON, damaged or not.

    Returns
    -------
    tuple of Difference
        Place, stated and computed value; empty when the proposal agrees.
    """
    from matcher.agreement import verify as compare
    from models.proposals import Proposal

    if reading is not None:
        _insist_on_reading(season, reading)
    document = proposal.to_document() if isinstance(proposal, Proposal) else proposal
    return compare(season, document, reading)


def plan(
    season: "Season",
    coalition: "CoalitionMembers",
    templates: "Sequence[AgendaTemplate]",
    settings: "PlanSettings | None" = None,
    progress: Progress = SILENCE,
    *,
    absences: "Sequence[Absence]" = (),
    unsure: "Sequence[Absence]" = (),
    held: "HeldMeetings | None" = None,
) -> "MeetingPlan":
    """Plan a coalition's meetings: agendas, breakout rooms that let as many pairs meet as can.

    Parameters
    ----------
    coalition : CoalitionMembers
        Such as one of `proposal.memberships`.
    templates : sequence of AgendaTemplate
        At least one; `data.files.agendas.read_agendas()` gives the bundled ones.
    settings : PlanSettings, optional
        Meetings (4), rounds in each (1), rooms (3), aim, seed, effort.
    absences : sequence of Absence
        Who is away from which meeting.
    unsure : sequence of Absence
        Who has a seat there though it has said that it can't come; it does not host.
    held : HeldMeetings, optional
        Meetings of a former plan that stay as they were.

    Returns
    -------
    MeetingPlan
        With how many pairs meet, and a proven bound of that.

    Raises
    ------
    InputError
        `rooms_do_not_fit`, `nobody_there`, `rounds_too_many`.
    Cancelled
        If `progress` asks to stop.
    """
    from matcher.meetings.plan import plan_meetings
    from models.meetings import PlanSettings

    return plan_meetings(
        season,
        coalition,
        tuple(templates),
        settings or PlanSettings(),
        progress,
        absences=absences,
        unsure=unsure,
        held=held,
    )


def _insist_on_reading(season: "Season", reading: "Reading") -> None:
    from models.errors import BadRequest

    if not reading.is_of(season):
        raise BadRequest("reading_of_other_season", field="reading")


def _insist_on_actor(season: "Season", actor_id: str) -> None:
    from models.errors import NotFound

    if actor_id not in season.actor_index:
        raise NotFound("actor_not_found", name=actor_id, known=", ".join(season.actor_index))


def _insist_on_challenge(season: "Season", challenge_id: str) -> None:
    from models.errors import NotFound

    if challenge_id not in season.challenge_index:
        known = ", ".join(season.challenge_index)
        raise NotFound("challenge_not_found", name=challenge_id, known=known)
