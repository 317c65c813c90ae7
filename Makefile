# Every line calls one tool; the tools' settings are in pyproject.toml and mkdocs.yml.
PYTHON ?= python3
BIN := .venv/bin
# Material prints an advertisement for its successor on every build.
export NO_MKDOCS_2_WARNING := 1

.PHONY: site serve test check renew bench bench-references bench-search pins clean help

help:            ## show this list
	@grep -E '^[a-z-]+: .*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/'

site: .venv/site-ready            ## check the library and build the site into site/
	$(BIN)/mkdocs build --strict

serve: .venv/site-ready           ## the same with live reload, on http://127.0.0.1:8000
	$(BIN)/mkdocs serve --livereload

test: .venv/test-ready            ## lint, types and every test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest -n auto --dist loadgroup

check: .venv/site-ready           ## check the entries, without building
	$(BIN)/kennisbank check

renew: .venv/test-ready           ## renew what is printed from the code: schemas, architecture, examples
	$(BIN)/kennisbank schema
	UPDATE_EXPECTED=1 $(BIN)/pytest -q tests/test_architecture.py tests/test_examples.py

bench: .venv/test-ready           ## time our build beside plain MkDocs, in one run
	$(BIN)/python tests/bench.py

bench-references: .venv/test-ready       ## time the references of 1,000 and 5,000 works
	$(BIN)/python tests/bench_references.py

bench-search: .venv/test-ready    ## our search beside the theme's: what it finds, its weight, its speed
	$(BIN)/python tests/bench_search.py

pins: requirements.in requirements-test.in    ## renew the pinned versions (needs uv)
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-annotate requirements.in -o requirements.txt
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-annotate -c requirements.txt requirements-test.in -o requirements-test.txt

clean:           ## remove what was built and installed
	rm -rf site .venv

.venv/site-ready: requirements.txt pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

.venv/test-ready: .venv/site-ready requirements-test.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-test.txt
	touch $@
