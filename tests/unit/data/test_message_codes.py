import ast
from pathlib import Path

from data import files as exchange
from data import reference
from models.messages import MESSAGES, places, reading, tables

PLACE_OF_CODE = {"fault": 1, "warn": 1, "say": 0, "_BadKey": 1, "UnknownPlace": 0, "Directory": 0}


def read_trees():
    for package in (exchange, reference):
        for path in sorted(Path(package.__path__[0]).glob("*.py")):
            yield ast.parse(path.read_text(encoding="utf-8"))


def find_codes():
    for tree in read_trees():
        for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
            name = getattr(call.func, "id", getattr(call.func, "attr", ""))
            if name not in PLACE_OF_CODE:
                continue
            owner = ast.unparse(call.func)
            place = (
                4 if owner.endswith(("findings.fault", "findings.warn")) else PLACE_OF_CODE[name]
            )
            if len(call.args) > place and isinstance(call.args[place], ast.Constant):
                yield call.args[place].value


def test_every_code_used_has_its_message():
    codes = set(find_codes())
    assert len(codes) > 40
    assert codes <= MESSAGES.keys()


def test_every_message_is_used():
    constants = {
        node.value
        for tree in read_trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert (
        reading.MESSAGES.keys() | tables.MESSAGES.keys() | places.MESSAGES.keys()
    ) - constants == {"input_faults"}


def test_both_languages_name_the_same_places():
    import string

    for table in (reading.MESSAGES, tables.MESSAGES, places.MESSAGES):
        for code, text in table.items():
            fields = [
                {field for _, field, _, _ in string.Formatter().parse(part) if field is not None}
                for part in (text.sv, text.en)
            ]
            assert fields[0] == fields[1], code
