# What one can ask for; `make` alone lists it. The virtual environment makes itself.

VENV := .venv
TM := $(VENV)/bin/tm
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
STAMP := $(VENV)/.made-from

.DEFAULT_GOAL := help
.PHONY: help docs run test setup lint types floors tests bench bench-peers bench-memory bench-checks bench-ten-million never-lost picture update clean

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## /  make \1 — /p' Makefile

run: setup ## do the whole main job on source/: PO files, memory, checks, six versions
	$(TM) segment
	$(TM) import locales
	$(TM) pretranslate
	$(TM) check
	@echo; $(TM) status --findings; echo
	$(TM) build

test: lint types floors tests ## lint, types, floors and tests

setup: $(STAMP) ## make or renew the virtual environment

# Copied, not touched: the environment is outdated as soon as either file says something else.
$(STAMP): pyproject.toml requirements.txt
	@$(or $(PYTHON),no-python) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || \
		{ echo "Python 3.11 or newer is missing: apt install python3" >&2; exit 2; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || \
		{ echo "The venv module of $(PYTHON) is missing: apt install python3-venv" >&2; exit 2; }
	$(PYTHON) -m venv --clear $(VENV)
	$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@cat pyproject.toml requirements.txt > $@

lint: setup
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .

types: setup
	$(VENV)/bin/mypy

floors: setup
	$(VENV)/bin/lint-imports

tests: setup
	$(VENV)/bin/python -m pytest -n 2

clients: setup ## try translators' programs: OmegaT and po4a, as far as they are installed
	$(VENV)/bin/python -m pytest -m clients tests/clients

bench: bench-peers ## print measurements, side by side with other libraries as far as they install
	for script in tests/bench/bench_*.py; do $(VENV)/bin/python $$script || exit 1; done

bench-memory: bench-peers ## the same of the memory alone, with up to a million entries
	$(VENV)/bin/python tests/bench/bench_memory.py --size 1e5,1e6

bench-checks: bench-peers ## measure the checks: defects found, false alarms, speed, pofilter beside
	$(VENV)/bin/python tests/bench/bench_checks.py

bench-ten-million: bench-peers ## how the memory grows from a million entries to ten (20 GB of disk, an hour)
	$(VENV)/bin/python tests/bench/bench_memory.py --size 1e6,1e7 --only import,growth,resident

never-lost: setup ## kill, crowd, fill up and damage memories a thousand times, and count what is lost
	$(VENV)/bin/python tests/bench/never_lost.py

bench-peers: setup
	-$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check -r requirements-bench.txt

docs: setup ## write docs/checks.md anew from the checks and their examples
	$(VENV)/bin/python docs/reference.py

picture: run ## take the picture of the six pages in docs/ (needs Chromium)
	$(VENV)/bin/python docs/picture.py

update: ## pin the newest versions that pyproject.toml allows
	$(PYTHON) -m venv --clear $(VENV)
	$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check hatchling editables
	$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check --no-build-isolation -e '.[dev]'
	$(VENV)/bin/python -m pip freeze --exclude-editable > requirements.txt

clean: ## remove what was built, the memory and the environment
	rm -rf build .tm $(VENV)
