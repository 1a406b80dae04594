"""The organiser and the meetings' place from `season.toml`: `[organiser]` and `[meetings]`."""

import base64
from pathlib import Path

from data.files.findings import Findings, ask_if_meant
from data.files.toml_file import TomlFile
from data.reference.spelling import find_nearest
from models.hosts import NO_HOST, Host

ORGANISER, MEETINGS, LOGO = "organiser", "meetings", "logo"
KEYS = {ORGANISER: ("name", "contact", LOGO), MEETINGS: ("place", "link")}
MOST_LOGO_BYTES = 500_000
"""Each page holds the picture once."""

PICTURES = {
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".svg": "image/svg+xml",
}
"""Kinds of pictures that browsers show, by the ending of the file's name."""


def read_host(toml: TomlFile | None, folder: Path | None, findings: Findings) -> Host:
    """Read both tables; whatever can't be used is a fault at its line.

    Parameters
    ----------
    toml : TomlFile or None
    folder : Path or None
        The season's, which holds the logo's file; None where there is no folder.
    findings : Findings
        Takes the faults.
    """
    if toml is None:
        return NO_HOST
    read = {
        key: text for section in KEYS for key, text in _read_table(toml, section, findings).items()
    }
    if LOGO in read:
        read[LOGO] = _read_logo(folder, read[LOGO], toml, findings)
    link = read.get("link", "")
    if link and not link.startswith(("https://", "http://")):
        row = toml.row(MEETINGS, "link")
        findings.fault(toml.file, row, "link", link, "link_not_address")
    return Host(**read)


def find_logo(toml: TomlFile | None) -> str | None:
    """Give the picture's file as the settings name it, from the season's folder on."""
    organiser = toml.data.get(ORGANISER) if toml else None
    logo = organiser.get(LOGO) if isinstance(organiser, dict) else None
    return logo if isinstance(logo, str) and logo.strip() else None


def _read_table(toml: TomlFile, section: str, findings: Findings) -> dict[str, str]:
    """Read one table's texts, each on one line; an empty one states nothing."""
    table = toml.data.get(section, {})
    if not isinstance(table, dict):
        keys = ", ".join(KEYS[section])
        row = toml.row("", section) or toml.row(section, "")
        findings.fault(toml.file, row, section, str(table), "not_a_section", keys=keys)
        return {}
    texts = {}
    for key, value in table.items():
        row = toml.row(section, key)
        if key not in KEYS[section]:
            allowed, hint = ", ".join(KEYS[section]), ask_if_meant(find_nearest(key, KEYS[section]))
            findings.fault(
                toml.file, row, key, str(value), "unknown_setting", allowed=allowed, hint=hint
            )
        elif not isinstance(value, str):
            findings.fault(toml.file, row, key, str(value), "not_text")
        elif text := " ".join(value.split()):
            texts[key] = text
    return texts


def _read_logo(folder: Path | None, stated: str, toml: TomlFile, findings: Findings) -> str:
    """Read a picture as a `data:` address; empty where it is at fault."""
    row, kind = toml.row(ORGANISER, "logo"), PICTURES.get(Path(stated).suffix.lower())
    if kind is None:
        kinds = ", ".join(PICTURES)
        findings.fault(toml.file, row, "logo", stated, "logo_of_another_kind", kinds=kinds)
        return ""
    try:
        path = (folder or Path()).joinpath(stated).resolve()
        if folder is None or not path.is_relative_to(folder.resolve()):
            raise OSError("outside the season's folder")
        if path.stat().st_size > MOST_LOGO_BYTES:
            most = MOST_LOGO_BYTES // 1000
            findings.fault(toml.file, row, "logo", stated, "logo_too_large", most=most)
            return ""
        return f"data:{kind};base64,{base64.b64encode(path.read_bytes()).decode('ascii')}"
    except (OSError, ValueError):
        findings.fault(toml.file, row, "logo", stated, "logo_unreadable")
        return ""
