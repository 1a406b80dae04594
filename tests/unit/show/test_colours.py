"""Colours in light and in dark: readable, and apart for the colour-blind."""

import re
from itertools import combinations

import pytest

from api.show.markers import marker
from api.show.templating import STYLES
from models.sectors import Sector
from tests.kit.colours import BLINDNESS, contrast, difference, see, to_lab, to_linear

LEAST_DIFFERENCE = 12.0
"""CIEDE2000; about 2 is the least that side by side anybody sees."""

TEXT = [
    *((ink, "paper") for ink in ("ink", "ink-soft", "accent", "warn")),
    *((ink, "warn-wash") for ink in ("ink", "ink-soft", "accent", "warn")),
    *((ink, "accent-soft") for ink in ("ink", "ink-soft", "accent", "warn")),
    ("ink", "land"),
    ("accent", "land"),
]
"""Ink on ground: towns' names and the radius stand on land, a row linked to on accent-soft."""

SECTORS = [sector.value.replace("_", "-") for sector in Sector]
GRAPHICS = [
    *((sector, ground) for sector in SECTORS for ground in ("paper", "land")),
    ("accent", "paper"),
    ("accent", "line-soft"),
    ("accent", "land"),
    ("border", "paper"),
    ("ink", "line-soft"),
    ("ink-soft", "land"),
]
"""Markers, score bars on their track, the reach, the country's outline.

Municipal borders are left out: they are scenery, and every town is named.
"""


def tokens(sheet: str, opening: str) -> dict[str, str]:
    style = (STYLES / sheet).read_text("utf-8")
    block = style[style.index(opening) : style.index("}", style.index(opening))]
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", block))


LIGHT = tokens("theme.css", ":root {")
THEMES = {"light": LIGHT, "dark": LIGHT | tokens("dark.css", ":root {")}


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("blindness", BLINDNESS)
def test_sectors_are_apart_for_every_eye(theme: str, blindness: str) -> None:
    seen = {name: to_lab(see(to_linear(THEMES[theme][name]), blindness)) for name in SECTORS}
    for one, other in combinations(SECTORS, 2):
        assert difference(seen[one], seen[other]) >= LEAST_DIFFERENCE, (one, other)


def test_sectors_differ_in_shape_too() -> None:
    shapes = [re.sub(r' class="[^"]*"', "", marker(sector, 0, 0, 5)) for sector in Sector]
    assert len(set(shapes)) == len(Sector)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("ink", "ground"), TEXT)
def test_text_can_be_read(theme: str, ink: str, ground: str) -> None:
    assert contrast(THEMES[theme][ink], THEMES[theme][ground]) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("mark", "ground"), GRAPHICS)
def test_graphics_can_be_seen(theme: str, mark: str, ground: str) -> None:
    assert contrast(THEMES[theme][mark], THEMES[theme][ground]) >= 3


def test_dark_replaces_every_colour_and_only_on_screens() -> None:
    assert tokens("dark.css", ":root {").keys() == LIGHT.keys()
    assert (STYLES / "dark.css").read_text("utf-8").startswith("@media screen and (prefers-")
    sheets = {path.name: path.read_text("utf-8") for path in STYLES.glob("*.css")}
    assert [name for name, style in sheets.items() if "color-scheme: dark" in style] == ["dark.css"]


def test_colours_are_named_in_one_place() -> None:
    for path in sorted(STYLES.glob("*.css")):
        style = path.read_text("utf-8")
        if path.name not in ("theme.css", "dark.css"):
            assert re.findall(r"#[0-9a-f]{3,6}\b(?=[;\s}])", style.replace("#country", "")) in (
                [],
                ["#55616a"],
            ), path.name


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425),
        ((50.0, 2.5, 0.0), (73.0, 25.0, -18.0), 27.1492),
        ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
        ((22.7233, 20.0904, -46.694), (23.0331, 14.973, -42.5619), 2.0373),
        ((50.0, -1.0, 2.0), (50.0, 0.0, 0.0), 2.3669),
        ((2.0776, 0.0795, -1.135), (0.9033, -0.0636, -0.5514), 0.9082),
    ],
)
def test_the_difference_is_that_of_the_published_pairs(
    one: tuple[float, float, float], other: tuple[float, float, float], apart: float
) -> None:
    assert difference(one, other) == pytest.approx(apart, abs=5e-5)


def test_contrast_is_that_of_the_guidelines() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)
    assert all(
        see((1.0, 1.0, 1.0), name) == pytest.approx((1, 1, 1), abs=1e-5) for name in BLINDNESS
    )
