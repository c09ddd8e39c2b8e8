# quipu: `make demo` shows it, `make test` checks it, `make help` lists the rest.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help

PREFIX ?= /usr/local
DESTDIR ?=
SWIFT ?= swift
PRODUCT ?= quipu

# A statically linked standard library starts faster and needs no toolchain; macOS and slim toolchains do not have it.
STATIC_STDLIB = $(shell Tools/has-static-stdlib $(SWIFT) && echo --static-swift-stdlib)
RELEASE_FLAGS = -c release -Xswiftc -cross-module-optimization $(STATIC_STDLIB)
QUIPU := .build/release/quipu

# Optimised tests, in a folder of their own so that they and the everyday ones do not rebuild each other.
LONG_FLAGS := -c release -Xswiftc -enable-testing --scratch-path .build-long

# Tests with random input, and the rounds of those that count them (QUIPU_FUZZ_ROUNDS, from QUIPU_FUZZ_SEED on); the others have rounds of their own.
FUZZ_TESTS := Fuzz|/random|/recombined|RandomOperations
FUZZ_ROUNDS ?= 20000
FUZZ_SEED ?= 1

EXPORTS := $(addprefix Exports/samples.,graphml dot json jsonl csv)
PICTURES := Work/pictures
DATA := Ontology Models

bindir = $(DESTDIR)$(PREFIX)/bin
datadir = $(DESTDIR)$(PREFIX)/share

.PHONY: help setup setup-tests build demo train test test-long lint record bench fuzz tck install uninstall clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## install what is missing (system packages through apt, Python peers for tests in .venv)
	@Tools/setup --tests

build: ## build the command for release: .build/release/quipu
	$(SWIFT) build $(RELEASE_FLAGS) --product $(PRODUCT)

demo: ## set up, build, turn Samples/ into Exports/ and pictures
	@Tools/setup
	@$(MAKE) --no-print-directory build
	@mkdir -p Exports $(PICTURES)
	$(QUIPU) build Samples $(addprefix -o ,$(EXPORTS))
	@for sample in Samples/*; do \
	  name=$$(basename "$${sample%.*}"); \
	  $(QUIPU) build "$$sample" -o "$(PICTURES)/$$name.dot" --no-isolated --quiet; \
	  dot -Tsvg "$(PICTURES)/$$name.dot" -o "$(PICTURES)/$$name.svg"; \
	done
	@echo "Graphs:   $$(echo Exports/samples.*)"
	@echo "Pictures: $(PICTURES)/*.svg (open them in a browser)"

test: ## set up, run all tests, lint, check the data
	@Tools/setup --tests
	@Tools/test

test-long: ## the tests, in release and with the slow ones
	@Tools/setup --tests
	@QUIPU_LONG_TESTS=1 Tools/test $(LONG_FLAGS)

lint: ## format lint and the rules of the house
	@Tools/lint

record: ## write the golden exports anew; fails on purpose, look at git diff
	@QUIPU_RECORD=1 $(SWIFT) test --filter Golden

train: ## train Models/english.model anew from ../shared/data (two cores, some eleven minutes)
	@Tools/train

bench: ## time quipu beside NetworkX, igraph, kuzu, ladybug, duckdb and spaCy: JSON and tables
	@Tools/setup --tests
	@Tools/bench
	@Tools/bench-graph
	@Tools/bench-language

tck: build ## score the query engine by openCypher's TCK, by category (needs ../shared)
	@Tools/tck

# A filter that matches nothing passes too: the log must name tests that ran.
fuzz: ## the tests with seeded random input, in release (FUZZ_ROUNDS=20000 FUZZ_SEED=1)
	@mkdir -p Work
	@QUIPU_FUZZ_ROUNDS=$(FUZZ_ROUNDS) QUIPU_FUZZ_SEED=$(FUZZ_SEED) $(SWIFT) test $(LONG_FLAGS) --filter '$(FUZZ_TESTS)' 2>&1 | tee Work/fuzz.log
	@grep -q 'Test run with [1-9]' Work/fuzz.log || { echo "fuzz: no such tests are here: nothing was tried" >&2; exit 1; }

# Builds only when nothing is built: `make build && sudo make install` needs no toolchain as root.
install: ## install the command, its data, manual, completions and licences (PREFIX=/usr/local DESTDIR=)
	@[ -x $(QUIPU) ] || $(MAKE) --no-print-directory build
	install -d $(bindir) $(datadir)/quipu $(datadir)/man/man1 $(datadir)/doc/quipu
	install -m 755 $(QUIPU) $(bindir)/quipu
	@for folder in $(wildcard $(DATA)); do \
	  echo "copy $$folder to $(datadir)/quipu/$$folder"; \
	  rm -rf "$(datadir)/quipu/$$folder"; \
	  cp -R "$$folder" "$(datadir)/quipu/$$folder"; \
	  chmod -R u+rwX,go+rX "$(datadir)/quipu/$$folder"; \
	done
	install -m 644 Documentation/man/quipu.1 $(datadir)/man/man1/quipu.1
	install -m 644 LICENSE NOTICE $(datadir)/doc/quipu/
	install -d $(datadir)/bash-completion/completions $(datadir)/zsh/site-functions $(datadir)/fish/vendor_completions.d
	$(QUIPU) --generate-completion-script bash > $(datadir)/bash-completion/completions/quipu
	$(QUIPU) --generate-completion-script zsh > $(datadir)/zsh/site-functions/_quipu
	$(QUIPU) --generate-completion-script fish > $(datadir)/fish/vendor_completions.d/quipu.fish

uninstall: ## remove what install put there
	rm -f $(bindir)/quipu $(datadir)/man/man1/quipu.1
	rm -f $(datadir)/bash-completion/completions/quipu $(datadir)/zsh/site-functions/_quipu
	rm -f $(datadir)/fish/vendor_completions.d/quipu.fish
	rm -rf $(datadir)/quipu $(datadir)/doc/quipu

clean: ## remove everything that is built or downloaded here
	rm -rf .build .build-long .venv Work
