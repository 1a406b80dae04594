"""Settings as people write them: the cause is named, in the language asked for."""

import pytest


@pytest.mark.parametrize(
    ("line", "code", "words"),
    [
        ("name = “Hösten 2026”", "curly_quotes", ("raka", "straight")),
        ("name = ”Hösten 2026”  # ”", "curly_quotes", ("raka", "straight")),
        ("name = «Hösten»", "curly_quotes", ("raka", "straight")),
        ("name = ‘Hösten’", "curly_quotes", ("raka", "straight")),
        ("“name” = 1", "curly_quotes", ("raka", "straight")),
        ("balance = 0,5", "decimal_comma", ("punkt: 0.5", "point: 0.5")),
        ("balance = -0,25 # half", "decimal_comma", ("punkt: -0.25", "point: -0.25")),
        ("[weights]\nnovelty = 0,75", "decimal_comma", ("0.75", "0.75")),
        ("name = Hösten 2026", "unquoted_text", ("citattecken", "quotation")),
        ("effort = quick", "unquoted_text", ("citattecken", "quotation")),
        ("x = True", "toml_yes_no", ("true", "true")),
        ("x = ja", "toml_yes_no", ("true", "true")),
    ],
)
def test_a_cause_that_people_meet_is_named(faults_of, line, code, words):
    (fault,) = faults_of({"season.toml": f"seed = 1\n{line}\n"})
    assert (fault.row, fault.code) == (2 + line.count("\n"), code)
    assert fault.value == line.split("\n")[-1]
    assert words[0] in fault.mend.sv and words[1] in fault.mend.en


def test_each_such_line_is_told_at_once(faults_of):
    toml = 'name = “Hösten”\nbalance = 0,5\nnote = """\nname = “x”\n"""\nx = "0,5 “a”"\nseed ==\n'
    faults = faults_of({"season.toml": toml})
    assert [(each.row, each.code) for each in faults] == [
        (1, "curly_quotes"),
        (2, "decimal_comma"),
    ]


def test_what_stops_the_parser_is_told_beside_named_causes(faults_of):
    faults = faults_of({"season.toml": "seed ==\nbalance = 0,5\n"})
    assert [(each.row, each.code) for each in faults] == [(1, "bad_toml"), (2, "decimal_comma")]


@pytest.mark.parametrize(
    ("toml", "words"),
    [
        ("seed = 1\nseed = 2\n", "redan"),
        ('name = "x\n', "citattecken"),
        ("name\n", "likhetstecken"),
        ("seed = 1 2\n", "efter värdet"),
        ("x = [1\n", "lista"),
    ],
)
def test_other_causes_are_told_without_a_word_of_english(faults_of, toml, words):
    (fault,) = faults_of({"season.toml": toml})
    assert fault.code == "bad_toml" and words in fault.mend.sv
    assert not {"Invalid", "Expected", "Cannot", "line"} & set(fault.mend.sv.split())


def test_quotes_and_commas_within_texts_are_theirs(read):
    found = read({"season.toml": 'name = "“Hösten” 0,5"\n# balance = 0,5\n'})
    assert found.season.name == "“Hösten” 0,5"


def test_settings_in_an_older_encoding_say_how_a_text_is_saved(read):
    found = read({"season.toml": 'name = "Hösten 2026"\n'.encode("cp1252")})
    assert found.season.name == "Hösten 2026"
    (warning,) = found.warnings
    assert (warning.file, warning.code) == ("season.toml", "other_encoding")
    assert "CSV" not in warning.mend.sv + warning.mend.en and "UTF-8" in warning.mend.sv


def test_settings_in_an_encoding_that_is_unclear_say_how_a_text_is_saved(faults_of):
    (fault,) = faults_of({"season.toml": b'name = "H\xf6\x81"\n'})
    assert (fault.row, fault.code) == (1, "not_utf8")
    assert "CSV" not in fault.mend.sv + fault.mend.en
