"""Show an import: what is wrong with its files, or what they would change."""

from api.use_cases.call import Call
from api.use_cases.read_season import Nothing
from api.use_cases.use_case import Reach, UseCase
from models.kept_imports import KeptImport
from models.text import Text


def show_import(call: Call, given: Nothing) -> KeptImport:
    """Give the import that the address names."""
    return call.store.imports.read(call.thing)


SHOW_IMPORT = UseCase(
    action="import.show",
    input=Nothing,
    run=show_import,
    title=Text(sv="Visa en inläsning", en="Show an import"),
    description=Text(
        sv="Visar felen i inlästa filer, eller vad de skulle ändra.",
        en="Shows what is wrong with files that were read, or what they would change.",
    ),
    reach=Reach.STORE,
)
