"""Several values in one cell, however set apart; a word that is unknown is told, never a value."""

import pytest

from data.files.answers import read_answers
from data.files.findings import Findings
from data.files.lists import part_list
from models.errors import InputError
from models.scores import CoalitionMembers
from models.sectors import Sector

HEADER = "id|name|sector|place|description|languages|wishes"
CHALLENGES = 'id,title\nc1,Ungas kraft\nc2,"Mat, vatten och värme"\n'


def actors(*cells):
    """Give a table of actors by their languages and wishes, with tabs between."""
    lines = [
        f'a{i}|Aktör {i}|public|Lund|Vi driver verkstad nummer {i}|"{languages}"|"{wishes}"'
        for i, (languages, wishes) in enumerate(cells, start=1)
    ]
    return "\n".join([HEADER, *lines]).replace("|", "\t")


@pytest.mark.parametrize(
    "cell",
    [
        "Svenska, engelska",
        "svenska och engelska",
        "Swedish and English",
        "Swedish & English",
        "sv/en",
        "svenska + engelska",
        "Svenska\nEngelska",
        "sv, en-GB",
        "SVENSKA, och english",
        "svenska (modersmål), engelska (lite)",
    ],
)
def test_languages_however_set_apart_are_the_same_and_told(read, cell):
    found = read({"actors.csv": actors((cell, ""), ("sv;en", ""))})
    assert [actor.languages for actor in found.season.actors] == [("sv", "en")] * 2
    assert [(w.row, w.column, w.code) for w in found.warnings] == [(2, "languages", "list_parted")]
    assert "semikolon" in found.warnings[0].mend.sv


@pytest.mark.parametrize(
    ("cell", "codes"),
    [("Suomi;meänkieli", ("fi", "fit")), ("العربية", ("ar",)), ("Sámi; dari", None)],
)
def test_languages_by_their_own_names(read, cell, codes):
    found = read({"actors.csv": actors((cell, ""))})
    assert found.season.actors[0].languages == (codes or ("prs",))
    assert len(found.warnings) == (codes is None)


def test_a_word_that_is_no_language_is_told_with_whom_it_concerns(read):
    found = read(
        {"actors.csv": actors(("klingonska", ""), ("svenska, klingonska", ""), ("sv", ""))}
    )
    assert [actor.languages for actor in found.season.actors] == [(), ("sv",), ("sv",)]
    told = [w for w in found.warnings if w.code == "unknown_language"]
    assert [(w.row, w.column) for w in told] == [(2, "languages"), (3, "languages")]
    assert "klingonska" in told[0].mend.sv and "Aktör 1 räknas som om inget" in told[0].mend.sv
    assert "Aktör 2 kan bara hamna där sv räcker" in told[1].mend.sv


def test_a_misspelt_language_is_asked_about(read):
    (warning,) = read({"actors.csv": actors(("Svnska", ""))}).warnings
    assert "svenska" in warning.mend.sv and "svenska" in warning.mend.en


@pytest.mark.parametrize(
    "cell",
    [
        "c1, c2",
        "Ungas kraft, Mat, vatten och värme",
        "ungas kraft och mat, vatten och värme",
        "c1\nMAT, VATTEN OCH VÄRME",
    ],
)
def test_wishes_by_id_or_title_however_set_apart(read, cell):
    found = read({"actors.csv": actors(("", cell)), "challenges.csv": CHALLENGES})
    assert found.season.actors[0].wishes == ("c1", "c2")
    assert [(w.column, w.code) for w in found.warnings] == [("wishes", "list_parted")]


def test_a_wish_with_commas_in_its_title_is_one_wish(read):
    files = {"actors.csv": actors(("", "Mat, vatten och värme")), "challenges.csv": CHALLENGES}
    found = read(files)
    assert (found.season.actors[0].wishes, found.warnings) == (("c2",), ())


def test_an_unknown_wish_among_known_ones_is_the_one_named(faults_of):
    files = {"actors.csv": actors(("", "Ungas kraft, Grönska")), "challenges.csv": CHALLENGES}
    (fault,) = faults_of(files)
    assert (fault.column, fault.code) == ("wishes", "unknown_challenge")
    assert "Grönska" in fault.mend.en and "kraft" not in fault.mend.en.split("Write")[0]


def test_the_longest_known_value_is_taken():
    names = {"A", "A och B", "C, D", "D"}
    assert part_list("A och B, C, D", names.__contains__).known == ("A och B", "C, D")
    assert part_list("x och A / y & z", names.__contains__).unknown == ("x", "y & z")
    assert part_list("A, " * 200, names.__contains__).known == ()


COALITIONS = (CoalitionMembers(id="c1/1", challenge_id="c1", members=("a1", "a2", "a3")),)
ASKED = "coalition;actor_id;widened;new_contacts;sectors;will_collaborate;partners"


@pytest.fixture
def answer(read, tmp_path):
    """Read answers of three members, and give faults or what was read."""
    season = read({"actors.csv": actors(("", ""), ("", ""), ("", ""))}).season

    def read_them(*rows):
        path = tmp_path / "answers.csv"
        path.write_text("\n".join([ASKED, *rows]), "utf-8")
        findings = Findings()
        try:
            given = read_answers(path, season, COALITIONS, findings)
        except InputError as error:
            return [(f.row, f.column, f.code) for f in error.faults]
        return given, [(w.row, w.column, w.code) for w in findings.warnings]

    return read_them


@pytest.mark.parametrize("between", [", ", " och ", " and ", "/", "\n"])
def test_partners_without_semicolons_are_one_fault_that_says_so(answer, between):
    row = f'c1/1;a1;ja;2;;ja;"Aktör 2{between}Aktör 3"'
    assert answer(row) == [(2, "partners", "list_needs_semicolons")]
    assert answer(f'c1/1;a1;ja;2;;ja;"Aktör 9{between}Aktör 3"') == [
        (2, "partners", "list_needs_semicolons")
    ]


def test_a_bad_answer_is_one_fault_and_leads_to_no_other(answer):
    assert answer("c1/1;a1;kanske;3 st;;kanske;Aktör 2", "c1/1;a2;;ca 5;;nja;a9") == [
        (2, "new_contacts", "not_whole_between"),
        (2, "will_collaborate", "not_yes_no"),
        (2, "widened", "not_yes_no"),
        (3, "new_contacts", "not_whole_between"),
        (3, "partners", "unknown_actor"),
        (3, "will_collaborate", "not_yes_no"),
    ]
    assert answer('c1/1;a1;;;;ja;"a8;a9"', "c1/1;a2;;;;nej;a9", "c1/1;a3;;;;ja;a3") == [
        (2, "partners", "unknown_actor"),
        (3, "partners", "unknown_actor"),
        (4, "partners", "partner_with_itself"),
    ]


def test_a_no_with_partners_is_still_a_fault(answer):
    assert answer("c1/1;a1;;;;nej;a2") == [(2, "partners", "partners_unwanted")]


def test_answers_that_say_nothing_are_none_and_told(answer):
    given, told = answer("c1/1;a1;Ja!;–;offentlig, privat;n/a;Ingen")
    assert (given[0].widened, given[0].new_contacts, given[0].will_collaborate) == (
        True,
        None,
        None,
    )
    assert (given[0].sectors, given[0].partners) == ((Sector.PUBLIC, Sector.PRIVATE), ())
    assert told == [
        (2, "new_contacts", "says_no_number"),
        (2, "will_collaborate", "says_nothing"),
        (2, "partners", "says_nothing"),
        (2, "sectors", "list_parted"),
    ]
