"""Looks at Python and the packages that Koalition asks for."""

import platform
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, requires, version

from packaging.requirements import Requirement

from api.doctor.findings import broken, note, well
from matcher.embedding.bundled import BUNDLED_PACKAGE
from models.installation import Finding
from models.messages import say

TOLD = (
    *("koalition", "sentence-transformers", "torch", "transformers", BUNDLED_PACKAGE),
    *("numpy", "scipy", "scikit-learn", "numba", "highspy", "pulp"),
)
"""Packages whose versions can matter to a result."""


def examine_packages(package: str = "koalition") -> Iterator[Finding]:
    """Tell the versions that matter, and every requirement of a package that is not met.

    Another model does as well as the bundled one, so the package that carries it is left
    to `examine_models`.
    """
    system = f"{platform.system()} {platform.machine()}"
    yield well("python", "doctor_python", version=platform.python_version(), system=system)
    versions = ", ".join(f"{name} {found}" for name in TOLD if (found := _find_version(name)))
    try:
        asked = requires(package) or []
    except PackageNotFoundError:
        yield note("packages", say("doctor_not_installed"), say("doctor_install_self"))
        return
    yield well("packages", "doctor_packages", versions=versions)
    for requirement in map(Requirement, asked):
        is_asked = requirement.marker is None or requirement.marker.evaluate({"extra": ""})
        if is_asked and requirement.name != BUNDLED_PACKAGE:
            yield from _check(requirement)


def _check(requirement: Requirement) -> Iterator[Finding]:
    """Tell a package that is missing or of a wrong version."""
    name, asked = requirement.name, requirement.specifier
    found = _find_version(name)
    if found is None:
        text = say("doctor_package_missing", name=name)
    elif asked.contains(found, prereleases=True):
        return
    else:
        text = say("doctor_package_other", name=name, version=found, asked=asked)
    yield broken("packages", text, say("doctor_install", requirement=f"{name}{asked}"))


def _find_version(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None
