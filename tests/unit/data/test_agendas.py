"""Agenda templates: the bundled ones are sound, and faults of own ones are all told."""

from collections.abc import Callable
from pathlib import Path

import pytest

from data.files.agenda_files import copy_agendas
from data.files.agendas import read_agendas
from models.errors import Fault, InputError
from models.text import Language, Text

GOOD = """\
minutes = 60
theme = { sv = "Tema", en = "Theme" }
[[items]]
title.sv = "Öppning"
title.en = "Opening"
text.sv = '''Vi
  börjar'''
text.en = "We begin"
minutes = 20
[[items]]
title.sv = "Samtal"
title.en = "Talk"
text.sv = "Tala"
text.en = "Talk"
minutes = 40
breakout = true
"""


@pytest.fixture
def faults_of(tmp_path: Path) -> Callable[..., tuple[Fault, ...]]:
    def find(**files: str) -> tuple[Fault, ...]:
        for name, content in files.items():
            (tmp_path / f"{name}.toml").write_text(content, "utf-8")
        with pytest.raises(InputError) as caught:
            read_agendas(tmp_path)
        return caught.value.faults

    return find


def told(faults: tuple[Fault, ...]) -> list[tuple[str, int | None, str | None, str]]:
    return [(fault.file, fault.row, fault.column, fault.code) for fault in faults]


def test_the_four_bundled_agendas_can_be_driven_without_a_facilitator() -> None:
    agendas = read_agendas(None)
    assert len(agendas) == 4
    assert "problem" in agendas[0].theme.en
    assert "needs" in agendas[1].theme.en
    assert "imagination" in agendas[2].theme.en
    assert "joint action" in agendas[3].theme.en
    for agenda in agendas:
        assert agenda.minutes == sum(item.minutes for item in agenda.items) == 120
        assert sum(item.minutes for item in agenda.breakouts) >= 45
        assert sum(item.title.sv == "Paus" for item in agenda.items) == 1
        assert not agenda.items[0].is_breakout
        assert not agenda.items[-1].is_breakout
        for item in agenda.items:
            assert min(len(item.text.sv), len(item.text.en)) > 40
            assert "\n" not in item.text.sv + item.text.en
            assert item.title.sv[0].isupper() and item.title.en[0].isupper()


