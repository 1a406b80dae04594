"""The reference pages say what the code says, in both languages."""

from docs.reference.make_pages import HERE, TABLES, make_pages
from matcher.constraints.registry import KINDS
from matcher.criteria.registry import CRITERIA
from models.text import Language


def test_pages_are_as_the_code_has_them() -> None:
    for path, text in make_pages().items():
        assert path.read_text("utf-8") == text.rstrip("\n") + "\n", (
            f"{path} is stale: run python docs/reference/make_pages.py"
        )
    assert sorted(HERE.rglob("*.md")) == sorted(make_pages())


def test_pages_name_everything() -> None:
    for language in Language:
        pages = {path.stem: text for path, text in make_pages().items() if language in path.parts}
        assert all(f"| `{key}` |" in pages["criteria"] for key in CRITERIA)
        assert all(f"| `{key}` |" in pages["rules"] for key in KINDS)
        for kind in KINDS.values():
            assert kind.meaning.in_language(language) in pages["rules"]
            assert all(f"`{key.name}`" in pages["rules"] for key in kind.keys)
        for columns in TABLES.values():
            for column in columns:
                assert f"| `{column.name}` |" in pages["columns"]
                assert all(alias in pages["columns"] for alias in column.aliases)
