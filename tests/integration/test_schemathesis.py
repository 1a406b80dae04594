"""Everything that the document allows, and what it does not, asked of a real server."""

from subprocess import PIPE

from benchmarks.schemathesis import ask_everything


def test_the_service_keeps_to_its_document() -> None:
    code, said = ask_everything(["--max-examples", "2", "--seed", "1"], PIPE)
    assert code == 0, said[:10_000]
    assert " passed" in said
