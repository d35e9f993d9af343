# The verbs of the project. Each works on a fresh clone: it sees to what it needs, naming any system
# package before it installs it. `make` alone lists them.

CONFIG ?= debug
PORT ?= 8080
TABLES ?= 10000

# One set of flags for every build and test, so that no two commands rebuild each other's work:
# a file may import only what its target declares; an index is for editors, which make their own.
SWIFT_FLAGS := --disable-index-store --explicit-target-dependency-import-check error

PROGRAM := .build/$(CONFIG)/goldenthread
DEMO := data/demo.sqlite
SWIFT_FILES := Sources Tests $(wildcard Benchmarks) Package.swift

.DEFAULT_GOAL := help
# A demo database that was interrupted must not be taken for a whole one.
.DELETE_ON_ERROR:
# The verbs share one build folder, which admits one build at a time.
.NOTPARALLEL:

.PHONY: help run build test test-swift test-browser format lint attack bench probe clean \
	packages-run packages-test packages-attack packages-bench build-tests unit-tests check-pages

help: ## list these verbs
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
	@echo "  CONFIG=release builds the fast program; PORT=$(PORT) is where make run serves"

run: build $(DEMO) ## build, make the example area if there is none, and serve it
	@echo "Look at http://localhost:$(PORT) (Ctrl-C ends it)" >&2
	@GOLDENTHREAD_DATABASE=$(DEMO) exec $(PROGRAM) serve --listen 127.0.0.1:$(PORT)

$(DEMO): | build
	@mkdir -p $(@D)
	@rm -f $@-wal $@-shm $(DEMO:.sqlite=.reads.sqlite)*
	$(PROGRAM) demo --database $@

build: packages-run ## build the program
	swift build -c $(CONFIG) $(SWIFT_FLAGS) --product goldenthread

test: ## everything a change must pass, and where the time went
	@MAKE="$(MAKE)" Scripts/test.sh packages-test lint build-tests unit-tests check-pages

test-swift: packages-run build-tests unit-tests ## the tests in Swift alone

test-browser: packages-test build ## every page and form as each role in a browser, with axe and the HTML checker
	.venv/bin/python -B Tests/Browser/check.py $(PROGRAM)

format: packages-run ## rewrite the Swift files to the project's format
	swift format --in-place --recursive --parallel $(SWIFT_FILES)

lint: packages-run ## say where the Swift files leave the project's format
	swift format lint --strict --recursive --parallel $(SWIFT_FILES)

attack: packages-attack ## attack TABLES made-up tables (10000) that suppress calls safe, by another's solver
	swift build -c release $(SWIFT_FLAGS) --product DisclosureTables
	.venv/bin/python -B Tests/DisclosureTests/attack.py .build/release/DisclosureTables --tables $(TABLES)

bench: packages-bench ## measure, in a release build
	swift build -c release $(SWIFT_FLAGS) --product goldenthread-bench
	PYTHON=.venv/bin/python PEER_PYTHON=.venv/bin/python .build/release/goldenthread-bench

probe: build ## start the built program and ask it the first questions
	Scripts/probe.sh $(PROGRAM)

clean: ## remove what was built (data/ and .venv/ stay)
	rm -rf .build artifacts

# The stages that the verbs above are made of.

packages-run:
	@Scripts/packages.sh run

packages-attack:
	@Scripts/packages.sh attack

packages-bench:
	@Scripts/packages.sh bench

packages-test:
	@Scripts/packages.sh test

build-tests:
	@# The one product by name: with --build-tests SwiftPM builds every target of every package it knows.
	swift build $(SWIFT_FLAGS) --product goldenthreadPackageTests

unit-tests:
	swift test $(SWIFT_FLAGS) --disable-xctest --enable-swift-testing --skip-build

check-pages:
	@# -B: no compiled copies beside the sources.
	.venv/bin/python -B Tests/Browser/check.py $(PROGRAM) --only pages --only journeys
