import pytest

from data.files.reading import read_season
from matcher.constraints.registry import check_rule
from models.errors import InputError
from models.rule_problems import RuleProblem
from models.text import Text
from tests.kit.rules import accept_any

ACTORS = """\
id,name,sector,place,lat,lon,country,description,wishes,capacity,passed_over,visible,email
a1,Alfa,public,Malmö,,,,Words,c1,1,0,ja,
b1,B one,offntlig,Lund,,,,Words,,,,,
b2,B two,public,Malme,,,,Words,,,,,
b3,B three,public,,north,13.0,,Words,,,,,
b4,B four,public,,55.6,500,,Words,,,,,
b5,B five,public,,55.6,,,Words,,,,,
b6,B six,public,Lund,,,Sverje,Words,,,,,
b7,B seven,public,Lund,,,,,,-1,,,
b8,,public,Lund,,,,Words,,,,,
a1,B nine,public,Lund,,,,Words,,,,,
b10,B ten,public,Lund,,,,Words,nope,,,,
b11,B eleven,public,Lund,,,,Words,,two,1.5,kanske,
b12,B twelve,public,,0.0,"0,0",,Words,,,,,
b13,B thirteen,public,Boston,,,US,Words,,,,,
b14,B fourteen,,Lund,,,,Words,,,,,
b15,B fifteen,public,,,,,Words,,,,,
,★★,public,Lund,,,,Words,,,,,
"""
CHALLENGES = """\
id,title,scope,place,radius_km,min_size,max_size,size,coalitions
c1,Title,national,,,,,,
,Title,national,,,,,,
d1,,national,,,,,,
d2,Title,global,,,,,,
d3,Title,regional,,,,,,
d4,Title,regional,Qqqqq,far,,,,
d5,Title,,,,1,,,
d6,Title,,,,,5,,
d7,Title,,,,,,30,
d8,Title,,,,,,,0
c1,Title,,,,,,,
"""
TIES = """\
actor_a,actor_b,kind,since
a1,nobody,,
a1,Alfa,,
a1,b1,friends,
B two,a1,,yesterday
b14,B fifteen,,
"""
TOML = """\
effort = "fast"
[weights]
novelty = -1
[[rules]]
kind = "pin"
actor = "B seven"
challenge = "d8"
"""
BAD_CELLS = [
    ("actors.csv", 3, "sector", "unknown_word"),
    ("actors.csv", 4, "place", "unknown_place"),
    ("actors.csv", 5, "lat", "not_decimal_between"),
    ("actors.csv", 6, "lon", "not_decimal_between"),
    ("actors.csv", 7, "lon", "point_incomplete"),
    ("actors.csv", 8, "country", "unknown_country"),
    ("actors.csv", 9, "capacity", "not_whole"),
    ("actors.csv", 9, "description", "missing_cell"),
    ("actors.csv", 10, "name", "missing_cell"),
    ("actors.csv", 11, "id", "doubled_id"),
    ("actors.csv", 12, "wishes", "unknown_challenge"),
    ("actors.csv", 13, "capacity", "not_whole"),
    ("actors.csv", 13, "passed_over", "not_whole"),
    ("actors.csv", 13, "visible", "not_yes_no"),
    ("actors.csv", 14, "lat", "point_outside"),
    ("actors.csv", 15, "lat", "place_needs_point"),
    ("actors.csv", 16, "sector", "missing_cell"),
    ("actors.csv", 17, "place", "missing_cell"),
    ("actors.csv", 18, "id", "no_id_in_name"),
    ("challenges.csv", 3, "id", "missing_cell"),
    ("challenges.csv", 4, "title", "missing_cell"),
    ("challenges.csv", 5, "scope", "unknown_word"),
    ("challenges.csv", 6, "place", "regional_needs"),
    ("challenges.csv", 6, "radius_km", "regional_needs"),
    ("challenges.csv", 7, "place", "unknown_place"),
    ("challenges.csv", 7, "radius_km", "not_decimal_between"),
    ("challenges.csv", 8, "min_size", "not_whole_between"),
    ("challenges.csv", 9, "max_size", "sizes_disagree"),
    ("challenges.csv", 10, "size", "not_whole_between"),
    ("challenges.csv", 11, "coalitions", "not_whole_between"),
    ("challenges.csv", 12, "id", "doubled_id"),
    ("ties.csv", 2, "actor_b", "unknown_actor"),
    ("ties.csv", 3, "actor_b", "tie_with_itself"),
    ("ties.csv", 4, "kind", "unknown_word"),
    ("ties.csv", 5, "since", "not_whole_between"),
    ("season.toml", 1, "effort", "unknown_word"),
    ("season.toml", 3, "novelty", "bad_weight"),
]


