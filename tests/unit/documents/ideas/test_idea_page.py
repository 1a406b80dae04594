"""The page of idea maps: the picture and the table hold the same, in both languages."""

import re
from itertools import combinations
from math import hypot

import pytest

from api.documents.ideas.page import render_ideas
from api.documents.ideas.tables import HEADERS, idea_rows
from data.files.csv_files import to_csv
from matcher.ideas.compose import draw_idea_map
from models.idea_maps import CardKind, Idea, IdeaMap
from models.messages import say
from models.ports.progress import Silence
from models.seasons import Season
from models.text import Language
from tests.kit.actors import HIDDEN
from tests.kit.embedders import WideEmbedder
from tests.kit.ideas import BOOKS, gather, make_members, speak
from tests.kit.pages import parse


@pytest.fixture(scope="module")
def drawn() -> tuple[Season, IdeaMap]:
    season, coalition = gather(make_members(name=f"{HIDDEN} 05", visible=False))
    notes = (
        Idea(kind=CardKind.IDEA, text=f"<b>{BOOKS}</b>"),
        Idea(kind=CardKind.IDEA, text=f"Fler {BOOKS}", actor_id="a05"),
    )
    return season, draw_idea_map(season, coalition, notes, WideEmbedder(), Silence())


@pytest.mark.parametrize("language", list(Language))
def test_picture_and_table_hold_every_card(
    drawn: tuple[Season, IdeaMap], language: Language
) -> None:
    season, ideas = drawn
    tree = parse(render_ideas(season, [ideas], language))
    assert tree.find("html")[0].attributes["lang"] == language
    [table] = tree.find("table", "cards")
    [picture] = tree.find("svg", "ideas")
    numbers = [cell.text for cell in table.find("td", "number")]
    assert numbers == [str(card.number) for card in ideas.cards]
    assert [text.text for text in picture.find("text", "card-number")] == numbers
    assert [cell.text for cell in table.find("td", "whole")] == [c.text for c in ideas.cards]
    labels = [cell.text for cell in table.find("td", "group")]
    assert labels[: len(ideas.themes)] == [theme.label for theme in ideas.themes]
    named = [text.text.replace(" ", "") for text in picture.find("text", "theme-name")]
    assert named == [theme.label.replace(" ", "") for theme in ideas.themes]
    [pairs] = tree.find("table", "pairs")
    assert len(pairs.find("tr")) == len(ideas.pairs) + 1
    for pair in ideas.pairs:
        cards = {card.number: card for card in ideas.cards}
        assert all(cards[n].text in pairs.text for n in (pair.offer, pair.need))


def test_nobody_hidden_is_on_the_page_nor_in_the_rows(drawn: tuple[Season, IdeaMap]) -> None:
    season, ideas = drawn
    page = render_ideas(season, [ideas], Language.SV)
    rows = idea_rows([ideas], Language.SV)
    assert "en organisation" in page
    assert HIDDEN not in page + to_csv(rows)
    assert "<b>" not in page


def test_the_page_fetches_nothing_and_is_the_same_each_time(
    drawn: tuple[Season, IdeaMap],
) -> None:
    season, ideas = drawn
    page = render_ideas(season, [ideas, ideas], Language.EN)
    assert page == render_ideas(season, [ideas, ideas], Language.EN)
    assert not re.search(r"(?:src|href)=\"(?!#)|url\(|@import|<script", page)
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))


def test_cards_lie_apart_inside_their_own_field(drawn: tuple[Season, IdeaMap]) -> None:
    season, ideas = drawn
    [picture] = parse(render_ideas(season, [ideas], Language.SV)).find("svg", "ideas")
    spots = {
        int(text.text): (float(text.attributes["x"]), float(text.attributes["y"]) - 4)
        for text in picture.find("text", "card-number")
    }
    for (x, y), (u, v) in combinations(spots.values(), 2):
        assert hypot(x - u, y - v) > 24
    fields = [
        tuple(float(circle.attributes[key]) for key in ("cx", "cy", "r"))
        for circle in picture.find("circle", "theme")
    ]
    assert len(fields) == len(ideas.themes)
    for theme, (x, y, r) in zip(ideas.themes, fields, strict=True):
        inside = {n for n, spot in spots.items() if hypot(spot[0] - x, spot[1] - y) < r}
        assert inside == set(theme.cards)
    for (x, y, r), (u, v, s) in combinations(fields, 2):
        assert hypot(x - u, y - v) > r + s


def test_kinds_differ_in_shape() -> None:
    season, coalition = gather([speak(0, seeks="Sång"), speak(1, offers="Dans")])
    notes = (Idea(kind=CardKind.IDEA, text="Teater"),)
    ideas = draw_idea_map(season, coalition, notes, WideEmbedder(), Silence())
    [picture] = parse(render_ideas(season, [ideas], Language.EN)).find("svg", "ideas")
    tags = {node.tag for node in picture.walk() if "card" in node.classes}
    assert tags == {"circle", "rect", "polygon"}


@pytest.mark.parametrize("language", list(Language))
def test_an_empty_map_says_what_to_fill_in(language: Language) -> None:
    season, coalition = gather([speak(0), speak(1)])
    ideas = draw_idea_map(season, coalition, (), WideEmbedder(), Silence())
    page = parse(render_ideas(season, [ideas], language))
    assert say("ideas_none").in_language(language) in page.text
    assert page.find("svg", "ideas") == []


def test_the_table_has_a_row_for_each_card_and_no_formula(drawn: tuple[Season, IdeaMap]) -> None:
    _, ideas = drawn
    rows = idea_rows([ideas], Language.EN)
    assert len(rows) == 1 + len(ideas.cards)
    assert {len(row) for row in rows} == {len(HEADERS)}
    fitting = {row[2]: row[-1].split(", ") for row in rows[1:]}
    for pair in ideas.pairs:
        assert str(pair.need) in fitting[str(pair.offer)]
        assert str(pair.offer) in fitting[str(pair.need)]
    assert to_csv([["=1+1", "a;b"]]) == '\'=1+1;"a;b"\n'
