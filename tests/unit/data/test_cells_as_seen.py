"""Cells mean what the eye sees: invisible marks, breaks and nothings are read away and told."""

import io
from pathlib import Path

import pytest
import xlsxwriter

from data.files.members import read_members
from data.reference.appearance import see, strip_invisible
from data.reference.nothing import says_nothing, tells_nothing
from matcher.criteria.registry import weights_in_use

TEXT = "Vi driver en verkstad för unga"


def told(found, code):
    return [(w.file, w.row, w.column) for w in found.warnings if w.code == code]


def actors(*rows):
    """Give a table of actors with id, name, wishes, group, available, offers, capacity, own."""
    header = "id|name|sector|place|description|wishes|group|available|offers|capacity|own"
    lines = [f"{id_}|{name}|public|Lund|{TEXT} {id_}|{rest}" for id_, name, rest in rows]
    return "\n".join([header, *lines]).replace("|", "\t")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Folkets\u00a0Hus", "Folkets Hus"),
        ("\u200eFolkets Hus\u200f", "Folkets Hus"),
        ("Folkets\u202fHus", "Folkets Hus"),
        ("Folk\u00adets H\u200bus", "Folkets Hus"),
        ("\ufeffFolkets Hus\u2060", "Folkets Hus"),
        ("Folkets H\u200dus", "Folkets Hus"),
    ],
)
def test_invisible_marks_in_a_name_are_taken_away_and_told(read, written, meant):
    found = read({"actors.csv": actors(("a1", written, "|||||"), ("a2", "Beta", "|||||"))})
    assert found.season.actors[0].name == meant
    assert told(found, "invisible_removed") == [("actors.csv", 2, "name")]


@pytest.mark.parametrize("mark", ["\n", "\r\n", "\r", "\u2028", "\u2029", " \n ", "_x000D_\n"])
def test_a_break_in_a_name_or_title_is_a_space_and_told(read, mark):
    table = f'id,name,sector,place,description\na1,"Folkets{mark}Hus",public,Lund,{TEXT}\n'
    challenges = f'id,title\nc1,"Ungas{mark}kraft"\n'
    found = read({"actors.csv": table, "challenges.csv": challenges})
    assert found.season.actors[0].name == "Folkets Hus"
    assert found.season.challenges[0].title == "Ungas kraft"
    expected = [("actors.csv", 2, "name"), ("challenges.csv", 2, "title")]
    assert told(found, "line_folded") == expected


def test_a_break_and_a_tab_in_a_workbook_are_spaces(read):
    raw = io.BytesIO()
    with xlsxwriter.Workbook(raw) as book:
        sheet = book.add_worksheet("actors")
        sheet.write_row(0, 0, ["id", "name", "sector", "place", "description"])
        sheet.write_row(1, 0, ["a1", "Folkets\nHus", "public", "Lund", f"{TEXT}\noch gamla"])
        sheet.write_row(2, 0, ["a2", "Nya\tBeta", "public", "Lund", f"{TEXT} här"])
    found = read({"actors.csv": None, "actors.xlsx": raw.getvalue()})
    assert [actor.name for actor in found.season.actors] == ["Folkets Hus", "Nya Beta"]
    assert found.season.actors[0].description == f"{TEXT}\noch gamla"
    assert told(found, "line_folded") == [("actors.xlsx", 2, "name"), ("actors.xlsx", 3, "name")]


def test_joiners_that_shape_letters_and_pictures_stay():
    for text in ("👩\u200d💻", "می\u200cخواهم", "👍🏽", "❤\ufe0f"):
        assert strip_invisible(text) == text


def test_a_row_of_invisible_marks_is_blank(read):
    table = (
        f"id,name,sector,place,description\n\u200b,\u00a0,,,\u2060\na1,Alfa,public,Lund,{TEXT}\n"
    )
    assert [actor.id for actor in read({"actors.csv": table}).season.actors] == ["a1"]


@pytest.mark.parametrize("wish", ["c1\u200b", "C1", "what CAN we do?", "What can\u00a0we do?"])
def test_a_wish_is_known_by_what_the_eye_sees(read, wish):
    found = read({"actors.csv": actors(("a1", "Alfa", f"{wish}|||||"))})
    assert found.season.actors[0].wishes == ("c1",)


def test_names_in_ties_and_rules_are_known_by_what_the_eye_sees(read):
    rows = actors(("a1", "AB Volvo – Lastvagnar", "|||||"), ("a2", "Beta", "|||||"))
    rule = '[[rules]]\nkind = "pin"\nactor = "ab volvo - lastvagnar"\nchallenge = "C1"\n'
    ties = "actor_a,actor_b\nAB VOLVO - LASTVAGNAR,beta\n"
    found = read({"actors.csv": rows, "ties.csv": ties, "season.toml": rule})
    assert [(tie.actor_a, tie.actor_b) for tie in found.season.ties] == [("a1", "a2")]
    (pin,) = found.season.rules
    assert (pin.challenge, pin.keys[0].value) == ("c1", "a1")


