# Two commands are all a newcomer needs: `make app` and `make test`. The others are in CONTRIBUTING.md.
# the first that really runs and is new enough: a name on the path can be a stand-in for a version that is not there
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
  $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && echo $$p && break; done)
BIN = .venv/bin
.DEFAULT_GOAL = help
.PHONY: help app test lint types unit words chromium bench proof look guide wheel clean

help:          ## this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/'

# --- installing: the stamps make the second time fast -------------------------------------------------------------
.venv/made:
	@test -n "$(PYTHON)" || { echo "Kajian memerlukan Python 3.11+ / needs Python 3.11+"; exit 2; }
	@$(PYTHON) -m venv .venv || { \
	  test "$$(id -u)" = 0 && command -v apt-get >/dev/null && apt-get install -y -qq python3-venv && $(PYTHON) -m venv .venv; } || { \
	  echo "Tidak dapat membuat .venv. Pasang dulu: sudo apt install python3-venv / cannot make .venv: install python3-venv"; exit 2; }
	@touch $@

.venv/runtime: .venv/made pyproject.toml hatch_build.py
	@echo "Memasang Kajian (sekali saja) / installing Kajian (only once) …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	@$(BIN)/python -m compileall -q kb app
	@touch $@

.venv/tests: .venv/runtime
	@echo "Memasang alat uji / installing what the tests need …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[test]'
	@touch $@

chromium: .venv/tests   ## Debian's Chromium, for the browser tests (only where it may be installed)
	@command -v chromium >/dev/null || { \
	  test "$$(id -u)" = 0 && command -v apt-get >/dev/null && apt-get update -qq && \
	  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-liberation >/dev/null; } || \
	  echo "PERINGATAN / WARNING: tanpa Chromium uji peramban TIDAK dijalankan / browser tests are LEFT OUT: apt install chromium"

words: .venv/runtime   ## compile the word catalogues after editing a .po file
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check babel hatchling
	@$(BIN)/python hatch_build.py

# --- running ------------------------------------------------------------------------------------------------------
app: .venv/runtime   ## open the app on the example project
	@$(BIN)/kajian app

test: lint types unit   ## lint, types and all tests

lint: .venv/tests
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check --quiet . || { echo "Not formatted: run .venv/bin/ruff format ."; exit 1; }

types: .venv/tests
	@$(BIN)/mypy

unit: .venv/tests chromium
	@$(BIN)/python hatch_build.py
	@$(BIN)/python -m pytest

# --- by hand: long or needing programs that a student does not -----------------------------------------------------
bench: .venv/tests   ## ratios against named peers
	@for f in benchmarks/*.py; do case $$f in *__init__*|*look.py|*guide.py|*running_app.py|*sample_tables.py|*synthetic_reviews.py) continue;; esac; \
	  m=$$(echo $${f%.py} | tr / .); echo "== $$m"; $(BIN)/python -m $$m || exit 1; done

proof: .venv/tests chromium   ## the long figures: kills, mutations, load, half an hour of use
	@for f in benchmarks/proofs/*.py; do case $$f in *__init__*) continue;; esac; \
	  m=$$(echo $${f%.py} | tr / .); echo "== $$m"; $(BIN)/python -m $$m || exit 1; done

look: .venv/tests chromium   ## every sample output as a picture in look/ (installs LibreOffice from Debian when it may)
	@for p in soffice pdftoppm pdflatex; do command -v $$p >/dev/null || missing=1; done; test -z "$$missing" || { test "$$(id -u)" = 0 && apt-get update -qq && DEBIAN_FRONTEND=noninteractive \
	  apt-get install -y -qq --no-install-recommends libreoffice-writer libreoffice-calc poppler-utils texlive-latex-recommended >/dev/null; }
	@$(BIN)/python -m benchmarks.look

guide: .venv/tests chromium   ## the pictures of the docs, taken anew
	@$(BIN)/python -m benchmarks.guide

wheel: .venv/tests   ## dist/kajian-*.whl
	@$(BIN)/python -m build --wheel --no-isolation

clean:         ## everything that the commands above made
	rm -rf .venv build dist look
