# make run    builds ses-browser and opens the sample log (or another: make run FILE=/path/to/log)
# make test   runs every test
# make fuzz   looks for input that the reader fails on (longer: make fuzz SECONDS=600)
# make benchmark   measures speed and memory (shorter: make benchmark OPTIONS=--quick)
#
# All install what is missing on Debian and Ubuntu, and name it elsewhere. Swift has to be there.

SWIFT_MINIMUM := 6.2
FILE ?= Samples/inbound.ndjson
PROGRAM := .build/release/ses-browser
SECONDS := 30
OPTIONS :=

# Debian packages that are missing, each told by a file or a command that it brings.
without_file = $(if $(wildcard $(1)),,$(2))
without_command = $(if $(shell command -v $(1)),,$(2))

missing_to_build = $(strip \
	$(call without_command,git,git) \
	$(call without_file,/usr/lib/gcc/*/*/libstdc++.so /usr/lib64/libstdc++.so.6,g++) \
	$(call without_file,/usr/include/curses.h /usr/include/*/curses.h,libncurses-dev) \
	$(call without_file,/usr/include/zlib.h /usr/include/*/zlib.h,zlib1g-dev) \
	$(call without_file,/usr/include/pcre2.h /usr/include/*/pcre2.h,libpcre2-dev) \
	$(call without_file,/usr/include/sqlite3.h /usr/include/*/sqlite3.h,libsqlite3-dev))

missing_to_test = $(strip $(missing_to_build) \
	$(call without_command,tmux,tmux) \
	$(call without_command,python3,python3))

missing_to_show = $(strip $(missing_to_build) \
	$(call without_command,tmux,tmux) \
	$(call without_command,Xvfb,xvfb) \
	$(call without_command,xterm,xterm) \
	$(call without_command,xwininfo,x11-utils) \
	$(call without_command,convert,imagemagick) \
	$(call without_file,/usr/share/fonts/truetype/dejavu/DejaVuSansMono.ttf,fonts-dejavu-core) \
	$(call without_file,/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc,fonts-noto-cjk) \
	$(call without_file,/usr/share/fonts/truetype/tlwg/TlwgMono.ttf,fonts-tlwg-mono-ttf) \
	$(call without_file,/usr/share/fonts/truetype/ancient-scripts/Symbola*.ttf,fonts-symbola))

.PHONY: run build test fuzz benchmark lint generated screenshots clean swift-is-there
.DEFAULT_GOAL := build

# Without a terminal the program lists the log, and its status 1 says that parts of it are broken, as they
# are in the sample: no reason for make to fail.
run: build
	@$(PROGRAM) "$(FILE)" || [ $$? -eq 1 ]

build: swift-is-there
	@$(call install,$(missing_to_build))
	swift build --configuration release --product ses-browser --static-swift-stdlib

# The tests on a terminal mind what comes in how many milliseconds, so they run one by one.
test: swift-is-there
	@$(call install,$(missing_to_test))
	swift test --disable-xctest --filter 'SESCoreTests|SESBrowserTests|StoreTests'
	swift test --disable-xctest --no-parallel --filter TerminalTests

# Each target that long. What it finds lies in Tests/Fuzzing/Crashes/NAME; `Tests/Fuzzing/run.sh NAME FILE`
# tries one of them again.
fuzz: swift-is-there
	@$(call install,$(missing_to_build))
	Tests/Fuzzing/run.sh $(SECONDS)

# Compares with jq, lnav, ripgrep and DuckDB where they are installed. OPTIONS=--check fails where a target
# is missed, OPTIONS=--help tells of the others.
benchmark: build
	Tests/Benchmarks/run.sh $(OPTIONS)

lint: swift-is-there
	swift format lint --strict --recursive Package.swift Sources Tests

# Makes the sample and the fixtures again: the same bytes come out, on any machine.
generated:
	@$(call install,$(missing_to_test))
	PYTHONDONTWRITEBYTECODE=1 python3 Tests/Generators/make_sample.py > Samples/inbound.ndjson
	PYTHONDONTWRITEBYTECODE=1 python3 Tests/Generators/make_fixtures.py

screenshots: build
	@$(call install,$(missing_to_show))
	PROGRAM=$(PROGRAM) screenshots/make.sh

clean:
	rm -rf .build Tests/Fuzzing/.build Tests/Benchmarks/.build Tests/Benchmarks/Queries/.build

swift-is-there:
	@found=$$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9.]*\).*/\1/p'); \
	if [ -z "$$found" ]; then \
		echo 'swift is not on PATH. Get Swift $(SWIFT_MINIMUM) or later: https://www.swift.org/install' >&2; exit 1; \
	elif [ "$$(printf '%s\n' $(SWIFT_MINIMUM) "$$found" | sort -V | head -n 1)" != $(SWIFT_MINIMUM) ]; then \
		echo "Swift $$found is too old; $(SWIFT_MINIMUM) or later is needed: https://www.swift.org/install" >&2; exit 1; \
	fi

# $(call install,PACKAGES): nothing where nothing is missing.
define install
	if [ -z "$(1)" ]; then exit 0; \
	elif ! command -v apt-get > /dev/null; then \
		echo "Please install what Debian calls: $(1)" >&2; exit 1; \
	fi; \
	echo "Installing $(1)"; \
	as_root=$$([ "$$(id -u)" = 0 ] || echo sudo); \
	$$as_root apt-get update -q < /dev/null && \
	$$as_root env DEBIAN_FRONTEND=noninteractive \
		apt-get install -q -y --no-install-recommends $(1) < /dev/null
endef
