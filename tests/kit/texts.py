"""What every sentence for people is asked."""

from models.text import Text


def assert_says_both(text: Text) -> None:
    """Ask for words in two languages, with every place filled."""
    assert text.sv.strip()
    assert text.en.strip()
    assert text.sv != text.en
    assert not {"{", "}"} & {*text.sv, *text.en}
