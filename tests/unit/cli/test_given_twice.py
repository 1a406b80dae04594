"""No option of any command that is given twice has its last value alone count."""

from collections.abc import Iterator

import pytest
from typer.core import TyperCommand, TyperGroup, TyperOption
from typer.main import get_command
from typer.testing import CliRunner

from api.cli.commands import app
from api.cli.commands.check import read_costs
from models.errors import BadRequest

run = CliRunner().invoke
WIDE = {"COLUMNS": "200", "TERM": "dumb", "NO_COLOR": "1"}


Way = tuple[str, ...]


def every_option(way: Way, held: object) -> Iterator[tuple[Way, TyperOption]]:
    if isinstance(held, TyperGroup):
        for name, each in held.commands.items():
            yield from every_option((*way, name), each)
    elif isinstance(held, TyperCommand):
        yield from ((way, each) for each in held.params if isinstance(each, TyperOption))


OPTIONS = [
    (way, option)
    for way, option in every_option((), get_command(app))
    if not option.multiple and not (option.is_flag and not option.secondary_opts)
]


@pytest.mark.parametrize(
    ("way", "option"), OPTIONS, ids=["-".join((*way, option.opts[0])) for way, option in OPTIONS]
)
def test_a_second_value_is_refused(way: Way, option: TyperOption) -> None:
    values = ([], []) if option.is_flag else (["1"], ["2"])
    given = [word for value in values for word in (option.opts[0], *value)]
    told = run(app, [*way, *given], env=WIDE)
    assert told.exit_code == 2
    assert f"{option.opts[0]} is given more than once" in told.output


def test_there_are_options_to_try() -> None:
    ways = {way for way, _ in OPTIONS}
    assert {("propose",), ("repair",), ("meetings",), ("season", "run")} <= ways


def test_a_cost_of_one_kind_is_stated_once() -> None:
    assert read_costs(["size=2", "apart=5"]) == {"size": 2, "apart": 5}
    with pytest.raises(BadRequest) as error:
        read_costs(["size=2", "size=5"])
    assert error.value.code == "cost_twice"
