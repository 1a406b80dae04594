"""The examples in the report's docstrings hold."""

import doctest
import importlib
import pkgutil

import pytest

from api.documents import report

MODULES = [module.name for module in pkgutil.iter_modules(report.__path__, "api.documents.report.")]


@pytest.mark.parametrize("name", MODULES)
def test_examples(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0
