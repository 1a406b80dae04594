"""The chain of events finds what was changed or left out, and outlives erasure."""

from dataclasses import replace

import pytest

from models.event_chains import (
    NOTHING_BEFORE,
    ChainedEvent,
    commit_to,
    find_breaks,
    link_event,
)


def build_chain(count: int = 6) -> list[ChainedEvent]:
    chain: list[ChainedEvent] = []
    for sequence in range(1, count + 1):
        plain, salt, body = {"name": "actor_changed"}, f"salt {sequence}", {"name": "Åsa"}
        before = chain[-1].hash if chain else NOTHING_BEFORE
        commitment = commit_to(salt, body)
        linked = link_event(before, sequence, plain, commitment)
        chain.append(ChainedEvent(sequence, plain, commitment, linked, salt, body))
    return chain


def test_an_untouched_chain_is_good() -> None:
    assert list(find_breaks(build_chain())) == []
    assert list(find_breaks([])) == []


def test_erasing_body_and_salt_leaves_the_chain_good() -> None:
    erased = [replace(event, salt=None, body=None) for event in build_chain()]
    assert list(find_breaks(erased)) == []


@pytest.mark.parametrize(
    "change",
    [
        {"plain": {"name": "actor_removed"}},
        {"body": {"name": "Bo"}},
        {"salt": "another"},
        {"salt": None},
        {"body": None},
        {"commitment": commit_to("another", {"name": "Åsa"})},
    ],
    ids=lambda change: next(iter(change)),
)
def test_a_changed_event_is_found_where_it_was_changed(change: dict[str, object]) -> None:
    chain = build_chain()
    chain[2] = replace(chain[2], **change)  # type: ignore[arg-type]
    assert list(find_breaks(chain)) == [3]


def test_missing_and_exchanged_events_are_found() -> None:
    chain = build_chain()
    assert list(find_breaks(chain[1:])) == [2]
    assert list(find_breaks([*chain[:2], *chain[3:]])) == [4]
    assert list(find_breaks([chain[0], chain[2], chain[1], *chain[3:]])) != []


def test_an_event_rewritten_with_its_hash_breaks_the_next() -> None:
    chain = build_chain()
    plain = {"name": "actor_removed"}
    forged = link_event(chain[1].hash, 3, plain, chain[2].commitment)
    chain[2] = replace(chain[2], plain=plain, hash=forged)
    assert list(find_breaks(chain)) == [4]
