# Everything runs in a virtual environment of its own, made on first use. Tests run on every
# core at once, each with one thread of its own.
PYTHON ?= python3
BIN := .venv/bin
# Bounds that every set-up keeps to; requirements.lock gives the exact versions of one.
CONSTRAINTS ?= constraints.txt
DOCS := $(addprefix tests/docs/test_,for_contributors.py layout.py names.py paths.py reference.py)

.PHONY: demo test quick setup lock clean

demo: setup
	$(BIN)/koalition demo

# The search is compiled once; afterwards this only looks whether that was done.
setup: .venv/.ready
	$(BIN)/koalition warm

.venv/.ready: pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --constraint $(CONSTRAINTS) --editable '.[dev]'
	touch $@

test: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	OMP_NUM_THREADS=1 $(BIN)/pytest --numprocesses auto --dist loadfile --cov --cov-report=term:skip-covered --durations=40

# What daily work needs in about two minutes: no command in a process of its own, no browser.
quick: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	OMP_NUM_THREADS=1 $(BIN)/pytest --numprocesses auto --dist loadfile tests/unit tests/contract $(DOCS) models matcher data api

lock: setup
	$(BIN)/python docs/make_lock.py

clean:
	rm -rf .venv
