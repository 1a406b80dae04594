"""Unknown headers and sector words, written into the settings from a first try."""

from data.files.learning import write_learned
from tests.kit.workbooks import to_csv

ROWS = [
    ["Namn", "Sektorn", "Ort", "Vad ni gör", "Antal"],
    *[[f"A{n}", word, "Lund", "We do things with many others", "1"]
      for n, word in enumerate(["Xyz", "kommun", "Qq", "Qq"])],
]  # fmt: skip
COLUMNS = ['"Sektorn" = "sector"', '# "Antal" = "description"', '# "Vad ni gör" = "description"']


def test_what_is_near_is_mapped_and_the_rest_is_to_be_settled(write):
    folder = write({"actors.csv": to_csv(ROWS)})
    assert list(write_learned(folder)) == COLUMNS
    text = (folder / "season.toml").read_text("utf-8")
    assert text == "[columns]\n" + "\n".join(COLUMNS) + "\n"
    allowed = "public|private|civil_society|academia"
    words = [f'# "Qq" = "{allowed}"', f'# "Xyz" = "{allowed}"']
    assert list(write_learned(folder)) == words, "words follow once their column is known"
    assert write_learned(folder) == ()


def test_settings_that_are_there_stay(write, read):
    toml = (
        '# mine\nname = "x"\n\n[columns]\n"Vad ni gör" = "description"\n\n[weights]\nnovelty = 1\n'
    )
    folder = write({"actors.csv": to_csv(ROWS), "season.toml": toml})
    write_learned(folder)
    text = (folder / "season.toml").read_text("utf-8")
    assert text == toml.replace("[columns]", '[columns]\n"Sektorn" = "sector"')


def test_a_settled_season_is_read(write, read):
    folder = write({"actors.csv": to_csv(ROWS)})
    write_learned(folder)
    write_learned(folder)
    text = (folder / "season.toml").read_text("utf-8")
    settled = text.replace('# "Vad', '"Vad').replace("public|private|civil_society|", "")
    settled = settled.replace('# "Qq', '"Qq').replace('# "Xyz', '"Xyz')
    found = read({"actors.csv": to_csv(ROWS), "season.toml": settled}, name="settled")
    assert [str(actor.sector) for actor in found.season.actors] == [
        *("academia", "public", "academia", "academia")
    ]


def test_a_season_without_anything_unknown_gets_no_settings(write):
    folder = write()
    assert write_learned(folder) == ()
    assert not (folder / "season.toml").exists()
