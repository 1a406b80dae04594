from models.canonical import hash_content, round_number, to_canonical


def test_canonical_json_keeps_swedish_letters_and_sorts_keys():
    assert to_canonical({"b": [1, 2.0], "a": "å"}) == '{"a":"å","b":[1,2.0]}'


def test_content_hash_ignores_its_own_field_dates_and_seconds_only():
    document = {"a": 1, "c": {"seconds": 1.5, "created_at": "x"}}
    same = {**document, "content_sha256": "…", "created_at": "now", "c": {"created_at": "x"}}
    assert hash_content(document) == hash_content(same)
    assert hash_content(document) != hash_content({**document, "c": {"created_at": "y"}})


def test_rounding_gives_no_negative_zero():
    assert str(round_number(-1e-9)) == "0.0"
