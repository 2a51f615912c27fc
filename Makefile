# make site: the finished site in site/      make test: everything that CI checks
# make serve: the site on this machine       make bench: how long things take
# make lighthouse: what Lighthouse says of the pages (needs Node)
# make score: how well foreign documents are recognised, on the labelled ones beside the project

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
WORKERS ?= auto

.PHONY: site test serve check links schema score lock bench lighthouse shots clean install browser

site: install
	@$(BIN)/crosstrack build

serve: install
	@$(BIN)/crosstrack serve

check: install
	@$(BIN)/crosstrack check

links: install
	@$(BIN)/crosstrack links

schema: install
	@$(BIN)/crosstrack schema

test: install browser
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -n $(WORKERS)

bench: install
	@$(BIN)/python bench/bench.py

# A development tool: it needs Node with npm, and is no part of the tests.
lighthouse: site browser
	@cd bench/lighthouse && npm ci --ignore-scripts --silent
	@PYTHONPATH=. $(BIN)/python bench/lighthouse/run.py

# The pictures of the README, taken anew.
shots: site browser
	@$(BIN)/python .github/shots.py

SHARED ?= ../shared
score: install
	@$(BIN)/python tests/corpus/flat.py $(SHARED)/sources/* $(SHARED)/corpus/* --out build/score
	@$(BIN)/python $(SHARED)/tools/score.py $(SHARED)/gold build/score

install: $(STAMP)

# Exact versions with hashes; our own package without its dependencies, which the lock file has named already.
$(STAMP): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Crosstrack needs Python 3.11 or newer; name one with: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps -e .
	@touch $(STAMP)

# Browser tests use the system's Chromium: nothing is downloaded past the package manager.
browser:
	@sh tests/browser/install.sh

# Ranges stand in pyproject.toml; this pins what they come to today.
lock:
	uv pip compile --universal --python-version 3.11 --all-extras --generate-hashes --no-emit-index-url --no-header --upgrade pyproject.toml -o requirements.lock

clean:
	rm -rf build site
