# The only entry: `make demo` and `make test` are each complete on a fresh machine.
# A distribution's Python first: it is built with its optimizations, which others often are not.
PYTHONS := /usr/bin/python3.11 python3.11 python3
PYTHON ?= $(shell for one in $(PYTHONS); do \
	$$one -c 'import ensurepip' 2>/dev/null && command -v $$one && break; done)
BIN := .venv/bin
DEMO_DB := build/demo.db
# Modules are compiled as they are first imported; most never are.
INSTALL := $(BIN)/pip install --no-compile --quiet --disable-pip-version-check

# Tests start many processes, each of which would compile all of the program anew.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: demo test quick check format docs bench lock venv clean help

help:  ## Show this list.
	@grep -hE '^[a-z]+:.*##' Makefile | sed 's/:.*## /\t/' | expand -t 10

demo: .venv/run.stamp  ## Install, ingest fixtures/ into an SQLite file and open the app on it.
	@mkdir -p build
	$(BIN)/claims --db $(DEMO_DB) ingest fixtures
	$(BIN)/claims --db $(DEMO_DB) tui

test: venv  ## Run the whole test suite (it starts its own PostgreSQL).
	$(BIN)/python -m pytest -n auto --dist worksteal

quick: venv  ## Run the tests that need no model, no screen and no server: within a minute.
	$(BIN)/python -m pytest -n auto --dist worksteal --quick -p no:textual-snapshot

venv: .venv/dev.stamp  ## Create .venv with everything, pinned by hash.

check: venv  ## Format, lint, types, import contracts, migrations against the schema.
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	rm -rf build/check && mkdir -p build/check
	CLAIMS_DB=build/check/check.db $(BIN)/alembic upgrade head
	CLAIMS_DB=build/check/check.db $(BIN)/alembic check

format: venv  ## Rewrite the code in the house format.
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

docs: venv  ## Write the generated parts of the documentation anew.
	$(BIN)/python -m tui.reference README.md docs/*.md

bench: venv build/bench.db build/small.db  ## Print the speed figures (ratios within one run).
	$(BIN)/python -m bench.startup
	$(BIN)/python -m bench.extraction
	$(BIN)/python -m bench.linking
	$(BIN)/python -m bench.tui --db build/bench.db --small build/small.db

build/bench.db: | venv
	@mkdir -p build
	rm -f $@.part $@.tenth
	$(BIN)/python -m bench.generate --db $@.tenth
	$(BIN)/python -m bench.multiply --from $@.tenth --db $@.part --times 10
	rm $@.tenth
	mv $@.part $@

build/small.db: | venv
	@mkdir -p build
	$(BIN)/python -m bench.generate --db $@.part --claims 10000 --articles 1000 --speakers 200
	mv $@.part $@

lock: venv  ## Write requirements/*.txt anew from pyproject.toml.
	CUSTOM_COMPILE_COMMAND='make lock' $(BIN)/pip-compile --quiet --upgrade -o requirements/run.txt pyproject.toml
	CUSTOM_COMPILE_COMMAND='make lock' $(BIN)/pip-compile --quiet --upgrade --extra cluster --extra fetch --extra parquet --extra web --extra test --extra dev -c requirements/run.txt -o requirements/dev.txt pyproject.toml

.venv/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed")'
	$(PYTHON) -m venv .venv

.venv/run.stamp: requirements/run.txt pyproject.toml | .venv/bin/python
	$(INSTALL) --require-hashes -r requirements/run.txt
	$(INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

.venv/dev.stamp: requirements/dev.txt pyproject.toml | .venv/bin/python
	$(INSTALL) --require-hashes -r requirements/dev.txt
	$(INSTALL) --no-deps --no-build-isolation --editable .
	@touch .venv/run.stamp $@

clean:  ## Remove what the commands above made.
	rm -rf .venv build *.egg-info
