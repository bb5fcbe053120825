# The commands of this project; `make` alone lists them. PYTHON names the interpreter .venv is made from.
PYTHON ?= python3
UV ?= uv
TARGETS ?=
TEST_ARGS ?=
LOCK_ARGS ?=
export PYTHON

RUN := .venv/bin/
PYTHON_RUN := $(RUN)python -m

.DEFAULT_GOAL := help
.PHONY: help setup build test check check-format check-lint check-types check-layers bench verify-pdf lock clean

help: ## list these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-12s%s\n", $$1, $$2 }' Makefile

setup: ## system packages (apt) and .venv, only what is missing
	@scripts/set-up

build: setup ## build everything into build/ (or only TARGETS="workbooks site")
	@$(RUN)gkstd build $(TARGETS)

test: setup ## run all tests (narrowed by TEST_ARGS="tests/unit -k limit")
	@scripts/test-packages
	@$(PYTHON_RUN) pytest -n auto $(TEST_ARGS)

check: check-format check-lint check-types check-layers ## format, lint, strict types, layers (make -k check: all findings at once)

check-format: setup
	@$(RUN)ruff format --check --output-format concise .

check-lint: setup
	@$(RUN)ruff check .

check-types: setup
	@$(PYTHON_RUN) mypy --strict src

check-layers: setup
	@$(RUN)lint-imports --no-logo

bench: setup ## compare speeds on this machine, as ratios of one run
	@$(RUN)python bench/run.py

verify-pdf: build ## let two checkers read every PDF of build/ (PDF/A-2a, PDF/UA-1); minutes
	@$(RUN)python tests/support/verdicts.py build

lock: ## pin requirements.lock anew from pyproject.toml (needs uv; LOCK_ARGS=--upgrade for newer versions)
	@$(UV) pip compile --quiet --universal --python-version 3.11 --extra dev --generate-hashes --no-annotate \
		--custom-compile-command 'make lock' $(LOCK_ARGS) --output-file requirements.lock pyproject.toml

clean: ## remove outputs and caches; .venv stays
	@if [ -x $(RUN)gkstd ]; then $(RUN)gkstd clean; fi
	@rm -rf .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis tests/_out
	@find src tests bench scripts -name __pycache__ -prune -exec rm -rf {} + 2>/dev/null || true
