"""Every use case, by its action."""

from typing import Any

from api import use_cases
from api.use_cases.use_case import UseCase
from matcher.core.discovery import discover

USE_CASES: dict[str, UseCase[Any, Any]] = discover(use_cases, UseCase, "koalition.use_cases")
