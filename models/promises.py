"""How a type says which of its promises a value breaks: where, by code and in words.

The message of a code stands in `models.messages.promises`; whoever shows it in Swedish says
it anew from the code and the parameters, which are the error's `type` and `ctx`.
"""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field

from pydantic import ValidationError
from pydantic_core import InitErrorDetails, PydanticCustomError

from models.messages.promises import MESSAGES


@dataclass(frozen=True)
class Breach:
    """One broken promise.

    Attributes
    ----------
    path : tuple of str and int
        The way to the field from where the promise is checked.
    code : str
    params : dict
        Of the code's message; ids and numbers, nothing personal.
    """

    path: tuple[str | int, ...]
    code: str
    params: dict[str, object] = field(default_factory=dict)


def insist(kind: str, breaches: Iterable[Breach]) -> None:
    """Refuse a value with all the promises that it breaks, if any; for use in validators.

    Raises
    ------
    pydantic.ValidationError
        Whose errors tell path, code and message; never the value itself.
    """
    found: list[InitErrorDetails] = [
        {
            "type": PydanticCustomError(each.code, MESSAGES[each.code].en, each.params),
            "loc": each.path,
            "input": None,
        }
        for each in breaches
    ]
    if found:
        raise ValidationError.from_exception_data(kind, found, hide_input=True)


def find_doubled(keys: Sequence[Hashable]) -> list[int]:
    """Give the places of those that stand earlier in the list, too.

    Examples
    --------
    >>> find_doubled(["a", "b", "a", "a"])
    [2, 3]
    """
    seen: set[Hashable] = set()
    doubled = []
    for place, key in enumerate(keys):
        if key in seen:
            doubled.append(place)
        seen.add(key)
    return doubled


def insist_on_each_once(labels: tuple[str, ...]) -> tuple[str, ...]:
    """Refuse labels of which one stands twice; for use as a validator.

    Raises
    ------
    pydantic.ValidationError
        `label_doubled`.
    """
    breaches = (
        Breach((place,), "label_doubled", {"label": labels[place]})
        for place in find_doubled(labels)
    )
    insist("labels", breaches)
    return labels
