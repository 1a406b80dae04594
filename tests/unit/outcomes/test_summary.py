"""The figures of a small season, each worked out by hand."""

import pytest

from matcher.outcomes.comments import find_comments
from matcher.outcomes.summary import summarise_answers
from models.outcomes import Answer, Outcomes
from models.proposals import Proposal
from models.seasons import Season
from models.ties import Tie
from tests.kit.actors import make_actor
from tests.kit.outcomes import answer, make_proposal
from tests.kit.seasons import make_challenge, make_season

# Eight actors, two of each sector in turn: public, private, civil society, academia.
ONE, OTHER = "c0/1", "c1/1"


@pytest.fixture
def season() -> Season:
    """Two coalitions of eight; a00 and a01 know each other."""
    actors = [make_actor(i) for i in range(16)]
    challenges = [make_challenge(0), make_challenge(1)]
    return make_season(actors, challenges, ties=(Tie(actor_a="a00", actor_b="a01"),), year=2026)


@pytest.fixture
def proposal(season: Season) -> Proposal:
    ids = [actor.id for actor in season.actors]
    return make_proposal(season, {ONE: ids[:8], OTHER: ids[8:]})


@pytest.fixture
def answers() -> tuple[Answer, ...]:
    """Six of the first coalition, five of the second."""
    return (
        answer(ONE, "a00", new_contacts=9, will_collaborate=True, partners=("a02", "a04")),
        answer(ONE, "a01", new_contacts=1, sectors=("public", "academia")),
        answer(ONE, "a02", new_contacts=6, will_collaborate=True, partners=("a00",)),
        answer(ONE, "a03", new_contacts=0, sectors=(), widened=False),
        answer(ONE, "a04", new_contacts=4, will_collaborate=True, partners=("a12",)),
        answer(ONE, "a05", new_contacts=4, will_collaborate=None),
        *(answer(OTHER, f"a{i:02}") for i in range(8, 13)),
    )


@pytest.fixture
def outcomes(season: Season, proposal: Proposal, answers: tuple[Answer, ...]) -> Outcomes:
    return summarise_answers(season, proposal, answers)


def test_answers_are_counted(outcomes: Outcomes) -> None:
    one, other = outcomes.coalitions
    assert (one.members, one.answers, one.response_rate) == (8, 6, 0.75)
    assert (other.members, other.answers, other.response_rate) == (8, 5, 0.625)
    assert (outcomes.total.members, outcomes.total.answers) == (16, 11)
    assert outcomes.total.response_rate == 0.6875
    assert (outcomes.season, outcomes.year, outcomes.least_answers) == ("Våren åäö", 2026, 5)


def test_shares_are_of_those_who_answered_the_question(outcomes: Outcomes) -> None:
    one = outcomes.coalitions[0]
    assert one.widened and one.collaborate and outcomes.total.collaborate
    assert (one.widened.answers, one.widened.share) == (6, 0.833333)  # 5 of 6
    assert (one.collaborate.answers, one.collaborate.share) == (5, 0.6)  # 3 of 5
    assert outcomes.total.collaborate.share == 0.3  # 3 of 10


def test_the_interval_is_wilsons(outcomes: Outcomes) -> None:
    one = outcomes.coalitions[0]
    assert one.widened
    z, n, p = 1.959963984540054, 6, 5 / 6
    middle = (p + z * z / (2 * n)) / (1 + z * z / n)
    half = z / (1 + z * z / n) * (p * (1 - p) / n + z * z / (4 * n * n)) ** 0.5
    assert one.widened.low == pytest.approx(middle - half, abs=1e-6)
    assert one.widened.high == pytest.approx(middle + half, abs=1e-6)


def test_contacts_have_mean_median_and_students_interval(outcomes: Outcomes) -> None:
    own = outcomes.coalitions[0].new_contacts
    assert own
    # 9, 1, 6, 0, 4, 4: sum 24, squares around 4 are 25 + 9 + 4 + 16 = 54.
    half = 2.570581836 * (54 / 5 / 6) ** 0.5
    assert (own.answers, own.mean, own.median) == (6, 4.0, 4.0)
    assert own.low == pytest.approx(4 - half, abs=1e-6)
    assert own.high == pytest.approx(4 + half, abs=1e-6)


def test_an_interval_of_equal_counts_is_a_point_and_none_goes_below_nought(
    outcomes: Outcomes,
) -> None:
    own = outcomes.coalitions[1].new_contacts
    assert own
    assert (own.low, own.mean, own.high) == (2.0, 2.0, 2.0)
    assert outcomes.total.new_contacts
    assert outcomes.total.new_contacts.low >= 0


