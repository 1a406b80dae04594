import pytest

from data.files.members import GivenMembers, read_members, write_members
from data.files.reading import FILES, read_season
from data.files.templates import write_template
from models.errors import Fault, InputError
from models.scores import CoalitionMembers
from models.seasons import CONTRACT_CRITERIA
from models.sectors import Sector
from models.text import Language
from tests.kit.rules import accept_any


@pytest.mark.parametrize("language", list(Language))
def test_a_template_reads_without_faults_or_warnings(tmp_path, language):
    paths = write_template(tmp_path / "new" / "season", language)
    assert [path.name for path in paths] == list(FILES)
    found = read_season(paths[0].parent, check_rule=accept_any, criteria=CONTRACT_CRITERIA)
    assert found.warnings == ()
    sectors = [actor.sector for actor in found.season.actors]
    assert len(sectors) >= 14
    assert all(sectors.count(sector) >= 2 for sector in Sector)
    (challenge,) = found.season.challenges
    assert challenge.min_size == 12 <= len(sectors)
    assert paths[0].read_bytes().startswith(b"\xef\xbb\xbfid;")


@pytest.mark.parametrize("language", list(Language))
def test_the_rules_in_the_comments_of_a_template_read(tmp_path, language):
    path = write_template(tmp_path / "season", language)[-1]
    lines = path.read_text(encoding="utf-8").splitlines()
    starts = ("# [", "# kind", "# sector", "# min", "# max", "# strength", "# actor")
    used = [line.removeprefix("# ") if line.startswith(starts) else line for line in lines]
    path.write_text("\n".join(used), encoding="utf-8")
    season = read_season(path.parent, check_rule=accept_any, criteria=CONTRACT_CRITERIA).season
    kinds = [rule.kind for rule in season.rules]
    assert kinds == ["sector_floor", "sector_ceiling", "ban", "pin"]


def test_the_languages_give_the_same_actors(tmp_path):
    ids = []
    for language in Language:
        folder = tmp_path / language
        write_template(folder, language)
        season = read_season(folder, check_rule=accept_any, criteria=CONTRACT_CRITERIA).season
        ids.append([(a.id, a.sector, a.place) for a in season.actors])
    assert ids[0] == ids[1]


def test_a_template_overwrites_nothing(tmp_path):
    (tmp_path / "ties.csv").write_text("mine")
    with pytest.raises(InputError) as caught:
        write_template(tmp_path, Language.SV)
    assert [(f.file, f.code) for f in caught.value.faults] == [("ties.csv", "file_exists")]
    assert [path.name for path in tmp_path.iterdir()] == ["ties.csv"]


def test_members_come_back_as_written(read, tmp_path):
    season = read().season
    coalitions = (
        CoalitionMembers(id="c1/2", challenge_id="c1", members=("a2",)),
        CoalitionMembers(id="c1/1", challenge_id="c1", members=("a1", "a2")),
    )
    path = tmp_path / "members.csv"
    write_members(path, coalitions, season, Language.EN)
    raw = path.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbfcoalition;challenge_id;actor_id;name;title\n")
    given = read_members(path, season)
    assert (given.coalitions, given.warnings) == (coalitions, ())


@pytest.mark.parametrize("name", ["=1+1", "-Ö ; AB", "'citat'", "Ängen"])
def test_members_are_written_for_people_in_their_language(read, tmp_path, name):
    rows = f'id,name,sector,place,description\n-a1,"{name}",public,Lund,Many useful things\n'
    season = read({"actors.csv": rows}).season
    (actor,) = season.actors
    coalitions = (CoalitionMembers(id="c1/1", challenge_id="c1", members=(actor.id,)),)
    path = tmp_path / "medlemmar.csv"
    write_members(path, coalitions, season, Language.SV)
    assert path.read_text("utf-8-sig").startswith(
        "koalition;utmaning;aktör;namn;titel\nc1/1;c1;-a1"
    )
    given = read_members(path, season)
    assert (given.coalitions, given.warnings) == (coalitions, ())


def test_a_name_beside_an_id_is_of_the_same_or_stands_for_it(read, tmp_path):
    season = read({"challenges.csv": "id,title\nc1,T\nc2,U\n"}).season
    path = tmp_path / "members.csv"
    head = "coalition;challenge_id;actor_id;name;title\n"
    path.write_text(f"{head}x;;;BETA;t\nx;c1;a1;;\n")
    (coalition,) = read_members(path, season).coalitions
    assert (coalition.challenge_id, coalition.members) == ("c1", ("a1", "a2"))
    path.write_text(f"{head}x;c1;a1;Beta;T\nx;c1;a2;Beta;U\nx;c1;;Gamma;\n")
    with pytest.raises(InputError) as caught:
        read_members(path, season)
    assert [(f.row, f.column, f.code) for f in caught.value.faults] == [
        (2, "name", "other_name"),
        (3, "title", "other_name"),
        (4, "name", "unknown_actor"),
    ]


def test_a_column_of_members_that_means_nothing_is_told(read, tmp_path):
    path = tmp_path / "members.csv"
    path.write_text("coalition,challenge_id,actor_id,rum\nx,c1,a1,A\n")
    given = read_members(path, read().season)
    assert [(f.column, f.code) for f in given.warnings] == [("rum", "ignored_column")]


def test_members_go_by_exact_name_and_are_sorted(read, tmp_path):
    path = tmp_path / "members.csv"
    path.write_text("koalition;utmaning;aktör\nx;c1;Beta\nx;c1;Alfa\n")
    (coalition,) = read_members(path, read().season).coalitions
    assert coalition.members == ("a1", "a2")


def test_every_fault_of_the_members_is_told_at_once(read, tmp_path):
    season = read({"challenges.csv": "id,title\nc1,T\nc2,T\n"}).season
    path = tmp_path / "members.csv"
    path.write_text(
        "coalition,challenge_id,actor_id\n"
        "x,c1,a1\nx,c1,Alfa\nx,c2,a2\ny,c3,a1\ny,c1,nobody\n,c1,a1\n"
    )
    with pytest.raises(InputError) as caught:
        read_members(path, season)
    assert [(f.row, f.column, f.code) for f in caught.value.faults] == [
        (3, "actor_id", "doubled_member"),
        (4, "challenge_id", "coalition_moved"),
        (5, "challenge_id", "unknown_challenge"),
        (6, "actor_id", "unknown_actor"),
        (7, "coalition", "missing_cell"),
    ]


def test_a_fault_of_the_season_is_not_placed_in_the_members_file():
    fault = Fault.given("season.rules.0.actor", "a1", "actor_unknown", actor="a1")
    assert GivenMembers("m.csv", (), {}).find(fault) == fault
