# Two commands matter: `make site` and `make test`. Everything they need is installed by the recipes below.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
LOCK_FLAGS := --quiet --strip-extras --generate-hashes --no-header --no-emit-index-url --no-emit-trusted-host --no-emit-find-links

.PHONY: site test lint format docs importer bench lock clean

site: $(VENV)/.runtime
	$(BIN)/python -m generator build

# On all processors, a file at a time: what the tests of a file share is made once. The slowest folder begins.
test: $(VENV)/.dev $(VENV)/.browser
	$(BIN)/python -m pytest -n auto --dist loadfile --no-loadscope-reorder

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(VENV)/.dev
	$(BIN)/ruff check --fix-only .
	$(BIN)/ruff format .

# The reference pages are made from the declarations in the code; the tests fail when they are stale.
docs: $(VENV)/.runtime
	$(BIN)/python -m tools.reference

# What reads Word, PDF, HTML and spreadsheets; an editor needs it, the build does not.
importer: $(VENV)/.import

bench: $(VENV)/.bench
	$(BIN)/python -m tools.bench

# Exact versions with hashes, from the ranges in pyproject.toml. Run by hand when a range changes.
lock: $(VENV)/bin/python
	$(BIN)/pip install --quiet pip-tools
	$(BIN)/pip-compile $(LOCK_FLAGS) -o requirements.lock pyproject.toml
	$(BIN)/pip-compile $(LOCK_FLAGS) --extra import -o requirements-import.lock pyproject.toml
	$(BIN)/pip-compile $(LOCK_FLAGS) --extra import --extra test --extra lint -o requirements-dev.lock pyproject.toml
	$(BIN)/pip-compile $(LOCK_FLAGS) --extra bench -o requirements-bench.lock pyproject.toml

clean:
	rm -rf $(VENV) site .mypy_cache .ruff_cache .pytest_cache .hypothesis

# Debian and Ubuntu build the interpreter without ensurepip when python3-venv is missing; virtualenv from pip fills the gap.
$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); $(PYTHON) -m pip install --user virtualenv && $(PYTHON) -m virtualenv $(VENV); }

$(VENV)/.runtime: requirements.lock | $(VENV)/bin/python
	$(BIN)/pip install --quiet --require-hashes -r requirements.lock
	touch $@

$(VENV)/.dev: requirements-dev.lock | $(VENV)/bin/python
	$(BIN)/pip install --quiet --require-hashes -r requirements-dev.lock
	touch $@ $(VENV)/.runtime

$(VENV)/.import: requirements-import.lock | $(VENV)/bin/python
	$(BIN)/pip install --quiet --require-hashes -r requirements-import.lock
	touch $@

$(VENV)/.bench: requirements-bench.lock | $(VENV)/bin/python
	$(BIN)/pip install --quiet --require-hashes -r requirements-bench.lock
	touch $@

$(VENV)/.browser: | $(VENV)/bin/python
	sh tools/install-browser.sh
	touch $@
