"""Help answers at once: it loads neither engine nor files nor anything heavy."""

import subprocess
import sys

HEAVY = {
    *("data", "matcher"),
    *("fastapi", "filelock", "highspy", "holidays", "icalendar", "jinja2", "networkx", "numba"),
    *("numpy", "pulp", "pydantic_settings", "scipy", "sklearn", "torch", "uvicorn", "xlsxwriter"),
}
PROGRAM = f"""
import sys
sys.argv = ["koalition", "--help"]
from api.cli import main
try:
    main()
except SystemExit:
    pass
print(sorted({HEAVY!r} & {{name.partition(".")[0] for name in sys.modules}}), file=sys.stderr)
print([n for n in sys.modules if n.startswith(("api.use_cases", "api.documents"))], file=sys.stderr)
"""


def test_help_loads_nothing_heavy() -> None:
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True
    )
    assert run.stderr.splitlines() == ["[]", "[]"]
    assert "propose" in run.stdout
