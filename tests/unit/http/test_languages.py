import pytest

from api.http.languages import choose_language
from models.text import Language


@pytest.mark.parametrize(
    ("asked", "accepted", "chosen"),
    [
        (None, None, "en"),
        (None, "", "en"),
        (None, "sv", "sv"),
        (None, "SV-fi", "sv"),
        (None, "en;q=0.5, sv;q=0.6", "sv"),
        (None, "en, sv", "en"),
        (None, "sv;q=0", "en"),
        (None, "sv;q=many, *;q=0.1", "en"),
        (None, "sv;q=nan", "en"),
        (None, "sv;q=7", "en"),
        (None, "fr, de;q=0.9", "en"),
        (None, ";;,,=;q", "en"),
        ("sv", "en", "sv"),
        ("en", "sv", "en"),
        ("fi", "sv", "sv"),
    ],
)
def test_choice(asked: str | None, accepted: str | None, chosen: str) -> None:
    assert str(choose_language(asked, accepted, Language.EN)) == chosen
