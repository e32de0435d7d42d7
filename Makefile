# Every target sets up what it needs: a virtual environment in .venv, from Python 3.11+ and a package index.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
# What is installed for development, version by version; `make setup CONSTRAINTS=` installs the newest instead.
CONSTRAINTS ?= .ci/constraints.txt
PINNED := $(if $(CONSTRAINTS),--constraint $(CONSTRAINTS))
PIP_INSTALL := -m pip install --quiet --disable-pip-version-check
BENCH_STAMP := $(VENV)/.installed-bench
DOCS_STAMP := $(VENV)/.installed-docs
PACKAGING := $(VENV)/packaging
PACKAGING_STAMP := $(PACKAGING)/.installed
LOWEST := $(VENV)/lowest
PRISM := $(VENV)/prism
PRISM_VERSION := 5.14.2
PRISM_STAMP := $(PRISM)/.installed-$(PRISM_VERSION)
# Each file on one process, in the order in which they are named: the long ones are not the last ones.
PYTEST := $(BIN)/python -m pytest -n auto --dist loadfile --no-loadscope-reorder
# What pyright reads; by default all that pyproject.toml says.
PYRIGHT :=
SOURCES := ledgerbee_client scripts tests docs

# What tests start in processes of their own, a hundred times, would compile the package each time.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help setup demo test test-fast test-lowest test-variants check check-lint check-mypy check-pyright check-generated contract prism contract-prism chaos mutants bench bench-page bench-guard browser docs docs-links pictures \
  package release lock format regenerate rehearse rehearse-one fetch-schema schema-report schema-coverage clean

help:  ## show the targets
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 18

setup: $(STAMP)  ## create .venv with everything for development

$(STAMP): pyproject.toml $(CONSTRAINTS)
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed, this is " + sys.version.split()[0] if sys.version_info < (3, 11) else 0)'
	@echo "setting up $(VENV) ..."
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python $(PIP_INSTALL) --upgrade 'pip>=25.1'
	@$(BIN)/python $(PIP_INSTALL) $(PINNED) --editable '.[testing,speed,postgres,completion,otel]' --group dev
	@touch $@

demo: $(STAMP)  ## see it work, against the sandbox
	@$(BIN)/python -m docs.demo

test: $(STAMP)  ## run the tests, with branch coverage (how the pages look: make browser)
	$(PYTEST) --ignore tests/browser --cov --cov-report=term --cov-fail-under=95

test-fast: $(STAMP)  ## what to run while working: no slow tests, of each the first cases, no coverage (PYTEST_ARGS=... for more options)
	$(PYTEST) -q -m 'not slow and not further' $(PYTEST_ARGS) tests/codegen tests/client tests/sandbox tests/docs

test-lowest: $(PACKAGING_STAMP)  ## run the tests with the lowest versions of the dependencies that pyproject.toml allows
	$(PACKAGING)/bin/uv pip compile --quiet --python $(BIN)/python --resolution lowest-direct --all-extras --group telemetry \
	  --no-header --no-annotate --output-file $(LOWEST).txt pyproject.toml
	$(PACKAGING)/bin/uv venv --quiet --clear --python $(BIN)/python $(LOWEST)
	$(PACKAGING)/bin/uv pip install --quiet --python $(LOWEST) $(PINNED) --editable '.[testing,postgres,completion,otel]' --group dev
	$(PACKAGING)/bin/uv pip install --quiet --python $(LOWEST) --requirement $(LOWEST).txt fastapi  # one that takes this Starlette
	$(LOWEST)/bin/python -m pytest -n auto --dist loadfile --no-loadscope-reorder --ignore tests/browser

test-variants: $(STAMP)  ## run the tests of the client on uvloop, and with httpx2 in the place of httpx
	LEDGERBEE_TEST_LOOP=uvloop $(PYTEST) tests/client
	LEDGERBEE_TEST_HTTPX=httpx2 $(PYTEST) tests/client

contract: $(STAMP)  ## schema, client and sandbox agree, operation by operation
	$(PYTEST) -q $(PYTEST_ARGS) tests/e2e tests/contracts

contract-prism: $(STAMP) $(PRISM_STAMP)  ## the client against Prism (needs node 18.20.1 or newer and npm)
	LEDGERBEE_REQUIRE_PRISM=1 $(BIN)/python -m pytest tests/e2e/test_prism.py

prism: $(PRISM_STAMP)  ## install Prism (needs node 18.20.1 or newer and npm); `make test` tries the client against it, too

$(PRISM_STAMP): | $(STAMP)
	@mkdir -p $(PRISM)
	npm install --prefix $(PRISM) --no-package-lock --no-save --no-audit --no-fund @stoplight/prism-cli@$(PRISM_VERSION)
	@touch $@

chaos: $(STAMP)  ## 10,000 writes and reads under faults, 100,000 histories and 1,000 kills: nothing twice, nothing lost
	LEDGERBEE_TEST_CASES=all $(PYTEST) -q tests/client/test_transport_cancellation.py \
	  tests/client/test_retry_table.py tests/client/test_limiter.py
	$(BIN)/python -m tests.chaos.run --writes 10000 --reads 10000 --tasks 200 --seed 1
	$(BIN)/python -m tests.chaos.model --runs 100000 --seed 1
	$(BIN)/python -m tests.chaos.killer --keys 2000 --kills 1000 --seed 1
	$(BIN)/python -m tests.chaos.reading --runs 10000 --rows 1000000 --seed 1

