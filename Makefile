# make run    set up and read the bundled samples into processed/
# make test   set up and pass every check
# make bench  measure speed, memory and batches over a corpus (docs/speed.md, docs/scale.md)
# make soak   kill runs at random and compare their tables (long)
# make engines  a run by Ray against one by one worker over a corpus, byte for byte (long)
# make check  the checks alone, in the environment that is there
# make diff   what has changed on the samples since the last release; change as such is no failure
# make release-tables  keep the tables of the samples for `make diff`, at a release
PYTHON ?= python3.11
VENV := .venv
# Tables of the bundled samples as the last release wrote them: those that a comparison reads.
RELEASE := tests/release
COMPARED := entries recommendations hard_law evidence
BIN := $(VENV)/bin
export PATH := $(CURDIR)/$(BIN):$(PATH)

.PHONY: run test check diff release-tables bench soak engines quality calibration lock clean

$(VENV)/ready: requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --editable .
	touch $@

run: $(VENV)/ready
	dvc repro
	softlaw show processed agency-guidelines-automated-decisions

test: $(VENV)/ready check

check:
	ruff check .
	ruff format --check .
	mypy
	$(MAKE) --no-print-directory diff
	pytest

diff:
	python -m pipeline run raw/sources.csv --out .cache/samples --cache .cache/softlaw
	python -m pipeline diff $(RELEASE) .cache/samples

release-tables: $(VENV)/ready
	softlaw run raw/sources.csv --out .cache/samples --cache .cache/softlaw
	mkdir -p $(RELEASE)
	cp $(addprefix .cache/samples/,$(addsuffix .parquet,$(COMPARED))) $(RELEASE)/

bench: $(VENV)/ready
	python -m benchmarks.speed
	python -m benchmarks.batches

soak: $(VENV)/ready
	python -m benchmarks.soak

engines: $(VENV)/ready
	python -m benchmarks.engines

quality: $(VENV)/ready
	python -m benchmarks.quality
	python -m benchmarks.reading_page

calibration: $(VENV)/ready
	python -m benchmarks.calibration

# Run it with the oldest Python that is supported (3.11.2, as Debian 12 has it): newer ones choose versions that
# do not install there.
lock:
	pip-compile --quiet --extra dev --output-file requirements.lock pyproject.toml

clean:
	rm -rf $(VENV) .cache processed/* dist build
