"""Discard an import."""

from api.use_cases.call import Call
from api.use_cases.read_season import Nothing
from api.use_cases.use_case import Reach, UseCase
from models.kept_imports import KeptImport
from models.text import Text


def discard_import(call: Call, given: Nothing) -> KeptImport:
    """Discard the import that the address names; the season stays as it is.

    Raises
    ------
    WrongState
        `wrong_state`: it was applied.
    """
    return call.store.imports.advance(call.thing, "discard", content=None)


DISCARD_IMPORT = UseCase(
    action="import.discard",
    input=Nothing,
    run=discard_import,
    title=Text(sv="Kasta en inläsning", en="Discard an import"),
    description=Text(
        sv="Kastar inlästa filer utan att något ändras.",
        en="Discards files that were read; nothing changes.",
    ),
    reach=Reach.CHANGE,
    right="import.apply",
    event="import_discarded",
)