mutants: $(STAMP)  ## put faults into the package one at a time: do the tests notice? (NUMBER=60, SEED=1, ONLY=part)
	nice -n 5 $(BIN)/python -m tests.mutation --number $(or $(NUMBER),60) --seed $(or $(SEED),1) $(if $(ONLY),--only $(ONLY))

check: $(STAMP)  ## format, lint, types, and drift of generated code
	@$(MAKE) --no-print-directory --jobs=2 check-mypy check-pyright check-lint check-generated

check-lint:
	$(BIN)/ruff format --check $(SOURCES)
	$(BIN)/ruff check $(SOURCES)
	$(BIN)/zizmor --offline --quiet .github

check-mypy:
	$(BIN)/mypy

check-pyright:
	$(BIN)/pyright $(PYRIGHT)

check-generated:
	$(BIN)/python -m scripts.schema_coverage --check
	$(BIN)/python -m scripts.regenerate --check
	$(BIN)/python -m tests.benchmarks.page --check

bench: $(BENCH_STAMP)  ## measure the performance budget beside other clients, and growth (ONLY=calls,suites,... for some); to build/bench
	$(BIN)/python -m tests.benchmarks $(if $(ONLY),--only $(ONLY))

bench-page: $(BENCH_STAMP)  ## write docs/performance.md and its plots from what make bench has measured
	$(BIN)/python -m tests.benchmarks.page --results build/bench/results.json

bench-guard: $(BENCH_STAMP)  ## the same in a minute, judged leniently: only a real regression fails
	$(BIN)/python -m tests.benchmarks --guard

$(BENCH_STAMP): $(STAMP)
	@$(BIN)/python $(PIP_INSTALL) $(PINNED) --group bench
	@touch $@

docs: $(DOCS_STAMP)  ## build the documentation site in build/site; a broken link or reference is an error
	rm -rf build/site build/doctrees
	$(BIN)/sphinx-build --fail-on-warning --keep-going --quiet --jobs auto -d build/doctrees docs build/site

browser: docs  ## look at the documentation and the sandbox's page in Chromium; pictures go to build/pictures
	LEDGERBEE_REQUIRE_BROWSER=1 $(BIN)/python -m pytest -q -n 0 tests/browser

pictures: browser  ## the same, and put the pictures that the documentation shows into docs/_static
	cp build/pictures/sandbox-1280-light.png docs/_static/sandbox-light.png

docs-links: $(DOCS_STAMP)  ## check the external links of the documentation (needs the network)
	$(BIN)/sphinx-build --builder linkcheck --quiet -d build/doctrees docs build/links

$(DOCS_STAMP): $(STAMP)
	@$(BIN)/python $(PIP_INSTALL) $(PINNED) --group docs
	@touch $@

package: $(PACKAGING_STAMP)  ## build wheel and sdist into dist/, check them, use them in clean environments
	$(if $(CONSTRAINTS),PIP_CONSTRAINT=$(abspath $(CONSTRAINTS))) \
	  $(PACKAGING)/bin/python -m scripts.package_check $(if $(TAG),--tag $(TAG))

$(PACKAGING_STAMP): $(STAMP)
	@$(PYTHON) -m venv $(PACKAGING)
	@$(PACKAGING)/bin/python $(PIP_INSTALL) --upgrade 'pip>=25.1'
	@$(PACKAGING)/bin/python $(PIP_INSTALL) $(PINNED) --group packaging
	@touch $@

release: $(STAMP)  ## move the version (VERSION=X.Y.Z, or what the schema asks for), date the changelog, commit, tag
	$(BIN)/python -m scripts.release $(VERSION)

lock: $(PACKAGING_STAMP)  ## pin the newest versions that pyproject.toml allows in .ci/constraints.txt
	$(PACKAGING)/bin/uv pip compile --quiet --upgrade --universal --all-extras --group dev --group bench --group peers --group docs --group packaging \
	  --no-annotate --custom-compile-command 'make lock' --output-file .ci/constraints.txt pyproject.toml

format: $(STAMP)  ## format the hand-written code
	$(BIN)/ruff check --fix-only --quiet $(SOURCES)
	$(BIN)/ruff format $(SOURCES)

regenerate: $(STAMP)  ## rebuild ledgerbee_client/generated from openapi/ledgerbee.json
	$(BIN)/python -m scripts.regenerate

rehearse: $(STAMP)  ## the day the published document arrives, from perturbed ones (all, or ONLY=names; FULL=1: every test)
	$(BIN)/python -m scripts.rehearse $(if $(ONLY),--perturbation $(ONLY),--all) \
	  $(if $(SEED),--seed $(SEED)) $(if $(FULL),--full) $(if $(KEEP),--keep $(KEEP))

rehearse-one: $(STAMP)  ## the same with the one that the commit's name chooses
	$(BIN)/python -m scripts.rehearse --of-commit

fetch-schema: $(STAMP)  ## download the published schema and say what changed
	$(BIN)/python -m scripts.fetch_schema $(if $(URL),--url $(URL))
	$(BIN)/python -m scripts.schema_coverage --update

schema-report: $(STAMP)  ## say what changed in the schema since SINCE (default: HEAD), as Markdown
	@$(BIN)/python -m scripts.schema_report git:$(or $(SINCE),HEAD) openapi/ledgerbee.json --packages \
	  --current-version "$$($(BIN)/python -c 'import ledgerbee_client; print(ledgerbee_client.__version__)')" \
	  $(if $(OUTPUT),--output $(OUTPUT))

schema-coverage: $(STAMP)  ## update the table of documented and inferred parts in openapi/README.md
	$(BIN)/python -m scripts.schema_coverage --update

clean:  ## remove the virtual environment and caches
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis .coverage
