"""Maps of ideas and needs: themes, pairs, order, and what nobody may read in them."""

import itertools
import json
import re
from random import Random

import pytest

from matcher.ideas.compose import draw_idea_map
from matcher.ideas.pairing import CLOSE
from models.actors import Actor
from models.idea_maps import Author, CardKind, Idea, IdeaMap
from models.ports.progress import Silence
from tests.kit.actors import EMAIL, HIDDEN
from tests.kit.embedders import WideEmbedder
from tests.kit.ideas import BOATS, BOOKS, PEARS, gather, make_members, speak, texts_by_theme


def draw(actors: list[Actor], *ideas: Idea) -> IdeaMap:
    season, coalition = gather(actors)
    return draw_idea_map(season, coalition, ideas, WideEmbedder(), Silence())


def idea(text: str, kind: CardKind = CardKind.IDEA, actor: str | None = None) -> Idea:
    return Idea(kind=kind, text=text, actor_id=actor)


def test_cards_of_the_same_thing_share_a_theme_whatever_their_kind() -> None:
    found = texts_by_theme(draw(make_members(), idea(f"En dag med {BOOKS}")))
    assert found == {
        frozenset({f"Någon med {BOATS}.", f"Lånar ut {BOATS}."}),
        frozenset({f"Hjälp med {BOOKS}.", f"Ordnar {BOOKS} ihop.", f"En dag med {BOOKS}"}),
        frozenset(
            {f"Kunskap om {PEARS}.", f"Folk som kan {PEARS}.", f"Öppen mustpress och {PEARS}."}
        ),
    }


def test_a_label_is_of_the_themes_own_words_and_no_two_share_one() -> None:
    ideas = draw(make_members())
    texts = {card.number: card.text.casefold() for card in ideas.cards}
    seen: set[str] = set()
    for theme in ideas.themes:
        words = re.findall(r"\w{4,}", theme.label)
        assert 2 <= len(words) <= 3
        assert all(any(word in texts[n] for n in theme.cards) for word in words)
        assert not seen.intersection(words)
        seen.update(words)


def test_a_label_is_a_phrase_of_the_cards_where_they_have_one() -> None:
    fallen = "Hjälp med fallen frukt"
    ideas = draw(
        [speak(0, seeks=f"{fallen}.", offers=f"Kan {BOATS}."), speak(1, offers="Tar fallen frukt.")]
    )
    [label] = [theme.label for theme in ideas.themes]
    assert label == "fallen frukt"


def test_every_card_stands_once_in_a_theme_or_among_the_others() -> None:
    ideas = draw(make_members(), idea("Kvantdatorer räknar primtal snabbare"))
    placed = [*(n for theme in ideas.themes for n in theme.cards), *ideas.others]
    assert placed == [card.number for card in ideas.cards] == list(range(1, len(placed) + 1))
    assert all(0 <= card.x <= 1 and 0 <= card.y <= 1 for card in ideas.cards)


def test_pairs_join_an_offer_with_another_members_need_and_everybody_who_can_has_one() -> None:
    ideas = draw(make_members())
    cards = {card.number: card for card in ideas.cards}
    assert ideas.pairs
    for pair in ideas.pairs:
        offer, need = cards[pair.offer], cards[pair.need]
        assert (offer.kind, need.kind) == (CardKind.OFFER, CardKind.NEED)
        assert offer.actor_id != need.actor_id
        assert CLOSE <= pair.fit <= 1
        assert pair.theme is None or pair.need in ideas.themes[pair.theme - 1].cards
    assert [pair.fit for pair in ideas.pairs] == sorted((p.fit for p in ideas.pairs), reverse=True)
    paired = {cards[n].actor_id for pair in ideas.pairs for n in (pair.offer, pair.need)}
    assert paired == {f"a{i:02}" for i in range(6)}
    assert ideas.unpaired == ()


def test_the_order_of_members_changes_nothing() -> None:
    actors = make_members()
    expected = draw(actors)
    for seed in range(4):
        Random(seed).shuffle(actors)
        assert draw(actors) == expected