def test_37_bad_cells_give_37_faults_at_once(faults_of):
    faults = faults_of(
        {
            "actors.csv": ACTORS,
            "challenges.csv": CHALLENGES,
            "ties.csv": TIES,
            "season.toml": TOML,
        }
    )
    assert len(BAD_CELLS) == 37
    assert sorted((f.file, f.row, f.column, f.code) for f in faults) == sorted(BAD_CELLS)
    assert all(f.mend.sv and f.mend.en and f.mend.sv != f.mend.en for f in faults)
    assert all(f.value is not None for f in faults)
    files = list(dict.fromkeys(f.file for f in faults))
    assert files == ["actors.csv", "challenges.csv", "ties.csv", "season.toml"]


def test_a_fault_quotes_the_cell_and_suggests_the_nearest(faults_of):
    (fault,) = faults_of({"ties.csv": "actor_a,actor_b\na1,Betta\n"})
    assert (fault.row, fault.column, fault.value) == (2, "actor_b", "Betta")
    assert "Menade du Beta?" in fault.mend.sv


def test_columns_are_named_in_english_under_swedish_headers(faults_of):
    text = "namn;sektor;ort;beskrivning\nAlfa;offentlig;Malme;Ord\n"
    (fault,) = faults_of({"actors.csv": text})
    assert (fault.row, fault.column) == (2, "place")


def test_rows_count_as_a_spreadsheet_does(faults_of):
    text = (
        "name,sector,place,description\n"
        'Alfa,public,Malmö,"two\nlines"\n'
        "\n"
        ",,,\n"
        "Beta,public,Malme,Words\n"
    )
    (fault,) = faults_of({"actors.csv": text})
    assert fault.row == 5


@pytest.mark.parametrize(
    ("content", "code", "row"),
    [
        (None, "missing_file", None),
        (b"", "empty_file", None),
        (b"\n\n", "empty_file", None),
        ("name;sektor\nÅ;x\n".encode("latin-1"), "not_utf8", 2),
        (b'name,sector,place,description\n"Alfa,public,Lund,W\n', "bad_quotes", 2),
        (b"name,sector,place,description\n", "no_rows", None),
        (b"name,sector,description\nAlfa,public,Words\n", "missing_column", 1),
        (b"name,sector,place\nAlfa,public,Lund\n", "missing_column", 1),
        (b"name,namn,sector,place,description\nA,A,public,Lund,W\n", "doubled_column", 1),
        (b"name,sector,place,description\nA,public,Lund,W,more\n", "too_many_cells", 2),
        (b"name,sector,place,description\nA,public,Lund\n", "too_few_cells", 2),
        (b"name,sector,place,description,\nA,public,Lund,W,more\n", "nameless_column", 1),
    ],
)
def test_the_form_of_a_table_gives_one_fault(faults_of, content, code, row):
    ties = "actor_a,actor_b\nA,Alfa\n" if code in ("bad_quotes", "missing_file") else None
    faults = faults_of({"actors.csv": content, "ties.csv": ties})
    assert [(f.file, f.code, f.row) for f in faults] == [("actors.csv", code, row)]


def test_a_missing_folder_is_a_fault(tmp_path):
    with pytest.raises(InputError) as caught:
        read_season(tmp_path / "nowhere", check_rule=accept_any, criteria=())
    assert [f.code for f in caught.value.faults] == ["missing_folder"]


def test_two_actors_of_one_name_must_be_named_by_id(faults_of):
    actors = (
        "id,name,sector,place,description\nx,Same,public,Lund,W\ny,Same,public,Lund,W\n"
        "z,Other,public,Lund,W\n"
    )
    (fault,) = faults_of({"actors.csv": actors, "ties.csv": "actor_a,actor_b\nz,Same\n"})
    assert fault.code == "ambiguous_actor"
    assert "x, y" in fault.mend.en


def test_a_derived_id_that_is_taken_names_the_earlier_row(faults_of):
    actors = "name,sector,place,description\nÅ Ö,public,Lund,W\nA-O,public,Lund,W\n"
    (fault,) = faults_of({"actors.csv": actors})
    assert (fault.row, fault.column, fault.code) == (3, "id", "doubled_id")
    assert "Row 2" in fault.mend.en and "a-o" in fault.mend.en


