import codecs

import pytest

HEADER = "namn;sektor;ort;beskrivning\n"
SWEDISH = HEADER + (
    "Föreningen Åsikten;förening;Malmö;Vi är en mötesplats för idéer – även på nätet.\n"
    "Östra gården;privat;Lund;Ängar och åkrar, 50 € per år.\n"
)


def test_utf16_under_its_mark_is_read(read):
    for codec, mark in (("utf-16-le", codecs.BOM_UTF16_LE), ("utf-16-be", codecs.BOM_UTF16_BE)):
        found = read({"actors.csv": mark + SWEDISH.encode(codec)}, name=codec)
        assert found.warnings == ()
        assert [a.name for a in found.season.actors] == ["Föreningen Åsikten", "Östra gården"]


@pytest.mark.parametrize(
    ("codec", "title"), [("cp1252", "Windows-1252"), ("mac_roman", "Mac Roman")]
)
def test_an_older_encoding_is_read_with_a_warning_that_names_it(read, codec, title):
    expected = read({"actors.csv": SWEDISH}, name="expected").season
    text = SWEDISH.replace("€", "SEK") if codec == "mac_roman" else SWEDISH
    found = read({"actors.csv": text.encode(codec)}, name="other")
    assert [a.name for a in found.season.actors] == [a.name for a in expected.actors]
    (warning,) = found.warnings
    assert (warning.file, warning.row, warning.code) == ("actors.csv", None, "other_encoding")
    assert title in warning.mend.sv and title in warning.mend.en


@pytest.mark.parametrize(
    "raw",
    [
        "Ö;x".encode("cp1252"),
        "Malmö är där vi är".encode("cp850"),
        "Dušan och Aleš".encode("cp1252"),
        "Łódź är fin".encode("cp1250"),
        b"Malm\xf6 \x81 \x00",
        "Malmö".encode("mac_roman"),
        codecs.BOM_UTF16_LE + b"a",
    ],
)
def test_an_unclear_encoding_is_one_fault_with_its_row(faults_of, raw):
    raw = raw if raw.startswith(codecs.BOM_UTF16_LE) else HEADER.encode() + raw
    (fault,) = faults_of({"actors.csv": raw})
    assert (fault.code, fault.row) == ("not_utf8", 1 if raw[:1] == b"\xff" else 2)
    assert "CSV UTF-8" in fault.mend.sv and "CSV UTF-8" in fault.mend.en


def test_utf16_without_its_mark_is_a_fault(faults_of):
    faults = faults_of({"actors.csv": SWEDISH.encode("utf-16-le")})
    assert {fault.row for fault in faults} <= {1, 2}
