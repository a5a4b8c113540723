# make demo     builds the examples as Word and PDF in out/
# make test     runs the whole test suite in random order; tests whose tools are absent are skipped with the reason
# make check    lint, format, types as the lowest and the newest Python have them, import arrows, code in the docs
# make same     says which examples (FILES: which files) print otherwise than with the code of the commit BASE
# make bench    compares speed and memory with other libraries (BENCH: options); docs/performance.md explains it
# make gallery  makes the pictures of docs/gallery anew
# make schemas  writes the schemas for editors anew, from the model and the tables of the docs
# make mutants  says which of 120 changes of the library, drawn with SEED, no test notices (about an hour)
# make docs     builds these pages as web pages in out/docs, and says with which one to begin
# make lowest   runs the test suite with the lowest versions of the dependencies that pyproject.toml allows
# make clean    removes all that these made
#
# Each makes the environment that it needs. PYTHON=python3.12 chooses another Python (3.11 or later).

PYTHON ?= python3
BIN := .venv/bin
LOWEST := .venv-lowest/bin
PEERS := .venv-bench/bin
WHEEL := .venv-bench-ours/bin
NODE := .node-bench
PIP_INSTALL := -m pip --disable-pip-version-check install --quiet
COMPILE := $(BIN)/python -m compileall -q csp_docs
PYTEST := -m pytest --numprocesses auto --dist loadfile
BUILD_FILES := pyproject.toml hatch_build.py
BASE ?= HEAD
BENCH ?=
FILES ?=
SEED ?= 1

.PHONY: demo test check docs same bench gallery schemas mutants lowest clean

demo: .venv/installed
	$(BIN)/csp-docs build examples/*.yaml --out out

test: .venv/installed-for-tests
	$(BIN)/python $(PYTEST)

check: .venv/installed-for-tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/mypy --python-version 3.14 csp_docs
	$(BIN)/lint-imports
	$(BIN)/python -m pytest --quiet tests/test_docs.py

docs: .venv/installed-for-tests
	$(BIN)/python -m sphinx --fail-on-warning --keep-going --nitpicky --quiet docs out/docs
	@echo out/docs/index.html

same: .venv/installed-for-tests
	$(BIN)/python -m tests.same $(BASE) $(FILES)

bench: .venv-bench/installed .venv-bench-ours/installed
	if command -v npm > /dev/null && ! test -d $(NODE)/node_modules; then \
		npm install --prefix $(NODE) --silent --no-audit --no-fund docx@9; fi
	$(PEERS)/python -m benchmarks.compare --ours $(WHEEL)/csp-docs --node $(NODE) $(BENCH)

gallery: .venv/installed-for-tests
	$(BIN)/python -W ignore -m tests.gallery

schemas: .venv/installed-for-tests
	$(BIN)/python -m tests.schema.make

mutants: .venv/installed-for-tests
	$(BIN)/python $(PIP_INSTALL) --editable '.[mutants]'
	$(BIN)/python -m tests.mutants --seed $(SEED) --workers 2

# The wheel, the web pages of the docs, the types, the schemas and what a browser shows are the same whatever the dependencies' versions.
lowest: .venv-lowest/installed
	$(LOWEST)/python $(PYTEST) --ignore tests/test_wheel.py --ignore tests/test_docs_pages.py --ignore tests/typing \
		--ignore tests/writers/html/test_browser.py --ignore tests/schema

clean:
	rm -rf .venv .venv-lowest .venv-bench .venv-bench-ours $(NODE) build dist out .*_cache
	rm -f csp_docs/writers/pdf/data/*.ttf csp_docs/writers/pdf/data/*.json

# A file beside each environment says that it is up to date, so that a second call is quick. pip compiles what it installs, but
# not the files of an editable installation: the first run would do that.
.venv/installed: $(BUILD_FILES)
	$(PYTHON) -m venv .venv
	$(BIN)/python $(PIP_INSTALL) --editable .
	$(COMPILE)
	touch $@

.venv/installed-for-tests: $(BUILD_FILES)
	$(PYTHON) -m venv .venv
	$(BIN)/python $(PIP_INSTALL) --editable '.[test]'
	$(COMPILE)
	touch $@ .venv/installed

.venv-bench/installed:
	$(PYTHON) -m venv .venv-bench
	$(PEERS)/python $(PIP_INSTALL) typst weasyprint reportlab docxtpl python-docx matplotlib pyyaml
	touch $@

# From the wheel, as users have it; made again after each change of the code.
.venv-bench-ours/installed: $(BUILD_FILES) $(shell find csp_docs templates -name '*.py' -o -name '*.yaml')
	$(PYTHON) -m venv .venv-bench-ours
	$(WHEEL)/python $(PIP_INSTALL) .
	touch $@

.venv-lowest/installed: $(BUILD_FILES) tests/lowest.py
	$(PYTHON) -m venv .venv-lowest
	$(LOWEST)/python -m tests.lowest > .venv-lowest/constraints.txt
	$(LOWEST)/python $(PIP_INSTALL) --constraint .venv-lowest/constraints.txt --editable '.[test]'
	touch $@