def test_a_hidden_member_stands_without_a_name_and_in_no_pair() -> None:
    hidden = f"{HIDDEN} 05"
    ideas = draw(
        make_members(name=hidden, visible=False, offers=f"{hidden} har {PEARS}."),
        idea(f"{hidden}s idé om {BOOKS}", actor="a02"),
        idea(f"Vår egen {BOATS}", actor="a05"),
    )
    own = [card for card in ideas.cards if card.author is Author.HIDDEN]
    assert {card.kind for card in own} == {CardKind.IDEA}
    assert all(card.actor_id is None and card.name is None for card in own)
    numbers = {card.number for card in own}
    assert not any({pair.offer, pair.need} & numbers for pair in ideas.pairs)
    said = ideas.model_dump_json()
    assert HIDDEN not in said
    assert "a05" not in said
    assert f"har {PEARS}" not in said


def test_no_address_is_in_a_map() -> None:
    said = f"{PEARS}: skriv till {EMAIL} eller ring 070-123 45 67."
    ideas = draw(make_members(offers=said), idea(f"Fråga {EMAIL} om {BOATS}"))
    text = json.dumps(ideas.model_dump(mode="json"), ensure_ascii=False)
    assert "mustpress: skriv till" in text
    assert EMAIL not in text
    assert "123 45" not in text


def test_an_idea_without_an_actor_is_the_groups() -> None:
    ideas = draw(make_members(), idea(f"Flytande {BOATS}"), idea("Bygg", CardKind.NEED, "a03"))
    authors = {card.text: (card.author, card.actor_id) for card in ideas.cards}
    assert authors[f"Flytande {BOATS}"] == (Author.GROUP, None)
    assert authors["Bygg"] == (Author.MEMBER, "a03")


def test_what_is_said_twice_stands_once_and_lists_are_parted() -> None:
    actors = [
        speak(0, offers=f"Vi lånar gärna ut {BOATS}; vi ordnar {PEARS} hemma hos oss"),
        speak(1, seeks="Sång. Sång."),
    ]
    ideas = draw(actors, idea("Sång", CardKind.NEED, "a01"), idea("Sång.", CardKind.NEED, "a01"))
    said = sorted(card.text for card in ideas.cards)
    assert said == [
        "Sång",
        "Sång.",
        f"Vi lånar gärna ut {BOATS}",
        f"vi ordnar {PEARS} hemma hos oss",
    ]


def test_nothing_to_map_gives_an_empty_map() -> None:
    ideas = draw([speak(0), speak(1)])
    assert (ideas.cards, ideas.themes, ideas.others, ideas.pairs) == ((), (), (), ())


@pytest.mark.parametrize("count", [1, 2, 3])
def test_few_cards_are_mapped_too(count: int) -> None:
    texts = [f"Lånar ut {BOATS}.", f"Ordnar {BOOKS}.", f"Kan {PEARS}."][:count]
    ideas = draw([speak(i, offers=text) for i, text in enumerate(texts)])
    assert len(ideas.cards) == count
    assert ideas.themes == ()
    assert ideas.others == tuple(range(1, count + 1))
    assert ideas.pairs == ()
    assert ideas.unpaired == tuple(f"a{i:02}" for i in range(count))


def test_two_cards_in_the_same_words_share_a_theme() -> None:
    ideas = draw([speak(0, offers=f"Vi har {BOATS}."), speak(1, seeks=f"Vi har {BOATS}.")])
    assert [theme.cards for theme in ideas.themes] == [(1, 2)]
    assert [(pair.offer, pair.need, pair.theme) for pair in ideas.pairs] == [(2, 1, 1)]


def test_cards_far_apart_in_meaning_are_not_drawn_together() -> None:
    ideas = draw(make_members())
    places = {card.number: (card.x, card.y) for card in ideas.cards}
    homes = [[places[n] for n in theme.cards] for theme in ideas.themes]
    middles = [tuple(sum(axis) / len(own) for axis in zip(*own, strict=True)) for own in homes]
    assert all(
        abs(one[0] - other[0]) + abs(one[1] - other[1]) > 0.2
        for one, other in itertools.combinations(middles, 2)
    )
