"""No season holds a negative zero: canonical JSON has no place for one, so verify refuses it."""

from tests.kit.forging import read_small
from tests.kit.places import LUND


def test_balance_and_points_have_no_negative_zero() -> None:
    season, _ = read_small()
    assert str(season.evolve(balance=-0.0).balance) == "0.0"
    place = LUND.evolve(lat=-0.0, lon=-0.0)
    assert (str(place.lat), str(place.lon)) == ("0.0", "0.0")
