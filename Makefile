# Everything runs from .venv, which `make install` makes from the lock file.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
MINUTES ?= corpus/examples
INDEX ?= index/$(notdir $(abspath $(MINUTES)))
HOST ?= 127.0.0.1
PORT ?= 8000

.DEFAULT_GOAL := help
.PHONY: help install serve test check format bench lock clean

help: ## Show what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-9s %s\n", $$1, $$2}' $(MAKEFILE_LIST)
	@echo
	@echo "  make serve MINUTES=folder   serves your own minutes"

install: $(VENV)/.installed ## Install the program and its tools into .venv

$(VENV)/.installed: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or later is needed; set PYTHON=/path/to/python3.11" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.lock
	$(BIN)/python -W ignore -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

serve: install ## Index the example minutes (or MINUTES=folder) and serve them
	$(BIN)/qa serve --minutes "$(MINUTES)" --index "$(INDEX)" --host $(HOST) --port $(PORT)

test: install ## Run the tests
	$(BIN)/pytest

check: install ## Check format, lint and types
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

format: install ## Format the code and mend what the linter can
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: install ## Measure indexing and asking beside plain dense retrieval
	$(BIN)/qa index "$(MINUTES)" --index "$(INDEX)"
	$(BIN)/python -m eval.bench "$(INDEX)"

# The CPU build of torch is locked by its public version, which every index has.
lock: install ## Renew the lock file from pyproject.toml
	$(BIN)/pip-compile --quiet --strip-extras --extra eval --extra dev --no-emit-find-links \
		--no-emit-index-url --no-header --allow-unsafe --no-emit-trusted-host --output-file requirements.lock pyproject.toml
	sed -i 's/+cpu$$//' requirements.lock

clean: ## Remove what was installed and built
	rm -rf $(VENV) index build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis
