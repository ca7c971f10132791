# Silsila: every task of a developer and a packager. `make help` lists them.

SWIFT ?= swift
PREFIX ?= /usr/local
BIN := .build/release/silsila
TABLES := Sources/Lexicons/Tables
EMBEDDED := Sources/EmbeddedLexicon

.DEFAULT_GOAL := help
.PHONY: benchmarks-text fuzz test-hosts test-formats help setup build run test lexicons check-lexicons proto format lint benchmarks growth simulate install clean chaos sanitize

help: ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-16s %s\n", $$1, $$2}'

setup: ## install the system libraries that are missing (Debian, Ubuntu)
	@deploy/setup.sh

build: setup ## build the release executable
	$(SWIFT) build -c release --product silsila

run: build ## read the five seed articles and write timeline.html
	$(BIN) run seeds --output timeline.html

# `swift build --build-tests` would also build every example and tool of the packages that this one uses.
TEST_PRODUCTS := silsilaPackageTests FormatSamples MergingGrowth TextBenchmark
test: setup ## run all tests
	set -e; for product in $(TEST_PRODUCTS); do $(SWIFT) build --product $$product; done
	Tests/run.sh

lexicons: ## compile the tables into the embedded lexicon
	$(SWIFT) build -c release --product silsila
	$(BIN) lexicon compile $(TABLES) --output $(EMBEDDED)
	$(SWIFT) build -c release --product silsila

check-lexicons: build ## check the tables
	$(BIN) lexicon check $(TABLES)

PROTOC_GEN_SWIFT ?= protoc-gen-swift
proto: ## generate the protocol's Swift code (needs protoc, and protoc-gen-swift of swift-protobuf 1.39)
	protoc --plugin=protoc-gen-swift=$$(command -v $(PROTOC_GEN_SWIFT)) -I Sources/WireProtocol \
	  --swift_out=Sources/WireProtocol --swift_opt=Visibility=Internal \
	  --swift_opt=UseAccessLevelOnImports=true silsila.proto

format: ## lay out all Swift code
	$(SWIFT) format -i -r Sources Tests Package.swift

lint: ## fail when the layout differs
	$(SWIFT) format lint -r --strict Sources Tests Package.swift

test-hosts: build ## several hosts over TCP with CURVE, in network namespaces (root)
	Tests/hosts/run.sh
	Tests/hosts/faults.py

fuzz: setup ## fuzz every reader of bytes from outside (FUZZ_SECONDS=300, FUZZ_TARGETS="dates text")
	Fuzz/run.sh

sanitize: setup ## the tests under AddressSanitizer and ThreadSanitizer (Tests/sanitize.sh thread for one)
	Tests/sanitize.sh

CHAOS ?= --minutes 20 --articles 20000 --kills 200
chaos: build ## kill, stop, cut off and starve the real programs for 20 minutes (CHAOS="--minutes 5 --seed 7 …")
	Tests/chaos/chaos.py $(CHAOS)

test-formats: build ## every export read by software that is not of this project (Python, PyPI)
	$(SWIFT) build -c release --product FormatSamples
	Tests/formats/run.sh

benchmarks: build ## measure throughput, overhead and memory (minutes)
	Benchmarks/run.sh

growth: ## measure how merging grows from 10 000 to 1 000 000 mentions of synthetic news (minutes)
	$(SWIFT) run -c release MergingGrowth $(GROWTH)

benchmarks-text: ## measure reading of text beside the Python tools (BENCHMARK_TEXTS="folder file.jsonl")
	Benchmarks/text/run.sh $(BENCHMARK_TEXTS)

simulate: ## a million simulated clusters with faults (SILSILA_SCHEDULES, SILSILA_SEED; an hour of one core)
	$(SWIFT) build -c release -Xswiftc -enable-testing --build-tests
	SILSILA_SCHEDULES=$${SILSILA_SCHEDULES:-1000000} $(SWIFT) test --skip-build --disable-xctest -c release \
	  --filter 'keeps every promise under random schedules'

install: build ## copy the executable to $(PREFIX)/bin
	install -D -m 755 $(BIN) $(DESTDIR)$(PREFIX)/bin/silsila

clean: ## remove everything that was built
	rm -rf .build timeline.html timeline.json
