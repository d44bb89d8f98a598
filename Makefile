# Everything runs in .venv, which `make setup` makes once; every other target does that first.
BIN := .venv/bin
WORKERS ?= 2

# two test workers with one thread each are quicker on two cores than one worker with two
TEST := OMP_NUM_THREADS=1 MKL_NUM_THREADS=1 $(BIN)/python -m pytest --numprocesses $(WORKERS)

.DEFAULT_GOAL := help
.PHONY: help setup check format test test-slow demo results docs suites pretrain clean

help:  ## show the targets
	@sed -n 's/^\([a-z-]*\):.*## /\1	/p' $(MAKEFILE_LIST) | expand -t 12

setup:  ## a private environment in .venv, and a Rust toolchain if there is none
	@sh tools/setup.sh

check: setup  ## style, types and the layers: what CI runs before the tests
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

format: setup  ## put the sources into the one format
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

test: setup  ## the tests, at most ten minutes on two cores
	$(TEST) -m "not slow" --durations=10

test-slow: setup  ## the slow tests; those that have passed on these sources are not run again
	$(TEST) -m slow --resume --durations=10

demo: setup  ## one whole day and night on real Rust, then a broken crate repaired; a few minutes on two cores
	@sh tools/demo.sh

results: setup  ## measure again what README.md quotes (takes long)
	@mkdir -p results && rm -rf build/results
	$(BIN)/sleepy-coder demo --home build/results --out results/demo.json
	$(BIN)/sleepy-coder benchmark run start --out results/start.json
	$(BIN)/sleepy-coder experiment run embedded --out results/embedded.json
	$(MAKE) docs

docs: setup  ## the parts of the documentation that are made from results/ and code
	$(BIN)/python tools/docs.py
	$(BIN)/python tools/families.py

SUITES := src/sleepy_coder/tasks/data
suites: setup  ## the suites in the package: families that they lack are built, then their cards (takes long)
	for name in frozen canaries day; do $(BIN)/sleepy-coder suite build $$name $(SUITES)/$$name.jsonl || exit; done

pretrain: setup  ## the embedded model and its first library, from nothing; resumes
	$(BIN)/sleepy-coder pretrain --resume

clean:  ## remove .venv and everything that can be made again; results and your own state stay
	rm -rf .venv .cache .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache build dist src/*.egg-info
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