def test_two_who_look_alike_are_told_apart_only_as_written(read, faults_of):
    rows = actors(("a1", "Volvo", "|||||"), ("a2", "VOLVO", "|||||"), ("a3", "Beta", "|||||"))
    ties = "actor_a,actor_b\nVOLVO,a3\n"
    found = read({"actors.csv": rows, "ties.csv": ties})
    assert [tie.actor_a for tie in found.season.ties] == ["a2"]
    unclear = {"actors.csv": rows, "ties.csv": "actor_a,actor_b\nvolvo,a3\n"}
    (fault,) = faults_of(unclear, name="unclear")
    assert (fault.code, fault.row) == ("ambiguous_actor", 2)


def test_members_by_name_in_capitals(read, tmp_path: Path):
    season = read({"actors.csv": actors(("a1", "Alfa", "|||||"))}).season
    path = tmp_path / "members.csv"
    path.write_text("coalition,challenge_id,actor_id\nx,WHAT CAN WE DO?,ALFA\n", "utf-8")
    (coalition,) = read_members(path, season).coalitions
    assert (coalition.challenge_id, coalition.members) == ("c1", ("a1",))


NOTHING = ["-", "–", "n/a", "N/A", "None", "Ingen", "inga", "saknas", ".", "?", "…", "(saknas)"]


@pytest.mark.parametrize("cell", NOTHING)
def test_a_cell_that_says_nothing_is_empty_in_every_column_and_told(read, cell):
    rest = "|".join([cell] * 6)
    found = read({"actors.csv": actors(("a1", "Alfa", rest), ("a2", "Beta", "||||2|x"))})
    (alfa, beta) = found.season.actors
    assert (alfa.wishes, alfa.group, alfa.available, alfa.offers) == ((), "", (), "")
    assert (alfa.capacity, beta.capacity) == (1, 2)
    assert (alfa.attributes, beta.attributes) == ((("own", ""),), (("own", "x"),))
    columns = ["wishes", "group", "available", "offers", "own"]
    assert told(found, "says_nothing") == [("actors.csv", 2, column) for column in columns]
    assert told(found, "says_no_number") == [("actors.csv", 2, "capacity")]


def test_a_naught_is_nothing_but_where_a_number_or_an_id_is_meant(read):
    found = read({"actors.csv": actors(("0", "Alfa", "0|0|0|0|0|0"))})
    (alfa,) = found.season.actors
    assert (alfa.id, alfa.capacity, alfa.attributes) == ("0", 0, (("own", "0"),))
    assert (alfa.wishes, alfa.group, alfa.available, alfa.offers) == ((), "", (), "")
    assert len(told(found, "says_nothing")) == 4


@pytest.mark.parametrize(
    "text",
    [".", "-", "N/A", "🙂👍🏽", "Se bilaga", "https://example.org/om", "Beskrivning saknas", "0"],
)
def test_a_description_without_words_is_one_fault(faults_of, text):
    table = f"id,name,sector,place,description\na1,A,public,Lund,{text}\na2,B,public,Lund,{TEXT}\n"
    (fault,) = faults_of({"actors.csv": table})
    assert (fault.row, fault.column, fault.code, fault.value) == (
        2,
        "description",
        "missing_cell",
        text,
    )
    assert text in fault.mend.sv and text in fault.mend.en


@pytest.mark.parametrize(
    ("text", "is_told"), [("Ungdomar", True), ("Vi hjälper unga", True), (TEXT, False)]
)
def test_a_description_of_a_few_words_is_a_warning(read, text, is_told):
    table = f"id,name,sector,place,description\na1,A,public,Lund,{text}\na2,B,public,Lund,{TEXT}\n"
    expected = [("actors.csv", 2, "description")] if is_told else []
    assert told(read({"actors.csv": table}), "few_words") == expected


def test_words_that_say_something_stay():
    for cell in ("Ingen lämnas utanför", "Inga Svensson", "2", "Na-tur", "Okända städer", "✓"):
        assert not says_nothing(cell)
    for text in ("Se mer på https://example.org", "Bilaga till livet", "Vi ses ovan molnen"):
        assert not tells_nothing(text)


def test_dashes_quotes_and_capitals_look_alike():
    assert see("L’Été – A\u00a0B") == see("l'été - a b\u200b")
    assert see("Ungas kraft") != see("Ungas-kraft")


def test_what_is_not_there_neither_scores_nor_binds(read):
    dashed = actors(("a1", "Alfa", "-|–|n/a|-||"), ("a2", "Beta", "-|–|n/a|-||"))
    empty = actors(("a1", "Alfa", "|||||"), ("a2", "Beta", "|||||"))
    found, expected = read({"actors.csv": dashed}), read({"actors.csv": empty}, name="empty")
    assert found.season.actors == expected.season.actors
    unused = {"wishes", "complementarity", "availability"}
    assert not unused & weights_in_use(found.season).keys()
