# make demo      sets up, builds, and shows kg at work on samples/
# make test      sets up, and runs all tests
# make install   puts a release build under PREFIX (default /usr/local)
# make lint      checks the layout of the code
# make exports   draws and writes exports/ anew
# make train     trains the statistical tagger anew from annotated issues, ours and those in ../shared
# make bench     measures a release build and writes BENCHMARKS.md

PREFIX ?= /usr/local
SWIFT ?= swift
KG = .build/debug/kg
DEMO = .build/demo

.PHONY: demo test install lint format exports train bench bench-repair release setup clean

setup:
	@script/bootstrap

# Only what is built is shown on a failure; the package manager's chatter stays out of the demo.
$(KG): setup
	@$(SWIFT) build --product kg >.build-log 2>&1 || { cat .build-log; rm -f .build-log; exit 1; }
	@rm -f .build-log

demo: $(KG)
	@mkdir -p $(DEMO)
	@rm -f $(DEMO)/kg.sqlite
	$(KG) build samples --db $(DEMO)/kg.sqlite
	$(KG) neighbors BERT --db $(DEMO)/kg.sqlite --limit 10
	$(KG) diagram BERT --db $(DEMO)/kg.sqlite -o $(DEMO)/bert.svg
	@echo "the diagram is in $(DEMO)/bert.svg"

test:
	@script/bootstrap --tests
	$(SWIFT) test

lint:
	$(SWIFT) format lint --strict --recursive Sources Tests Package.swift

format:
	$(SWIFT) format --in-place --recursive Sources Tests Package.swift

# Static: the program starts without looking for Swift's libraries. At a fixed address, where that is known to work:
# a hundred thousand pointers need not be mended at every start, a fifth of the time of a question.
FIXED := $(if $(filter Linux-x86_64,$(shell uname -s)-$(shell uname -m)),-Xlinker -no-pie)

release: setup
	$(SWIFT) build --configuration release --product kg --static-swift-stdlib $(FIXED)

install: release
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(DESTDIR)$(PREFIX)/share/kg"
	install -m 755 .build/release/kg "$(DESTDIR)$(PREFIX)/bin/kg"
	strip "$(DESTDIR)$(PREFIX)/bin/kg"
	for part in Recognition TextRepair queries; do rm -rf "$(DESTDIR)$(PREFIX)/share/kg/$$part"; done
	cp -R Sources/Recognition/Resources "$(DESTDIR)$(PREFIX)/share/kg/Recognition"
	cp -R Sources/TextRepair/Resources "$(DESTDIR)$(PREFIX)/share/kg/TextRepair"
	cp -R queries "$(DESTDIR)$(PREFIX)/share/kg/queries"

exports: $(KG)
	script/make-exports $(KG)

train: release
	.build/release/kg train ../shared/gold --further Sources/Recognition/Annotated \
	    --crossner ../shared/corpus/crossner --frequencies ../shared/facts/common-words.tsv \
	    -o Sources/Recognition/Resources/tagger.model

# The table of character error rates; the real corpus lies in ../shared.
bench-repair: setup
	KG_BENCH=1 $(SWIFT) test --configuration release -Xswiftc -enable-testing --filter FiguresTests

bench: release
	script/bench .build/release/kg

clean:
	$(SWIFT) package clean
