from api.cli.fault_lines import line_of, lines_of
from models.errors import Fault
from models.text import Language, Text


def fault(row, value="AB", **given):
    mend = given.pop("mend", Text(sv="Ordet är okänt.", en="The word is not known."))
    told = {"file": "actors.csv", "column": "sector", "code": "unknown_word", **given}
    return Fault(row=row, value=value, mend=mend, header="Org.form", **told)


def test_one_cause_is_one_line_with_the_users_own_header():
    faults = [fault(4), fault(2, file="ties.csv"), fault(72), fault(9)]
    assert list(lines_of(faults, Language.EN)) == [
        "actors.csv:Org.form [AB] 3 rows, for example row 4: The word is not known.",
        "ties.csv:2:Org.form [AB] The word is not known.",
    ]
    assert next(lines_of(faults, Language.SV)) == (
        "actors.csv:Org.form [AB] 3 rader, till exempel rad 4: Ordet är okänt."
    )


def test_values_of_one_cause_are_quoted_up_to_a_few():
    (line,) = lines_of([fault(row, value) for row, value in enumerate("abcad", 2)], Language.EN)
    assert line.startswith("actors.csv:Org.form [a, b, c …] 5 rows, for example row 2:")


def test_cells_read_in_parts_are_one_line_with_the_first_as_example():
    cells = ["sv, en", "sv, fi", "sv/en"]
    faults = [
        fault(row, cell, code="list_parted", mend=Text.same(f"Read as {cell}."))
        for row, cell in enumerate(cells, 2)
    ]
    (line,) = lines_of(faults, Language.EN)
    assert line.endswith("3 rows, for example row 2: Read as sv, en.")


def test_other_mends_and_other_codes_are_other_causes():
    other = Text(sv="Menade du X?", en="Did you mean X?")
    faults = [fault(2), fault(3, mend=other), fault(4, code="other"), fault(5, column="place")]
    assert len(list(lines_of(faults, Language.EN))) == 4


def test_faults_without_a_row_stand_for_themselves():
    faults = [fault(None), fault(None)]
    assert list(lines_of(faults, Language.EN)) == [line_of(each, Language.EN) for each in faults]


def test_the_header_is_in_no_document():
    assert "Org.form" not in fault(2).model_dump_json()
