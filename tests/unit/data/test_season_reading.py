import pytest

from data.files.findings import Findings
from models.challenges import Scope
from models.rules import Rule, RuleKey
from models.seasons import CONTRACT_CRITERIA, Effort, Weight
from models.sectors import Sector
from models.ties import Tie, TieKind

SEP = ","
ENGLISH = [
    "id,name,sector,place,description,languages,wishes,capacity,visible,lat,lon,staff".split(SEP),
    ["a2", "Örn", "academia", "Lund", "Two\nlines", "sv;en", "c1", "2", "yes", "", "", "12"],
    ["a1", 'Al "fa"', "public", "", "One, two; three", "", "", "", "no", "57.9", "11.6", ""],
]
SWEDISH = [
    "ID,NAMN,Sektor,Ort,Beskrivning,Språk,Önskemål,Kapacitet,Synlig,LAT,Lon,Staff".split(SEP),
    ["a1", 'Al "fa"', "Kommun", "", "One, two; three", "", "", "", "nej", "57,9", "11,6", ""],
    [
        "a2",
        "Örn",
        "lärosäte",
        "Lunds kommun",
        "Two\nlines",
        "sv; en",
        "c1",
        "2,0",
        "ja",
        "",
        "",
        "12",
    ],
]


def to_csv(rows, delimiter, newline="\n"):
    quoted = (['"' + cell.replace('"', '""') + '"' for cell in row] for row in rows)
    return newline.join(delimiter.join(row) for row in quoted) + newline


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("bom", ["", "\ufeff"])
@pytest.mark.parametrize("rows", [ENGLISH, SWEDISH])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_the_same_content_gives_the_same_season(read, delimiter, bom, rows, newline):
    expected = read({"actors.csv": to_csv(ENGLISH, ",")}, name="expected").season
    table = bom + to_csv(rows, delimiter, newline)
    other = read({"actors.csv": table}, name="other").season
    assert other.evolve(name=expected.name) == expected
    first, second = other.actors
    assert (first.id, first.visible, first.place.municipality) == ("a1", False, "Kungälv")
    assert (second.id, second.sector, second.capacity) == ("a2", Sector.ACADEMIA, 2)
    assert (second.languages, second.wishes) == (("sv", "en"), ("c1",))
    assert second.attributes == (("staff", "12"),)


def test_defaults_without_settings(read):
    season = read(name="Hösten").season
    assert (season.name, season.year, season.country) == ("Hösten", None, "SE")
    assert (season.seed, season.effort, season.balance) == (1, Effort.NORMAL, 0.5)
    assert (season.time_limit_s, season.weights, season.rules) == (600, (), ())
    (challenge,) = season.challenges
    assert (challenge.min_size, challenge.max_size, challenge.size) == (12, 18, None)
    assert (challenge.scope, challenge.areas) == (Scope.NATIONAL, 21)
    assert (challenge.reference_km, challenge.coalitions) == (380.16, 1)


def test_an_id_comes_from_the_name(read):
    actors = "name,sector,place,description\nÅsa & Örjan AB,privat,Lund,Ord\n"
    (actor,) = read({"actors.csv": actors}).season.actors
    assert actor.id == "asa-orjan-ab"


def test_an_email_stands_beside_the_season(read):
    actors = "name,sector,place,description,E-post\nAlfa,privat,Lund,Ord,anna@example.org\n"
    found = read({"actors.csv": actors})
    assert found.people.email_of("alfa") == "anna@example.org"
    assert "@" not in found.season.model_dump_json()
    assert "@" not in repr(found) + repr(found.people)
    assert found.season.actors[0].attributes == ()


def test_a_regional_challenge_has_its_own_scale(read):
    text = (
        "id;titel;omfattning;ort;radie km;storlek;delfrågor\n"
        "r;Fråga;regional;Malmö stad;30,5;14;ett; två\n"
    ).replace("ett; två", '"ett; två;ett"')
    (challenge,) = read({"challenges.csv": text}).season.challenges
    assert (challenge.scope, challenge.place.name) == (Scope.REGIONAL, "Malmö")
    assert challenge.reference_km == pytest.approx(0.9054 * 30.5)
    assert (challenge.size, challenge.facets) == (14, ("ett", "två"))
    assert challenge.areas > 1


def test_challenges_keep_the_order_of_the_file(read):
    season = read({"challenges.csv": "id,title\nz,Z\na,A\n"}).season
    assert [challenge.id for challenge in season.challenges] == ["z", "a"]


def test_ties_are_symmetric_and_the_first_counts(read):
    ties = "Aktör A;Aktör B;slag;sedan\nBeta;a1;samarbetar;2020\na1;a2;know;\n"
    found = read({"ties.csv": ties})
    assert found.season.ties == (
        Tie(actor_a="a1", actor_b="a2", kind=TieKind.COLLABORATE, since=2020),
    )
    (warning,) = found.warnings
    assert (warning.file, warning.row, warning.code) == ("ties.csv", 3, "doubled_tie")


