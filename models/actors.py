"""Actors: the organisations that can take part."""

from typing import Annotated

from pydantic import AfterValidator, Field, field_validator

from models.frozen import Frozen
from models.people import PERSONAL
from models.places import Place
from models.promises import Breach, find_doubled, insist, insist_on_each_once
from models.sectors import Sector

Label = Annotated[str, Field(min_length=1)]
Labels = Annotated[tuple[Label, ...], AfterValidator(insist_on_each_once)]
"""Words of a list, in the order written and each once."""


class Actor(Frozen):
    """An organisation in its own words; how to reach it stands in `models.people`."""

    id: str = Field(min_length=1)
    name: str = Field(min_length=1)
    sector: Sector
    place: Place
    description: str = Field(min_length=1)
    offers: str = ""
    seeks: str = ""
    languages: Labels = ()
    wishes: Labels = ()
    capacity: int = Field(default=1, ge=0)
    group: str = ""
    available: Labels = ()
    passed_over: int = Field(default=0, ge=0)
    visible: bool = True
    attributes: tuple[tuple[Label, str], ...] = ()
    """Unknown columns as (column, value), sorted by column, each once."""

    @field_validator("attributes")
    @classmethod
    def _sort_attributes(cls, given: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
        columns = [column for column, _ in given]
        insist(
            "attributes",
            [
                *(
                    Breach((place, 0), "attribute_doubled", {"column": columns[place]})
                    for place in find_doubled(columns)
                ),
                *(
                    Breach((place, 0), "attribute_personal", {"column": column})
                    for place, column in enumerate(columns)
                    if column in PERSONAL
                ),
            ],
        )
        return tuple(sorted(given))