def test_no_fault_or_warning_quotes_an_email_address(faults_of):
    actors = (
        "name,sector,place,description,capacity,email\n"
        "Alfa,public,Lund,W,anna@example.org,\n"
        "Beta,bo@example.org,cy@example.org,W,1,dan@example.org\n"
        "Gamma,public,Lund,W,1,x,eva@example.org\n"
    )
    ties = "actor_a,actor_b\nAlfa,fia@example.org\n"
    faults = faults_of({"actors.csv": actors, "ties.csv": ties})
    assert len(faults) == 5
    assert not any("@" in f.model_dump_json() for f in faults)


SETTINGS = [
    ('name = ""', "name", "not_text"),
    ('year = "soon"', "year", "not_whole"),
    ('country = "Swedenland"', "country", "unknown_country"),
    ("seed = -1", "seed", "not_whole"),
    ("seed = true", "seed", "not_whole"),
    ("time_limit_s = 0", "time_limit_s", "not_positive"),
    ("time_limit_s = inf", "time_limit_s", "not_positive"),
    ("balance = 1.5", "balance", "not_decimal_between"),
    ("balance = nan", "balance", "not_decimal_between"),
    ('effort = ["quick"]', "effort", "unknown_word"),
    ("effect = 1", "effect", "unknown_setting"),
    ("weights = 3", "weights", "weights_not_table"),
    ("weights = {noveltie = 1}", "noveltie", "unknown_criterion"),
    ("weights = {novelty = inf}", "novelty", "bad_weight"),
    ("weights = {novelty = true}", "novelty", "bad_weight"),
    ("rules = 3", "rules", "rules_not_tables"),
    ("rules = [1]", "rules", "rules_not_tables"),
]


@pytest.mark.parametrize(("line", "column", "code"), SETTINGS)
def test_a_bad_setting_is_one_fault(faults_of, line, column, code):
    (fault,) = faults_of({"season.toml": line})
    assert (fault.file, fault.column, fault.code) == ("season.toml", column, code)


def test_broken_toml_is_a_fault_at_its_line(faults_of):
    (fault,) = faults_of({"season.toml": "seed = 1\nname = \n"})
    assert (fault.row, fault.code) == (2, "bad_toml")


RULES = [
    ("min = 2", "kind", "missing_kind"),
    ("kind = 2", "kind", "not_text"),
    ('kind = "size"\nchallenge = "c2"', "challenge", "unknown_challenge"),
    ('kind = "size"\nstrength = "soft"', "strength", "bad_strength"),
    ('kind = "size"\nstrength = -1', "strength", "bad_strength"),
    ('kind = "size"\nstrength = 1000.5', "strength", "bad_strength"),
    ('kind = "size"\nmin = nan', "min", "bad_rule_value"),
    ('kind = "size"\nmin = 2026-01-01', "min", "bad_rule_value"),
    ('kind = "pin"\nactor = "Gamma"', "actor", "unknown_actor"),
    ('kind = "apart"\nactors = ["Alfa", "Gamma"]', "actors", "unknown_actor"),
    ('kind = "x"\ncounty = "Skona"', "county", "unknown_county"),
    ('kind = "x"\nattribute = "size"', "attribute", "unknown_attribute"),
]


@pytest.mark.parametrize(("lines", "column", "code"), RULES)
def test_a_bad_rule_is_one_fault_at_its_header(faults_of, lines, column, code):
    sound = '[[rules]]\nkind = "sector_floor"\n'
    (fault,) = faults_of({"season.toml": f"{sound}\n[[rules]]\n{lines}\n"})
    assert (fault.row, fault.column, fault.code) == (4, column, code)


@pytest.mark.parametrize(
    "line", [*(f'attribute = "{name}"\n' for name in ("email", "lat", "longitud")), ""]
)
def test_a_rule_on_a_column_is_told_which_file_has_the_columns(faults_of, line):
    toml = f'[[rules]]\nkind = "attribute_floor"\n{line}value = "x"\nmin = 1\n'
    (fault,) = faults_of({"season.toml": toml}, check_rule=check_rule)
    assert fault.column == "attribute"
    assert "actors.csv" in fault.mend.sv and "actors.csv" in fault.mend.en


def test_the_meaning_of_a_rule_is_judged_by_the_check(faults_of):
    def check(rule):
        mend = Text(sv="Skriv min.", en="Write min.")
        return RuleProblem(key="mni", code="unknown_rule_key", mend=mend)

    toml = 'seed = 2\n[[rules]]\nkind = "sector_floor"\nmni = 2\n'
    (fault,) = faults_of({"season.toml": toml}, check_rule=check)
    assert (fault.row, fault.column, fault.value) == (2, "mni", "2")
    assert (fault.code, fault.mend.en) == ("unknown_rule_key", "Write min. Did you mean min?")