def test_copies_read_as_the_bundled_ones_and_are_never_overwritten(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "agendas"
    paths = copy_agendas(folder)
    assert len(paths) == 4
    assert read_agendas(folder) == read_agendas(None)
    paths[1].write_text("mine", "utf-8")
    paths[2].unlink()
    with pytest.raises(InputError) as caught:
        copy_agendas(folder)
    assert [f.code for f in caught.value.faults] == ["file_exists"] * 3
    assert paths[1].read_text("utf-8") == "mine"
    assert not paths[2].exists()


def test_own_files_are_read_in_the_order_of_their_names(tmp_path: Path) -> None:
    (tmp_path / "b.toml").write_text(GOOD.replace('en = "Theme"', 'en = "Second"'), "utf-8")
    (tmp_path / "a.toml").write_text("\ufeff" + GOOD.replace("\n", "\r\n"), "utf-8")
    (tmp_path / "notes.txt").write_text("not an agenda", "utf-8")
    first, second = read_agendas(tmp_path)
    assert (first.theme.en, second.theme.en) == ("Theme", "Second")
    assert first.items[0].text.sv == "Vi börjar"
    assert [item.is_breakout for item in first.items] == [False, True]


def test_a_folder_that_is_missing_or_empty_is_told(tmp_path: Path) -> None:
    for folder, code in ((tmp_path, "agenda_no_files"), (tmp_path / "x", "agenda_no_folder")):
        with pytest.raises(InputError) as caught:
            read_agendas(folder)
        [fault] = caught.value.faults
        assert (fault.file, fault.code) == (folder.name, code)


def test_every_fault_of_every_file_is_told_at_once(
    faults_of: Callable[..., tuple[Fault, ...]],
) -> None:
    faults = faults_of(
        a=GOOD.replace("minutes = 40", "minutes = 30"),
        b=GOOD.replace("breakout = true", "breakout = false"),
        c="theme = [",
        d=GOOD.replace('text.en = "We begin"\n', "").replace('"Talk"\ntext', '"  "\ntext'),
        e=GOOD.replace("breakout", "brekout").replace("theme =", "tema ="),
        f=GOOD.replace("minutes = 60", "minutes = 55"),
        g=GOOD.replace("minutes = 40", "minutes = 4").replace("minutes = 20", "minutes = 56"),
        h=GOOD.replace("minutes = 40", 'minutes = "40"').replace("= true", '= "yes"'),
        i='theme.sv = "x"\ntheme.en = "y"\n',
        j=GOOD.replace('title.sv = "Samtal"', 'title.sv = 5\ntitle.fi = "x"'),
        l=GOOD.replace("= 40", "= 41").replace("= true", "= false") + "x = 1\n",
        k=GOOD.replace('theme = { sv = "Tema", en = "Theme" }', "theme = 3"),
    )
    assert told(faults) == [
        ("a.toml", 1, "minutes", "agenda_minutes_under"),
        ("b.toml", 3, "items", "agenda_no_breakout"),
        ("c.toml", 1, None, "bad_toml"),
        ("d.toml", 3, "text.en", "agenda_no_language"),
        ("d.toml", 11, "title.en", "agenda_no_language"),
        ("e.toml", 2, "tema", "agenda_unknown_key"),
        ("e.toml", None, "theme.sv", "agenda_no_language"),
        ("e.toml", None, "theme.en", "agenda_no_language"),
        ("e.toml", 16, "brekout", "agenda_unknown_key"),
        ("f.toml", 1, "minutes", "agenda_minutes_over"),
        ("g.toml", 15, "minutes", "agenda_breakout_short"),
        ("h.toml", 15, "minutes", "not_whole_between"),
        ("h.toml", 16, "breakout", "agenda_not_true_false"),
        ("i.toml", None, "items", "agenda_no_items"),
        ("j.toml", 12, "title.fi", "agenda_unknown_key"),
        ("j.toml", 11, "title.sv", "not_text"),
        ("k.toml", 2, "theme", "agenda_not_two_languages"),
        ("l.toml", 17, "x", "agenda_unknown_key"),
        ("l.toml", 1, "minutes", "agenda_minutes_over"),
        ("l.toml", 3, "items", "agenda_no_breakout"),
    ]
    mends = {fault.file: fault.mend.en for fault in faults}
    assert "add up to 50, 10 too few for 60" in mends["a.toml"]
    assert "add up to 60, 5 too many for 55" in mends["f.toml"]
    assert "missing in English" in mends["d.toml"]
    assert "breakout" in mends["e.toml"]
    assert "at least 5 minutes" in mends["g.toml"]


@pytest.mark.parametrize("items", ["items = 5", "items = []", "items = [1, 2]", "[items]\nx = 1"])
def test_items_that_are_no_tables_are_told(
    items: str, faults_of: Callable[..., tuple[Fault, ...]]
) -> None:
    faults = faults_of(a=f'theme.sv = "x"\ntheme.en = "y"\n{items}\n')
    assert {fault.code for fault in faults} == {"agenda_no_items"}


def test_a_text_may_be_in_one_language_alone(tmp_path: Path) -> None:
    own = GOOD.replace('theme = { sv = "Tema", en = "Theme" }', 'theme = "Ett  tema"')
    (tmp_path / "1.toml").write_text(own, "utf-8")
    (agenda,) = read_agendas(tmp_path)
    assert (agenda.theme.sv, agenda.theme.en) == ("Ett tema", "Ett tema")


@pytest.mark.parametrize("language", list(Language))
def test_agendas_are_written_in_one_language_where_it_is_asked_for(
    tmp_path: Path, language: Language
) -> None:
    paths = copy_agendas(tmp_path / "own", language)
    assert len(paths) == 4
    both, own = read_agendas(), read_agendas(tmp_path / "own")
    for one, other in zip(own, both, strict=True):
        assert one.minutes == other.minutes
        assert one.theme == Text.same(other.theme.in_language(language))
        for item, model in zip(one.items, other.items, strict=True):
            assert item == model.evolve(
                title=Text.same(model.title.in_language(language)),
                text=Text.same(model.text.in_language(language)),
            )
    first = paths[0].read_text("utf-8")
    assert ("Träff 1" in first) == (language is Language.SV)
    assert ".sv" not in first and max(map(len, first.splitlines())) <= 100
