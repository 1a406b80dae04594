import pytest

from data.files.reading import read_season
from data.samples import DEMO
from models.seasons import CONTRACT_CRITERIA
from tests.kit.rules import accept_any
from tests.kit.workbooks import to_csv

SAME = [
    ("Röda Korset", "röda korset"),
    ("Volvo", "AB Volvo"),
    ("Olofsson Travel & Consulting AB", "Olofsson Travel och Consulting"),
    ("Malmö stad", "Malmö kommun"),
    ("Lunds kommun", "Lund municipality"),
    ("Borås Stad", "Borås"),
    ("Göteborgs stad", "City of Gothenburg"),
    ("Göteborgs stad", "Goteborgs stad"),
    ("Ungdomskansliet", "Ungdomskanslit"),
    ("Fritidsgården Takåsen", "Fritidsgård Takåsen"),
    ("Fritids-gården Takåsen", "Fritidsgården Takåsen"),
    ("Linköpings universitet", "Linköpigns universitet"),
    ("Rädda Barnen", "Radda Barnen"),
    ("Rädda Barnens läxhjälp", "Rädda Barnen läxhjälp"),
]
DIFFERENT = [
    ("Aktör 17", "Aktör 18"),
    ("Region 1", "Region 2"),
    ("Skola nr 3", "Skola nr 4"),
    ("Skolan 1 1", "Skolan 11"),
    ("Avdelning II", "Avdelning III"),
    ("Grupp A", "Grupp B"),
    ("Region Skåne", "Region Skaraborg"),
    ("Lunds kommun", "Lunds universitet"),
    ("Göteborgs universitet", "Göteborgs stad"),
    ("Linköpings kommun", "Lidköpings kommun"),
    ("Hemgården Habo", "Hemgården Håbo"),
    ("Kulturskolan Linköping", "Kulturskolan Lidköping"),
    ("Mellanskolan", "Mellanskogen"),
    ("Norra skolan", "Södra skolan"),
    ("Östra gymnasiet", "Västra gymnasiet"),
]


def warnings_of(read, *actors, name="season"):
    headers = ["id", "name", "sector", "place", "description", "offers", "seeks"]
    rows = [[f"x{n}", name, "public", "Lund", *texts] for n, (name, *texts) in enumerate(actors)]
    filled = [[*row, *[""] * (len(headers) - len(row))] for row in rows]
    found = read({"actors.csv": to_csv([headers, *filled])}, name=name).warnings
    return [w for w in found if w.code.startswith("near_")]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_another_spelling_of_a_name_is_told_with_both_rows(read, one, other):
    (warning,) = warnings_of(read, (one, "W"), ("Alldeles annat", "W"), (other, "W"))
    assert (warning.file, warning.row, warning.column) == ("actors.csv", 4, "name")
    assert (warning.value, warning.code) == (other, "near_duplicate")
    for text in (warning.mend.sv, warning.mend.en):
        assert one in text and " 2" in text


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_names_of_different_organisations_are_let_be(read, one, other):
    assert warnings_of(read, (one, "W"), (other, "W")) == []


TEXT = "{0} driver en öppen verkstad. Hos {0}s ledare får alla låna verktyg och prova."


def test_profiles_that_differ_in_the_name_alone_are_told(read):
    one, other = "Bruket", "Kvarnens förening"
    (warning,) = warnings_of(
        read,
        (one, TEXT.format(one), "lokaler"),
        ("Smedjan", TEXT.format("Smedjan"), "kunskap"),
        (other, TEXT.format(other), "lokaler"),
    )
    assert (warning.row, warning.value, warning.code) == (4, other, "near_duplicate_text")
    assert one in warning.mend.sv and "rad 2" in warning.mend.sv


def test_equal_profiles_are_told_once_for_each_later_row(read):
    found = warnings_of(read, *((name, TEXT.format("Den")) for name in ("Ask", "Bok", "Alm")))
    assert [(w.row, w.code) for w in found] == [
        (3, "near_duplicate_text"),
        (4, "near_duplicate_text"),
    ]
    assert all("row 2" in w.mend.en for w in found)


def test_many_rows_with_one_text_all_name_the_first(read):
    text = "håller öppet för unga varje kväll i veckan, året om"
    found = warnings_of(
        read, ("Ask", f"Ask {text}"), ("Bok", f"Bok {text}"), ("Cedern", f"Bok {text}")
    )
    assert [(w.row, w.code) for w in found] == [
        (3, "near_duplicate_text"),
        (4, "near_duplicate_text"),
    ]
    assert len({w.mend for w in found}) == 1


TWINS = [
    ("Granby ungdomscenter", "Granby Ungdomscenter Karlshamn"),
    ("Takåsens fritidsgård", "Fritidsgården i Takåsen"),
    ("Bruket", "Föreningen Bruket"),
    ("Stiftelsen Andra Dörren", "Andra dörren"),
]


@pytest.mark.parametrize(("one", "other"), TWINS)
def test_one_description_and_nearly_one_name_are_told_whatever_else_differs(read, one, other):
    text = "Vi håller öppet för unga varje kväll."
    (warning,) = warnings_of(
        read,
        (one, text, "lokaler", "företag"),
        ("Något helt annat", text, "kunskap", "pengar"),
        (other, text, "", "ett annat behov"),
    )
    assert (warning.row, warning.value, warning.code) == (4, other, "near_duplicate_twin")
    assert one in warning.mend.sv and "rad 2" in warning.mend.sv


def test_one_description_for_unlike_names_with_other_offers_is_let_be(read):
    text = "Vi håller öppet för unga varje kväll."
    assert warnings_of(read, ("Ask", text, "lokaler"), ("Bok", text, "kunskap")) == []
    numbered = ("Skola nr 3", f"{text} 3", "a"), ("Skola nr 4", f"{text} 4", "b")
    assert warnings_of(read, *numbered, name="numbers") == []
    near = ("Granby center", "Öppet för alla", "a"), ("Granby center väst", "Öppet för unga", "b")
    assert warnings_of(read, *near, name="texts") == []


def test_short_profiles_say_nothing(read):
    assert warnings_of(read, ("Ask", "Vi gör nummer ett."), ("Bok", "Vi gör nummer ett.")) == []


def test_misspelt_names_are_found_among_thousands(read):
    actors = [(f"{'abcdefghij'[n % 10] * 3}{n // 10}", "W") for n in range(2_000)] + [
        ("Ungdomskansliet", "W"),
        *(
            (f"Ungdoms{''.join(chr(97 + (n // 5**k) % 5) * 3 for k in range(4))}", "W")
            for n in range(600)
        ),
        ("Ungdomskanslet", "W"),
    ]
    (warning,) = warnings_of(read, *actors)
    assert (warning.value, warning.row) == ("Ungdomskanslet", len(actors) + 1)


def test_the_demo_has_no_duplicates():
    found = read_season(DEMO, check_rule=accept_any, criteria=CONTRACT_CRITERIA)
    assert found.warnings == ()
