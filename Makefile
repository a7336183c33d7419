# Two commands do everything on a fresh machine with Python 3.11 or later and git: `make demo`, `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/installed

.PHONY: demo test test-slow search lint office docs schemas fixtures bench fuzz clean

$(STAMP): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev,pdf]'
	touch $(STAMP)

## demo: lint the sample agency, print the findings, write the reports that exist into out/
demo: $(STAMP)
	$(BIN)/qmslint check fixtures/agency-with-defects --as-of 2026-11-24 --fail-on never
	$(BIN)/qmslint check fixtures/agency-with-defects --as-of 2026-11-24 --fail-on never --format text --output out/report.txt
	$(BIN)/qmslint check fixtures/agency-with-defects --as-of 2026-11-24 --fail-on never --format json --output out/report.json

## test: style, types, the whole suite
test: lint
	$(BIN)/python -m pytest -n auto --dist worksteal

## lint: ruff and mypy
lint: $(STAMP)
	$(BIN)/ruff check src rules tests fixtures
	$(BIN)/python -m mypy

## test-slow: the exhaustive runs, minutes to hours
test-slow: $(STAMP)
	$(BIN)/python -m pytest -m slow

## search: the properties, with other examples each time and many more of them; what fails becomes an example of the test
search: $(STAMP)
	$(BIN)/python -m pytest -n auto --dist worksteal -m hypothesis --hypothesis-profile=search

## office: LibreOffice, only for the tests that compare with it (Debian and Ubuntu; asks for root)
office:
	apt-get update
	apt-get install --yes --no-install-recommends libreoffice-writer-nogui libreoffice-calc-nogui

## docs: pages generated from the rules; schemas: the published JSON Schemas
docs schemas: $(STAMP)
	$(BIN)/python -m qmslint.workshop docs

## fixtures: write the sample agencies anew from their generator
fixtures: $(STAMP)
	$(BIN)/python -m fixtures.make

## bench: costs as ratios, by instruction counts (needs valgrind)
bench: $(STAMP)
	$(BIN)/python -m qmslint.workshop bench

## fuzz: damaged documents of every format, MINUTES each; what fails is reduced and kept in tests/fuzz/found/
MINUTES ?= 10
fuzz: $(STAMP)
	$(BIN)/python -m tests.fuzz --minutes $(MINUTES)

clean:
	rm -rf $(VENV) out build dist