def test_sectors_are_shares_of_those_who_answered(outcomes: Outcomes) -> None:
    own = outcomes.coalitions[0].sectors
    assert own
    expected = {"public": 0.833333, "private": 0.0, "civil_society": 0.0, "academia": 0.166667}
    assert own.shares == expected


def test_the_prediction_stands_beside_what_came_true(outcomes: Outcomes) -> None:
    own = outcomes.coalitions[0].forecast
    assert own
    # Two of each sector among eight: six of another sector, but a00 and a01 know each other.
    # Reported, at most predicted: min(9,5) + min(1,5) + min(6,6) + 0 + 4 + 4.
    assert (own.answers, own.predicted, own.reported) == (6, 5 + 5 + 6 + 6 + 6 + 6, 20)
    assert own.share == round(20 / 34, 6)


def test_pairs_are_counted_where_one_of_them_could_have_named_the_other(
    outcomes: Outcomes,
) -> None:
    own = outcomes.coalitions[0].pairs
    assert own
    # 28 pairs less 4 of one sector less 1 tie is 23. Nobody of a05, a06, a07 answered this
    # question: their three pairs are of different sectors, and not counted.
    assert (own.answers, own.predicted) == (5, 20)
    # a00-a02 is named twice and counts once; a00-a04 is of one sector; a12 is elsewhere.
    assert (own.named, own.share) == (1, 0.05)


def test_without_predicted_contacts_there_is_no_share(season: Season) -> None:
    alike = [make_actor(i, sector="public") for i in range(6)]
    season = make_season(alike, [make_challenge()])
    proposal = make_proposal(season, {ONE: [actor.id for actor in alike]})
    outcomes = summarise_answers(season, proposal, [answer(ONE, actor.id) for actor in alike])
    assert outcomes.total.forecast and outcomes.total.pairs
    assert (outcomes.total.forecast.predicted, outcomes.total.forecast.share) == (0, None)
    assert (outcomes.total.pairs.predicted, outcomes.total.pairs.share) == (0, None)


def test_no_answers_and_empty_ones_give_no_figures(season: Season, proposal: Proposal) -> None:
    empty = Answer(coalition=ONE, actor_id="a00")
    outcomes = summarise_answers(season, proposal, [empty])
    assert outcomes == summarise_answers(season, proposal, [])
    assert outcomes.total.answers is None
    assert outcomes.total.widened is None


def test_the_order_of_answers_says_nothing(
    season: Season, proposal: Proposal, answers: tuple[Answer, ...]
) -> None:
    forwards = summarise_answers(season, proposal, answers)
    assert forwards == summarise_answers(season, proposal, reversed(answers))


def test_a_summary_reads_back_as_it_was(outcomes: Outcomes) -> None:
    document = outcomes.model_dump(mode="json", by_alias=True)
    assert document["schema"] == "koalition/outcomes/1"
    assert Outcomes.model_validate(document) == outcomes


def test_comments_name_nobody_and_keep_to_their_group(
    season: Season, answers: tuple[Answer, ...]
) -> None:
    words = {
        "a00": "Aktör 02 var bra! Skriv till kaj@example.org, 040-123 45 67.",
        "a03": "A, utan punkt",
    }
    told = [a.evolve(comment=words.get(a.actor_id, "")) for a in answers]
    [(home, texts)] = find_comments(season, [ONE, OTHER], told)
    assert home == ONE
    assert texts[0] == "A, utan punkt"
    assert "Aktör" not in texts[1] and "@" not in texts[1] and "45" not in texts[1]
    assert "var bra" in texts[1]


def test_comments_of_small_groups_are_put_together_or_not_shown(season: Season) -> None:
    few = [answer(ONE, f"a{i:02}", comment=f"ord {i}") for i in range(2)]
    more = [answer(OTHER, f"a{i:02}", comment=f"ord {i}") for i in range(8, 14)]
    assert find_comments(season, [ONE, OTHER], few) == ()
    [(home, texts)] = find_comments(season, [ONE, OTHER], more + few)
    assert home is None
    assert len(texts) == 8


def test_an_answer_without_its_comment_is_dumped(answers: tuple[Answer, ...]) -> None:
    said = answers[0].evolve(comment="hemligt")
    assert "hemligt" not in said.model_dump_json() + repr(said)
