"""Asks for use cases; what is wrong with what was given is the request's fault, by its way."""

from typing import TypeVar

from api.errors import InvalidRequest
from api.http.faults import place
from api.use_cases.call import Call
from api.use_cases.use_case import UseCase, perform
from models.errors import Fault, InputError, NotFound
from models.frozen import Frozen

Given = TypeVar("Given", bound=Frozen)
Result = TypeVar("Result")


def ask(
    use_case: UseCase[Given, Result],
    call: Call,
    given: Given,
    *,
    part: str = "body",
    subject: str | None = None,
) -> Result:
    """Ask for a use case.

    Parameters
    ----------
    part : str
        The part of the request that the values stand in.
    subject : str, optional
        The field that the address names; where it leads nowhere, the address does.

    Raises
    ------
    InvalidRequest
        If a value can't be used, with its way.
    KoalitionError
        Any other of the use case's own.
    """
    try:
        return perform(use_case, call, given)
    except InputError as error:
        raise InvalidRequest(tuple(place(part, fault) for fault in error.faults)) from error
    except NotFound as error:
        field = error.params.get("field")
        if field in (None, subject):
            raise
        fault = Fault.of(error, error.params.get("name"))
        raise InvalidRequest((place(part, fault),)) from error
