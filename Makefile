# Every target sets up what it needs: a virtual environment in .venv, from Python 3.11+ and a package index.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
PRISM := $(VENV)/prism
PRISM_VERSION := 5.14.2
PRISM_STAMP := $(PRISM)/.installed-$(PRISM_VERSION)
SOURCES := ledgerbee_client scripts tests docs

.DEFAULT_GOAL := help
.PHONY: help setup demo test check contract contract-prism chaos format regenerate fetch-schema schema-report schema-coverage clean

help:  ## show the targets
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 18

setup: $(STAMP)  ## create .venv with everything for development

$(STAMP): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed, this is " + sys.version.split()[0] if sys.version_info < (3, 11) else 0)'
	@echo "setting up $(VENV) ..."
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade 'pip>=25.1'
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[testing]' --group dev
	@touch $@

demo: $(STAMP)  ## see it work, against the sandbox (LIVE=1: a read-only tour of the real API)
	@$(BIN)/python docs/demo

test: $(STAMP)  ## run the tests, with branch coverage
	$(BIN)/python -m pytest --cov --cov-report=term --cov-fail-under=95

contract: $(STAMP)  ## schema, client and sandbox agree, operation by operation
	$(BIN)/python -m pytest tests/contract

contract-prism: $(STAMP) $(PRISM_STAMP)  ## the client against Prism (needs node 18.20.1 or newer and npm)
	LEDGERBEE_REQUIRE_PRISM=1 $(BIN)/python -m pytest tests/contract/test_prism.py

$(PRISM_STAMP): | $(STAMP)
	@mkdir -p $(PRISM)
	npm install --prefix $(PRISM) --no-package-lock --no-save --no-audit --no-fund @stoplight/prism-cli@$(PRISM_VERSION)
	@touch $@

chaos: $(STAMP)  ## 10,000 writes and reads under faults: nothing twice, nothing lost
	$(BIN)/python tests/chaos/run.py --writes 10000 --reads 10000 --tasks 200 --seed 1

check: $(STAMP)  ## format, lint, types, and drift of generated code
	$(BIN)/ruff format --check $(SOURCES)
	$(BIN)/ruff check $(SOURCES)
	$(BIN)/mypy
	MYPYPATH=scripts $(BIN)/mypy scripts/*.py scripts/codegen scripts/report
	$(BIN)/mypy tests/typing
	$(BIN)/pyright
	$(BIN)/python scripts/schema_coverage.py --check
	$(BIN)/python scripts/regenerate.py --check

format: $(STAMP)  ## format the hand-written code
	$(BIN)/ruff check --fix-only --quiet $(SOURCES)
	$(BIN)/ruff format $(SOURCES)

regenerate: $(STAMP)  ## rebuild ledgerbee_client/generated from openapi/ledgerbee.json
	$(BIN)/python scripts/regenerate.py

fetch-schema: $(STAMP)  ## download the published schema and say what changed
	$(BIN)/python scripts/fetch_schema.py $(if $(URL),--url $(URL))
	$(BIN)/python scripts/schema_coverage.py --update

schema-report: $(STAMP)  ## say what changed in the schema since SINCE (default: HEAD), as Markdown
	@$(BIN)/python scripts/schema_report.py git:$(or $(SINCE),HEAD) openapi/ledgerbee.json --packages \
	  --current-version "$$($(BIN)/python -c 'import ledgerbee_client; print(ledgerbee_client.__version__)')" \
	  $(if $(OUTPUT),--output $(OUTPUT))

schema-coverage: $(STAMP)  ## update the table of documented and inferred parts in openapi/README.md
	$(BIN)/python scripts/schema_coverage.py --update

clean:  ## remove the virtual environment and caches
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis .coverage
