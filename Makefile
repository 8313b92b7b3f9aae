# Lodestar's commands. `make` alone lists them.

VENV ?= .venv
HOST ?= 127.0.0.1
PORT ?= 8000
ARGS ?=

BIN := $(VENV)/bin
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help serve build check test test-all test-fast lint coverage lock architecture reference messages dist bench clean

help: ## List these commands.
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

serve: $(VENV)/.site ## Build the directory, show it at http://127.0.0.1:8000 and rebuild when a file changes (HOST=, PORT=).
	@$(BIN)/lodestar serve --host $(HOST) --port $(PORT)

build: $(VENV)/.site ## Build the directory's pages into site/.
	@$(BIN)/lodestar build $(ARGS)

check: $(VENV)/.site ## Report every mistake in the directory's files.
	@$(BIN)/lodestar check $(ARGS)

test: $(VENV)/.test $(VENV)/.node ## Run every test, in a browser too (ARGS="-k words" runs some).
	@LODESTAR_CHROMIUM="$$($(BIN)/python tests/e2e/browser/chromium.py)" LODESTAR_NODE="$(abspath $(VENV))/node" \
		PATH="$(abspath $(BIN)):$$PATH" $(BIN)/pytest -n auto --dist worksteal $(ARGS)

test-fast: $(VENV)/.test $(VENV)/.node ## Run the tests of each room and of earlier versions: no browser, no long stories.
	@LODESTAR_NODE="$(abspath $(VENV))/node" PATH="$(abspath $(BIN)):$$PATH" \
		$(BIN)/pytest -n auto --dist worksteal -q -m "not slow" $(ARGS) tests/unit tests/e2e/test_earlier_versions.py

test-all: $(VENV)/.test $(VENV)/.node ## Run what takes many minutes: stories with all luck, many examples, races and floods.
	@LODESTAR_CHROMIUM="$$($(BIN)/python tests/e2e/browser/chromium.py)" LODESTAR_NODE="$(abspath $(VENV))/node" \
		PATH="$(abspath $(BIN)):$$PATH" $(BIN)/pytest -n auto --exhaustive -m exhaustive $(ARGS)

lint: $(VENV)/.test $(VENV)/.node ## Check format, rules, types, spelling and workflows, without changing a file.
	@LODESTAR_NODE="$(abspath $(VENV))/node" PATH="$(abspath $(BIN)):$$PATH" sh scripts/lint.sh $(ARGS)

coverage: $(VENV)/.coverage $(VENV)/.node ## Measure which lines and branches the quick tests run, in Python and JavaScript.
	@LODESTAR_NODE="$(abspath $(VENV))/node" PATH="$(abspath $(BIN)):$$PATH" sh scripts/coverage.sh $(ARGS)

lock: $(VENV)/.lock ## Write requirements/ anew: what each workflow with a token installs, with hashes.
	@PATH="$(abspath $(BIN)):$$PATH" sh scripts/lock.sh $(ARGS)

architecture: $(VENV)/.test ## Draw docs/contributing/architecture.md anew from the code.
	@PATH="$(abspath $(BIN)):$$PATH" $(BIN)/python -m scripts.architecture $(ARGS)

reference: $(VENV)/.site ## Write the reference of the command line again from the commands.
	@$(BIN)/python -m scripts.command_line

messages: $(VENV)/.site ## Collect every sentence for translators into generator/text/locales/.
	@$(BIN)/python scripts/messages.py

dist: $(VENV)/.dist ## Build what is released into dist/: the wheel, and the source that it is made from.
	@PATH="$(abspath $(BIN)):$$PATH" sh scripts/dist.sh $(ARGS)

bench: $(VENV)/.bench $(VENV)/.bench-node ## Measure the speed, side by side with other builders and searches, and the bot.
	@LODESTAR_CHROMIUM="$$($(BIN)/python tests/e2e/browser/chromium.py)" LODESTAR_BENCH_NODE="$(abspath $(VENV))/bench-node" \
		PATH="$(abspath $(BIN)):$$PATH" $(BIN)/python -m benchmarks $(ARGS)

clean: ## Delete everything these commands made, the virtual environment included.
	@rm -rf $(VENV) site build dist .cache .pytest_cache .hypothesis .ruff_cache .mypy_cache .coverage coverage *.egg-info
	@find generator tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} + 2>/dev/null || true

# A stamp says what is installed; it is older than pyproject.toml when that must happen again.

$(BIN)/python:
	@PYTHON="$(PYTHON)" sh scripts/venv.sh $(VENV)

$(VENV)/.site: pyproject.toml | $(BIN)/python
	@echo "Installing Lodestar into $(VENV); the first time takes about half a minute"
	@$(INSTALL) -e '.[site]'
	@touch $@

$(VENV)/.test: pyproject.toml | $(BIN)/python
	@echo "Installing Lodestar and what its tests need into $(VENV); the first time takes about a minute"
	@$(INSTALL) -e '.[site,test,lint]'
	@touch $@ $(VENV)/.site

$(VENV)/.coverage: pyproject.toml $(VENV)/.test
	@$(INSTALL) -e '.[coverage]'
	@touch $@

$(VENV)/.dist: pyproject.toml | $(BIN)/python
	@$(INSTALL) -e '.[build,release]'
	@touch $@

$(VENV)/.lock: pyproject.toml | $(BIN)/python
	@$(INSTALL) -e '.[lock]'
	@touch $@

$(VENV)/.node: tests/node/package.json $(VENV)/.test
	@mkdir -p $(VENV)/node
	@cp tests/node/package.json $(VENV)/node/
	@PATH="$(abspath $(BIN)):$$PATH" npm install --prefix $(VENV)/node --no-package-lock --no-audit --no-fund --loglevel=error
	@touch $@

$(VENV)/.bench: pyproject.toml | $(BIN)/python
	@echo "Installing Lodestar and what its benchmarks need into $(VENV); the first time takes about a minute"
	@$(INSTALL) -e '.[site,bench,test]'
	@touch $@ $(VENV)/.site $(VENV)/.test

$(VENV)/.bench-node: benchmarks/finder/node/package.json $(VENV)/.bench
	@mkdir -p $(VENV)/bench-node
	@cp benchmarks/finder/node/package.json $(VENV)/bench-node/
	@PATH="$(abspath $(BIN)):$$PATH" npm install --prefix $(VENV)/bench-node --no-package-lock --no-audit --no-fund --loglevel=error
	@touch $@
