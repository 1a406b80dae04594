"""Letters as messages: heads that are one line, HTML that is escaped, mails as files."""

from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import pytest

from data.mail.messages import to_message
from data.mail.outbox import Outbox
from data.mail.smtp import SmtpPost
from models.errors import BadRequest, PostFailure
from models.letters import Letter

PAYLOADS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "<svg/onload=alert(1)>",
    "{{ 7 * 7 }}",
    "'; DROP TABLE actors; --",
    "Hösten\r\nBcc: someone@example.org",
    "Hösten\nX-Injected: yes",
    "\u202etxt.exe",
    '=HYPERLINK("http://x")',
    "a\x00b",
)


def letter_of(text: str) -> Letter:
    return Letter(
        subject=text,
        paragraphs=(text, "Hej"),
        link="https://koalition.example/answer/abc",
        link_name=text,
    )


def written(text: str) -> EmailMessage:
    made = to_message("m1", "Koalition <k@example.org>", "example.org", "a@b.se", letter_of(text))
    read = message_from_bytes(bytes(made), policy=default)
    assert isinstance(read, EmailMessage)
    return read


@pytest.mark.parametrize("text", PAYLOADS)
def test_no_text_adds_a_header_or_markup(text: str) -> None:
    message = written(text)
    assert set(map(str.lower, message.keys())) == {
        *("from", "to", "subject", "message-id", "date", "auto-submitted"),
        *("mime-version", "content-type"),
    }
    assert "\n" not in message["Subject"] and "\u202e" not in message["Subject"]
    html = message.get_body(("html",))
    assert html is not None
    page = html.get_content()
    for markup in ("<script", "<svg", "<img"):
        assert markup not in page
    assert "49" not in page
    assert 'href="https://koalition.example/answer/abc"' in page
    plain = message.get_body(("plain",))
    assert plain is not None and "https://koalition.example/answer/abc" in plain.get_content()


def test_the_outbox_keeps_one_file_for_each_mail(tmp_path: Path) -> None:
    outbox = Outbox(tmp_path / "outbox", "Koalition <k@example.org>")
    for subject in ("Första", "Andra"):
        outbox.send("m1", "å@exempel.se", letter_of(subject))
    (kept,) = (tmp_path / "outbox").iterdir()
    read = message_from_bytes(kept.read_bytes(), policy=default)
    assert (read["Subject"], read["Message-ID"]) == ("Andra", "<m1@koalition.localhost>")


def test_a_folder_that_is_none_is_told(tmp_path: Path) -> None:
    (tmp_path / "outbox").write_text("a file")
    with pytest.raises(PostFailure):
        Outbox(tmp_path / "outbox", "k@example.org").send("m1", "a@b.se", letter_of("x"))


@pytest.mark.parametrize("url", ["mail.example.org", "http://mail", "smtp://", "smtp://a:x"])
def test_addresses_of_mail_servers_that_are_none_are_refused(url: str) -> None:
    with pytest.raises(BadRequest, match="KOALITION_SMTP_URL"):
        SmtpPost(url, "k@example.org")


def test_a_server_that_is_away_is_told_as_such() -> None:
    with pytest.raises(PostFailure):
        SmtpPost("smtp://127.0.0.1:1", "k@example.org").send("m1", "a@b.se", letter_of("x"))
