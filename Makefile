# Two commands do all the set-up: `make demo` and `make test`. See README.md.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test test-plugins accuracy fuzz lint types format messages clean

demo: $(VENV)/.installed
	$(BIN)/gxlint check --exit-zero docs/examples

test: $(VENV)/.tested lint types
	sh tests/setup_tools.sh
	$(BIN)/lint-imports
	$(BIN)/pytest -n 2
	$(BIN)/python -m tests.plugins
	sh editors/vscode/scripts/test.sh

# The extension alone, in a real VS Code, which is kept in editors/vscode/.vscode-test.
test-vscode: $(VENV)/.tested
	sh tests/setup_tools.sh
	sh editors/vscode/scripts/test.sh

# The plugins in plugins/, against gxlint as it is installed.
test-plugins: $(VENV)/.tested
	$(BIN)/python -m tests.plugins

# Puts faults of every kind into correct reports and counts what is found, and what is found wrongly: the tests do so
# too, in half of the shapes.
accuracy: $(VENV)/.tested
	$(BIN)/python -m tests.mutation

# Properties of reading, with examples that no run before has seen.
fuzz: $(VENV)/.tested
	$(BIN)/pytest -m hypothesis --hypothesis-profile=default --hypothesis-seed=random

lint: $(VENV)/.tested
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: $(VENV)/.tested
	$(BIN)/mypy

format: $(VENV)/.tested
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

# Brings the translations in step with the code; says what is left to translate.
messages: $(VENV)/.tested
	$(BIN)/python -m gxlint.locale

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	touch $@

$(VENV)/.tested: pyproject.toml $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $@

clean:
	rm -rf $(VENV) .venv-plugins build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
