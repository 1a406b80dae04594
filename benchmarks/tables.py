"""The tables that benchmarks print, ready for the docs."""

from collections.abc import Iterable


def print_header(columns: Iterable[str]) -> None:
    """Print the names of the columns."""
    names = list(columns)
    print_row(names)
    print("|" + " --- |" * len(names))


def print_row(values: Iterable[object]) -> None:
    """Print one row at once, since the next may take long."""
    print("| " + " | ".join(map(str, values)) + " |", flush=True)
