import pytest

from models.challenges import Scope

ACTORS = """\
id,name,sector,place,lat,lon,country,description
a1,Alfa,public,Bærum kommune,,,NO,Words
a2,Beta,academia,TRONDHEIM,,,NO,Words
a3,Gamma,private,,63.4,10.4,NO,Words
a4,Delta,private,Göteborg,,,,Words
a5,Epsilon,public,Houston,29.8,-95.4,US,Words
"""
CHALLENGES = """\
id,title,scope,place,radius_km
c1,Whole,national,,
c2,Near,regional,Oslo,50
"""
TOML = """\
country = "NO"
[[rules]]
kind = "county_ceiling"
county = "trøndelag"
max = 2
"""


def test_a_season_abroad_counts_over_its_own_country(read):
    season = read({"actors.csv": ACTORS, "challenges.csv": CHALLENGES, "season.toml": TOML}).season
    assert [(a.place.county, a.place.municipality) for a in season.actors] == [
        ("Akershus", "Bærum"),
        ("Trøndelag", "Trondheim"),
        ("Trøndelag", "Trondheim"),
        ("Västra Götaland", "Göteborg"),
        ("US", "Houston"),
    ]
    national, regional = season.challenges
    assert (national.areas, national.reference_km) == (15, 471.28)
    assert (regional.scope, regional.place.country) == (Scope.REGIONAL, "NO")
    assert regional.areas > 20
    assert season.rules[0].get("county") == "Trøndelag"


@pytest.mark.parametrize("country", ["NO", "Norge", "norway", "Noreg"])
def test_a_season_s_country_is_known_by_name(read, country):
    toml = TOML.replace('"NO"', f'"{country}"')
    files = {"actors.csv": ACTORS, "challenges.csv": CHALLENGES}
    assert read({**files, "season.toml": toml}).season.country == "NO"


@pytest.mark.parametrize(
    ("row", "column", "code", "words"),
    [
        ("Oslo,,,SE", "place", "place_elsewhere", "fyll i landet NO"),
        ("Oslo,,,DK", "place", "place_elsewhere", "fyll i landet NO"),
        ("Osslo,,,NO", "place", "unknown_town", "Menade du Oslo"),
        (",,,NO", "place", "missing_cell", ""),
        (",,,US", "lat", "place_needs_point", "lat och lon"),
        (",10.4,63.4,NO", "lat", "point_swapped", "utanför Norge"),
        (",1,1,NO", "lat", "point_outside", "utanför Norge"),
    ],
)
def test_a_bad_place_abroad_says_how_to_mend_it(faults_of, row, column, code, words):
    header = "name,sector,place,lat,lon,country,description\n"
    (fault,) = faults_of({"actors.csv": f"{header}Alfa,public,{row},Words\n"})
    assert (fault.row, fault.column, fault.code) == (2, column, code)
    assert words in fault.mend.sv


def test_an_ambiguous_town_abroad_is_a_warning(read):
    actors = "name,sector,place,country,description\nAlfa,public,Frankfurt,DE,Words\n"
    (warning,) = (w for w in read({"actors.csv": actors}).warnings if w.code == "ambiguous_place")
    assert (warning.row, warning.column, warning.value) == (2, "place", "Frankfurt")
    assert "Frankfurt am Main in Hesse" in warning.mend.en


TOWNS = ("Dortmund", "BERLIN", "Kassel", "Xyzheim", "Lund")


def of_towns(*towns, toml):
    rows = "".join(f"A{n},public,{town},Words of many\n" for n, town in enumerate(towns))
    return {"actors.csv": f"name,sector,place,description\n{rows}", "season.toml": toml}


@pytest.mark.parametrize("name", ["Deutschland", "Bundesrepublik Deutschland", "Tyskland", "de"])
def test_a_country_is_known_by_what_it_calls_itself(read, name):
    season = read(of_towns(*TOWNS[:3], toml=f'country = "{name}"\n')).season
    assert {actor.place.country for actor in season.actors} == {"DE"}


def test_a_country_at_fault_is_the_only_fault(faults_of):
    (fault,) = faults_of(of_towns(*TOWNS, toml='country = "Absurdistan"\n'))
    assert (fault.file, fault.code) == ("season.toml", "unknown_country")


@pytest.mark.parametrize("toml", ["", 'country = "NO"\n'])
def test_rows_that_all_lie_in_another_country_are_one_fault(faults_of, toml):
    (fault,) = faults_of(of_towns(*TOWNS, toml=toml))
    assert (fault.row, fault.column, fault.code) == (None, "place", "places_elsewhere")
    assert 'country = "DE"' in fault.mend.en
    assert "Tyskland" in fault.mend.sv


@pytest.mark.parametrize("towns", [TOWNS[:2], ("Lund", "Malmö", *TOWNS[:2])])
def test_a_few_rows_in_another_country_are_told_one_by_one(faults_of, towns):
    codes = [fault.code for fault in faults_of(of_towns(*towns, toml=""))]
    assert codes == ["place_elsewhere"] * 2


def test_swedish_towns_in_a_season_abroad_stay_readable(read):
    files = of_towns("Säffle", "Umeå", "Luleå", "Dortmund", toml='country = "DE"\n')
    assert len(read(files).season.actors) == 4


def test_an_unknown_town_abroad_is_not_told_of_swedish_sizes(faults_of):
    (fault,) = faults_of(of_towns("Grossefehn", "Kassel", toml='country = "DE"\n'))
    assert fault.code == "unknown_town"
    assert "larger town near by" in fault.mend.en
    assert "500" not in fault.mend.en


@pytest.mark.parametrize(
    ("word", "is_visible"),
    [("Nein", False), ("nei", False), ("Ei", False), ("Ja", True), ("Kyllä", True)],
)
def test_yes_and_no_are_known_in_the_neighbours_languages(read, word, is_visible):
    header = "name,sector,place,description,visible\n"
    season = read({"actors.csv": f"{header}Alfa,public,Lund,Words,{word}\n"}).season
    assert season.actors[0].visible is is_visible
