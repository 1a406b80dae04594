"""In which language an answer is given."""

from fastapi import Request

from models.text import Language


def choose_language(asked: str | None, accepted: str | None, default: Language) -> Language:
    """Choose between `?lang=`, the header `Accept-Language` and the server's own language.

    Parameters
    ----------
    asked : str, optional
        The value of `?lang=`, which goes before the header where it names a language.
    accepted : str, optional
        The header; ranges with q = 0 are refused ones, and the first of equals holds.
    default : Language

    Examples
    --------
    >>> str(choose_language(None, "de, en-GB;q=0.7, sv;q=0.9", Language.EN))
    'sv'
    """
    known = {str(language): language for language in Language}
    if asked in known:
        return known[asked]
    best, chosen = 0.0, default
    for part in (accepted or "").split(","):
        tag, _, parameter = part.partition(";")
        language = known.get(tag.strip().split("-")[0].lower())
        quality = _read_quality(parameter)
        if language is not None and quality > best:
            best, chosen = quality, language
    return chosen


def _read_quality(parameter: str) -> float:
    """Read `q=0.7`; 1 where there is none, 0 where it makes no sense."""
    name, _, value = parameter.partition("=")
    if name.strip().lower() != "q":
        return 1.0
    try:
        quality = float(value)
    except ValueError:
        return 0.0
    return quality if 0 <= quality <= 1 else 0.0


def answer_language(request: Request) -> Language:
    """Choose the language of an answer."""
    asked = request.query_params.get("lang")
    accepted = request.headers.get("accept-language")
    return choose_language(asked, accepted, request.app.state.language)
