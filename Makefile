# Blattwerk: one door for work. `make` lists what there is.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help

VENV := .venv
BIN := $(VENV)/bin

.PHONY: help run setup test prove check format bench bench-narration bench-stories bench-help bench-discussion bench-edge messages lock clean

help: ## list the commands
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 18

run: $(VENV)/run.stamp ## serve the sample newspaper on http://127.0.0.1:8000 (PORT, BLATTWERK_DATA)
	@$(BIN)/blattwerk serve --with-sample

setup: $(VENV)/dev.stamp ## install all that tests and checks need, Chromium included
	@scripts/need chromium-headless-shell || scripts/need chromium

test: setup ## the whole suite on SQLite, then on PostgreSQL
	@scripts/test

prove: setup ## the long proofs in full
	@scripts/prove

check: $(VENV)/dev.stamp ## format, lint, types, import rules, templates, docs
	@scripts/check

format: $(VENV)/dev.stamp ## put the code in order
	@$(BIN)/ruff format -q src tests bench scripts manage.py
	@$(BIN)/ruff check -q --fix src tests bench scripts manage.py

bench: setup ## the benchmarks, as ratios to nginx and others in the same run
	@scripts/need nginx wrk
	@$(BIN)/python -m bench

bench-narration: setup ## read-aloud's benchmarks, as ratios to the bare engines and encoders
	@$(BIN)/python -m bench narration_engines narration_studio narration_pipeline narration_player

bench-stories: setup ## how fast and how well articles find their stories, against comparing with all
	@$(BIN)/python -m bench stories

bench-help: setup ## how fast the moderation help scores, against splitting words
	@$(BIN)/python -m bench moderation_help

bench-discussion: setup ## comments stored a second and long discussions read, against bare inserts and Isso
	@scripts/need wrk
	@$(BIN)/python -m bench discussion

bench-edge: setup ## stored pages a second, against nginx with the same bytes on disk
	@scripts/need nginx wrk
	@$(BIN)/python -m bench edge

messages: $(VENV)/dev.stamp ## collect and compile the interface's translations
	@scripts/messages

lock: $(VENV)/dev.stamp ## resolve the dependencies anew
	@scripts/lock

clean: ## remove what make made; the paper's data stay
	@rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

$(VENV)/bin/python:
	@scripts/venv $(VENV)

$(VENV)/run.stamp: $(VENV)/bin/python requirements/run.lock pyproject.toml
	@echo "Installing Blattwerk into $(VENV) …"
	@$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements/run.lock
	@$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/dev.stamp: $(VENV)/run.stamp requirements/dev.lock
	@echo "Installing the tools of tests and checks …"
	@$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements/dev.lock
	@touch $@
