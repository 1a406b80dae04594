"""Write requirements.lock: the exact versions of everything in this environment.

    make lock

Set-ups with `make setup CONSTRAINTS=requirements.lock` then get these versions and no others.
"""

from importlib.metadata import distributions
from pathlib import Path

from packaging.utils import canonicalize_name
from packaging.version import Version

LOCK = Path(__file__).parents[1] / "requirements.lock"
LEFT_OUT = {"koalition", "pip"}
HEAD = """\
# The exact versions of one whole set-up; written by `make lock`, used by
# `make setup CONSTRAINTS=requirements.lock`.
"""


def lock_lines() -> list[str]:
    """Give each installed package with its version, local labels (`+cpu`) left out."""
    found = {
        canonicalize_name(each.metadata["Name"]): Version(each.version).public
        for each in distributions()
    }
    return [f"{name}=={found[name]}" for name in sorted(found) if name not in LEFT_OUT]


if __name__ == "__main__":
    LOCK.write_text(HEAD + "\n".join(lock_lines()) + "\n", encoding="utf-8")
