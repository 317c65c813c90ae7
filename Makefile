# Every line calls one tool; the tools' settings are in pyproject.toml, mkdocs.yml, biome.json and tsconfig.json.
PYTHON ?= python3
BIN := .venv/bin
TOOLS := .venv/tools/bin
NODE := node_modules/.bin
# What lies in tests/ and is run by itself finds what tests share.
SCRIPT := PYTHONPATH=tests/support:tests/benchmarks:tests/fuzz $(BIN)/python
SHELL := bash
# Material prints an advertisement for its successor on every build.
export NO_MKDOCS_2_WARNING := 1
# Without what Python keeps of a first run, every process reads all code anew: a second each.
unexport PYTHONDONTWRITEBYTECODE
# Settings of the site that the environment holds are not those of a test. Files of tests start in the
# order of testpaths, those that take longest first, so that no worker is idle at the end.
PYTEST := env -u KENNISBANK_SITE_URL -u KENNISBANK_REPOSITORY -u SOURCE_DATE_EPOCH $(BIN)/pytest -n auto --dist loadfile --no-loadscope-reorder
INSTALL := install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r
# What must hold before anything is published, quick stages first. docs/development/publishing.md
# says what each one guards; tests/nightly/test_stages.py plants a fault for each.
# What a new library gets for GitHub.
THEIRS := $(wildcard scripts/kennisbank/presets/common/dot-github/workflows/*.yml)
STAGES := entries lint types workflows build links html budgets search tests nightly
# What `make fuzz` goes through, and for how long each.
READERS := entry page bibliography prose mentions fields
SECONDS := 60
SCRIPT_TESTS := $(wildcard tests/unit/scripts/*.test.mjs)
FORMS := $(filter-out %/config.yml,$(wildcard .github/ISSUE_TEMPLATE/*.yml))

.PHONY: site book serve test check audit renew engines outside-links bench bench-references bench-search lighthouse messages fuzz kills limits pins release clean help $(STAGES)

help:            ## show this list
	@grep -E '^[a-z-]+: .*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/'

site: .venv/site-ready $(if $(filter true,$(KENNISBANK_BOOK)),.venv/book-ready)           ## check the library and build the site into site/
	$(BIN)/mkdocs build --strict

book: .venv/book-ready           ## the whole library as one PDF, in build/
	mkdir -p build
	$(BIN)/kennisbank book build/bibliotheek.pdf

serve: .venv/site-ready           ## show the site on http://127.0.0.1:8000; an edit is seen at once
	$(BIN)/kennisbank serve

# Types take a processor a while, and tests that wait for a browser leave one idle.
test:            ## lint, types and the tests: units, the built site, the browser, the content
	$(MAKE) --no-print-directory -j2 lint types tests

check:           ## the whole pipeline: every stage below, as CI runs it before publishing
	@for stage in $(STAGES); do \
		echo "== $$stage"; SECONDS=0; \
		$(MAKE) --no-print-directory $$stage || { echo "== $$stage failed, $$SECONDS s"; exit 1; }; \
		echo "== $$stage is fine, $$SECONDS s"; \
	done

entries: .venv/site-ready         ## stage: check the entries and sources, without building
	$(BIN)/kennisbank check --strict

lint: .venv/test-ready node_modules/.package-lock.json            ## stage: style of the code, Python and scripts
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(NODE)/biome ci --colors=off --error-on-warnings

types: .venv/test-ready node_modules/.package-lock.json           ## stage: types of the code, Python and scripts
	$(BIN)/mypy
	$(NODE)/tsc
	$(NODE)/tsc --project tests/unit/scripts

workflows: .venv/tools-ready      ## stage: what runs at GitHub is safe and well-formed
	$(TOOLS)/zizmor --offline --no-progress --quiet --persona=pedantic .github $(THEIRS)
	$(TOOLS)/check-jsonschema --builtin-schema vendor.github-workflows .github/workflows/*.yml $(THEIRS)
	$(TOOLS)/check-jsonschema --builtin-schema vendor.dependabot .github/dependabot.yml
	$(if $(FORMS),$(TOOLS)/check-jsonschema --builtin-schema vendor.github-issue-forms $(FORMS))

build: site                       ## stage: the site, strictly; the stages below look at it

links: .venv/test-ready           ## stage: every link and anchor inside the site leads somewhere
	$(SCRIPT) tests/stages/check_links.py site

html: node_modules/.package-lock.json       ## stage: the HTML is valid (needs Java and npm)
	java -jar node_modules/vnu-jar/build/dist/vnu.jar --errors-only --skip-non-html \
		--filterfile tests/stages/html-allowed.txt site

budgets: .venv/test-ready         ## stage: the weight of the site stays within tests/stages/budgets.yml
	$(SCRIPT) tests/stages/check_budgets.py site

search: .venv/test-ready          ## stage: the search finds what people ask for, and stays light
	$(SCRIPT) tests/stages/check_search.py site

tests: .venv/test-ready .venv/tools-ready node_modules/.package-lock.json     ## stage: the tests, accessibility and privacy among them
	$(if $(SCRIPT_TESTS),node --test $(SCRIPT_TESTS))
	$(PYTEST)

nightly: .venv/test-ready .venv/tools-ready .venv/engines-ready node_modules/.package-lock.json     ## stage: what takes longer: kills, other engines, benchmarks, faults planted for each stage
	$(PYTEST) tests/nightly
	WHOLE_AUDIT=1 $(PYTEST) tests/browser/test_accessibility.py tests/browser/test_words.py
	$(PYTEST) -m hypothesis --hypothesis-profile=nightly tests/unit

# A build counts ages up to its commit, so that it is the same whoever builds it and when.
# What is published offers a copy for use without the internet.
build release: export KENNISBANK_OFFLINE := true
release: export KENNISBANK_BOOK := true
build release: export SOURCE_DATE_EPOCH := $(shell git log -1 --format=%ct 2>/dev/null)

release: site .venv/tools-ready .venv/book-ready   ## the files of a release in dist/: site, offline copy, SBOM, checksums
	rm -rf dist && mkdir dist
	tar --sort=name --mtime=@$$SOURCE_DATE_EPOCH --owner=0 --group=0 --numeric-owner --mode=u=rwX,go=rX \
		-C site -c . | gzip -9n > dist/site.tar.gz
	cp site/data/*.zip site/data/*.pdf dist
	$(PYTHON) -m venv --clear --without-pip build/release
	$(BIN)/python -m pip --python build/release/bin/python $(INSTALL) requirements.txt
	$(TOOLS)/cyclonedx-py environment --output-reproducible -o dist/sbom.json build/release/bin/python
	cd dist && sha256sum -- * > SHA256SUMS

audit: .venv/test-ready           ## look at every kind of page again; readers see the result on /toegankelijkheid/
	UPDATE_AUDIT=1 $(BIN)/pytest -q tests/browser/test_accessibility.py -k everybody

renew: .venv/test-ready           ## renew what is printed from the code: schemas, architecture, examples
	$(BIN)/kennisbank schema
	UPDATE_EXPECTED=1 $(BIN)/pytest -q tests/unit/test_architecture.py tests/unit/checks/test_examples.py tests/unit/cli/test_init.py tests/content/test_published_addresses.py

# Nothing is guessed: a message without a translation stays empty, and a test names it.
messages: .venv/site-ready        ## bring the catalogue of each language up to date with the messages in the code
	mkdir -p build
	$(BIN)/pybabel -q extract -F babel.cfg -k N_ -k NC_:1c,2 -k t -k tn:1,2 --no-location --sort-output --omit-header -o build/messages.pot scripts/kennisbank
	for catalogue in scripts/kennisbank/messages/*.po; do $(BIN)/pybabel -q update -i build/messages.pot -o $$catalogue \
		-l $$(basename $$catalogue .po) --no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date --width=0 --omit-header; done

engines: .venv/engines-ready      ## set up the other engines that tests build with

# The tool says 2 for addresses that do not answer; the report says which.
outside-links: .venv/site-ready .venv/tools-ready    ## ask whether addresses outside the site still answer (network)
	rm -rf build/links && mkdir -p build/links
	$(BIN)/kennisbank links > build/links/addresses.md
	cd build/links && ../../$(TOOLS)/lychee --config ../../lychee.toml --output links.json addresses.md || test $$? -eq 2
	$(BIN)/kennisbank links --report build/links/links.json > build/links/links.md; code=$$?; cat build/links/links.md; exit $$code

bench: .venv/test-ready .venv/engines-ready    ## time our builds beside those of others; writes docs/development/benchmark.md
	$(SCRIPT) tests/benchmarks/bench.py

bench-references: .venv/test-ready       ## time the references of 1,000 and 5,000 works
	$(SCRIPT) tests/benchmarks/bench_references.py

bench-search: .venv/test-ready node_modules/.package-lock.json    ## our search beside ready ones: what it finds, its weight, its speed
	$(SCRIPT) tests/benchmarks/bench_search.py

# It brings 150 packages, so it has a folder of its own; Debian's Chromium is its browser.
lighthouse: site build/lighthouse/ready    ## look at pages as a phone on a slow line does; the medians of five
	node build/lighthouse/run.mjs site

# One reader breaks, and the others still have their turn.
fuzz: .venv/fuzz-ready            ## let a fuzzer look for bytes that break a reader
	code=0; for reader in $(READERS); do $(SCRIPT) tests/fuzz/fuzz.py $$reader $(SECONDS) build/fuzz || code=1; done; exit $$code

kills: .venv/test-ready           ## kill each command that changes files 200 times, and count what is corrupt
	$(SCRIPT) tests/nightly/kills.py
	$(SCRIPT) tests/nightly/kill_builds.py

limits: .venv/test-ready          ## show what inputs made to take long or much take, in time and memory
	$(SCRIPT) tests/nightly/pathological.py

pins: requirements.in requirements-book.in requirements-test.in requirements-tools.in requirements-engines.in requirements-fuzz.in    ## renew the pinned versions (needs uv)
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-annotate requirements.in -o requirements.txt
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-annotate -c requirements.txt requirements-test.in -o requirements-test.txt
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-annotate -c requirements.txt requirements-book.in -o requirements-book.txt
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-annotate requirements-tools.in -o requirements-tools.txt
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-annotate -c requirements.txt requirements-engines.in -o requirements-engines.txt
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-annotate -c requirements.txt requirements-fuzz.in -o requirements-fuzz.txt

clean:           ## remove what was built and installed
	rm -rf build dist site .venv node_modules

.venv/book-ready: .venv/site-ready requirements-book.txt
	$(BIN)/python -m pip $(INSTALL) requirements-book.txt
	touch $@

.venv/site-ready: requirements.txt pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip $(INSTALL) requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

.venv/test-ready: .venv/site-ready requirements-test.txt
	$(BIN)/python -m pip $(INSTALL) requirements-test.txt
	touch $@

.venv/fuzz-ready: .venv/test-ready requirements-fuzz.txt
	$(BIN)/python -m pip $(INSTALL) requirements-fuzz.txt
	touch $@

.venv/tools-ready: .venv/site-ready requirements-tools.txt
	$(PYTHON) -m venv --clear --without-pip .venv/tools
	$(BIN)/python -m pip --python .venv/tools/bin/python $(INSTALL) requirements-tools.txt
	touch $@

.venv/engines-ready: requirements-engines.txt | .venv/site-ready
	$(PYTHON) -m venv --clear --without-pip .venv/engines
	$(BIN)/python -m pip --python .venv/engines/bin/python $(INSTALL) requirements-engines.txt
	touch $@

build/lighthouse/ready: $(wildcard tests/benchmarks/lighthouse/*) .npmrc
	mkdir -p build/lighthouse && cp .npmrc tests/benchmarks/lighthouse/* build/lighthouse
	cd build/lighthouse && npm ci --silent
	touch $@

node_modules/.package-lock.json: package-lock.json
	npm ci --silent
	touch $@
