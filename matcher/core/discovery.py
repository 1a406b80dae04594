"""Finds everything of one kind in a folder, and then in installed entry points.

A criterion or a rule is one file with one registration at its bottom; nothing else is
edited to add it.
"""

import pkgutil
from importlib import import_module
from importlib.metadata import entry_points
from types import ModuleType
from typing import Protocol, TypeVar


class Registered(Protocol):
    """What can be found: a key of its own and a place in every table."""

    @property
    def key(self) -> str:
        """Name in files and JSON."""

    @property
    def position(self) -> int:
        """Place in the order of tables; equals stand in order of key."""


Found = TypeVar("Found", bound=Registered)


def discover(package: ModuleType, kind: type[Found], group: str) -> dict[str, Found]:
    """Collect the instances of a kind by key, in order of position and key.

    Parameters
    ----------
    package : module
        Whose modules are imported; each may define one instance at its top level.
    kind : type
    group : str
        Entry point group through which an installed package adds its own.

    Raises
    ------
    ValueError
        When two have the same key.
    """
    modules = [
        import_module(f"{package.__name__}.{module.name}")
        for module in pkgutil.iter_modules(package.__path__)
        if module.name != "registry"
    ]
    here = [value for module in modules for value in vars(module).values()]
    added = [point.load() for point in sorted(entry_points(group=group), key=lambda p: p.name)]
    found: dict[str, Found] = {}
    for value in (*here, *added):
        if isinstance(value, kind) and found.setdefault(value.key, value) is not value:
            raise ValueError(f"two {kind.__name__} have the key {value.key!r}")
    return dict(sorted(found.items(), key=lambda item: (item[1].position, item[0])))
