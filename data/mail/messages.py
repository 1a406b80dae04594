"""Letters as messages of mail: plain text, simple HTML beside it, and files."""

from datetime import UTC, datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from jinja2 import Environment, PackageLoader, StrictUndefined

from models.letters import Letter, to_line

TEMPLATES = Environment(
    loader=PackageLoader("data.mail", "templates"), autoescape=True, undefined=StrictUndefined
)


def to_message(id_: str, sender: str, domain: str, address: str, letter: Letter) -> EmailMessage:
    """Give a letter as a message; the same id makes the same message to whoever gets both."""
    message = EmailMessage(policy=SMTP)
    message["From"] = sender
    message["To"] = to_line(address)
    message["Subject"] = to_line(letter.subject)
    message["Message-ID"] = f"<{id_}@{domain}>"
    message["Date"] = format_datetime(datetime.now(UTC))
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(write_plain(letter))
    message.add_alternative(TEMPLATES.get_template("letter.html").render(letter=letter), "html")
    for name, media, text in letter.files:
        main, _, kind = media.partition("/")
        message.add_attachment(
            text.encode(), maintype=main, subtype=kind, filename=name, params={"charset": "utf-8"}
        )
    return message


def write_plain(letter: Letter) -> str:
    """Give a letter's words."""
    parts = list(letter.paragraphs)
    if letter.link is not None:
        parts.insert(min(1, len(parts)), f"{letter.link_name}:\n{letter.link}")
    return "\n\n".join(parts) + "\n"