def test_an_ambiguous_place_and_a_misspelt_column_are_warnings(read):
    actors = "name,sector,place,description,capasity\nAlfa,privat,Viken,Ord om det vi gör,1\n"
    warnings = read({"actors.csv": actors}).warnings
    assert [(w.row, w.column, w.code) for w in warnings] == [
        (1, "capasity", "similar_column"),
        (2, "place", "ambiguous_place"),
    ]


def test_an_unused_column_of_challenges_is_a_warning(read):
    (warning,) = read({"challenges.csv": "id,title,max_sise\nc1,T,3\n"}).warnings
    assert (warning.column, warning.code) == ("max_sise", "ignored_column")


TOML = """\
name = "Hösten 2026"
year = 2026
seed = 7
effort = "quick"
time_limit_s = 60
balance = 0
[weights]
turn = 1
novelty = 0.75
[[rules]]
kind = "sector_floor"
challenge = "c1"
sector = "akademi"
min = 2
[[rules]]
kind = "apart"
actors = ["Beta", "a1"]
strength = 0.5
[[rules]]
kind = "county_ceiling"
county = "skåne län"
max = 3
strength = "hard"
"""


def test_settings_and_rules_are_read_in_order(read):
    found = read({"season.toml": TOML}, criteria=set(CONTRACT_CRITERIA) - {"turn"})
    season = found.season
    assert (season.name, season.year, season.seed) == ("Hösten 2026", 2026, 7)
    assert (season.effort, season.time_limit_s, season.balance) == (Effort.QUICK, 60, 0)
    assert season.weights == (Weight(criterion="novelty", weight=0.75),)
    assert [(w.row, w.column, w.code) for w in found.warnings] == [(8, "turn", "criterion_not_yet")]
    assert season.rules == (
        Rule(
            kind="sector_floor",
            challenge="c1",
            keys=(RuleKey(name="min", value=2), RuleKey(name="sector", value="academia")),
        ),
        Rule(
            kind="apart",
            strength=0.5,
            keys=(RuleKey(name="actors", value=("a1", "a2")),),
        ),
        Rule(
            kind="county_ceiling",
            keys=(RuleKey(name="county", value="Skåne"), RuleKey(name="max", value=3)),
        ),
    )


def test_the_first_coalition_of_2020_reads(read):
    actors = """\
id,name,sector,place,description
m07,Jönköping University,academia,Jönköping,Jönköping University studies how people work
m09,NetPort Science Park,public,Karlshamn,NetPort Science Park is a house of firms
m10,Olofsson Travel & Consulting AB,private,Göteborg,Olofsson Travel & Consulting AB travels
m05,Coompanion,civil_society,Leksand,Coompanion helps new cooperatives on their way
"""
    challenges = """\
id,title,description,scope,place,radius_km,min_size,max_size,coalitions
ung,"Hur kan vi bättre, nu?","Arbetsmarknad, innovation.",national,,,18,18,1
"""
    found = read({"actors.csv": actors, "challenges.csv": challenges})
    assert found.warnings == ()
    counties = [actor.place.county for actor in found.season.actors]
    assert counties == ["Dalarna", "Jönköping", "Blekinge", "Västra Götaland"]


def test_findings_veil_addresses_in_every_text():
    findings = Findings()
    findings.warn("f", 1, "c", "a@b.se", "unknown_actor", name="a@b.se", hint="")
    assert "@" not in findings.warnings[0].model_dump_json()


def test_filled_columns_of_missing_criteria_are_told_once(read):
    actors = (
        "name,sector,place,description,offers,seeks,passed_over,wishes\n"
        "Alfa,public,Lund,Words of its very own,a,,1,c1\n"
        "Beta,public,Lund,Words of another kind,,b,,\n"
    )
    files = {
        "actors.csv": actors,
        "season.toml": "weights = {wishes = 0.5}",
        "challenges.csv": "id,title,facets\nc1,T,x;y\n",
    }
    found = read(files, criteria=("relevance", "turn"))
    told = [(w.file, w.column, w.code) for w in found.warnings]
    assert told == [
        ("actors.csv", "seeks", "column_uncounted"),
        ("challenges.csv", "facets", "column_uncounted"),
        ("season.toml", "wishes", "criterion_not_yet"),
    ]


@pytest.mark.parametrize(
    ("column", "word", "value"),
    [
        ("sektor", "idéburen", "civil_society"),
        ("språk", "svenska", "sv"),
        ("country", "Norge", "NO"),
        ("synlig", "Nej", "no"),
        ("county", "Blekinge län", "Blekinge"),
        ("sector", "stor", "stor"),
        ("storlek", "offentlig", "offentlig"),
    ],
)
def test_rules_take_the_words_that_a_column_takes(read, column: str, word: str, value: str):
    actors = (
        "name,sektor,place,description,språk,country,synlig,county,storlek\n"
        "Alfa,public,Malmö,Alfa does things,sv,SE,ja,x,liten\n"
    )
    keys = f'attribute = "{column}"\nvalue = "{word}"\nmin = 1\n'
    found = read({"actors.csv": actors, "season.toml": f'[[rules]]\nkind = "x"\n{keys}'})
    assert found.season.rules[0].get("value") == value
