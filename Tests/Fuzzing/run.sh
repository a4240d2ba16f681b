#!/usr/bin/env bash
# Fuzzes the reader: run.sh SECONDS, or run.sh FILE... to try again what once failed.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)

if ! swiftc -sanitize=fuzzer -parse-as-library -typecheck - < /dev/null &> /dev/null; then
	echo 'This Swift toolchain has no libFuzzer (libclang_rt.fuzzer), so nothing was fuzzed.' \
		'Those for Linux from https://www.swift.org/install have it.' >&2
	exit 1
fi

# Optimised, and with the internals of SESCore at hand. Comparisons are not traced, as they would be by
# default: that took 72 % of the time, and the dictionary knows what is compared with.
flags=(
	--package-path "$here" --configuration release --sanitize=fuzzer
	-Xswiftc -enable-testing
	-Xswiftc -sanitize-coverage=edge,indirect-calls,inline-8bit-counters,pc-table
)
swift build "${flags[@]}"
fuzzer=$(swift build "${flags[@]}" --show-bin-path)/FuzzReader

# The backtracer of Swift would hide from libFuzzer that the program has ended.
export SWIFT_BACKTRACE=enable=no

if [[ $# != 1 || ! $1 =~ ^[0-9]+$ ]]; then
	exec "$fuzzer" "$@"
fi

# What is worth keeping is added to the first folder, which is not in the repository; the others are
# only read. Of a file that is longer than the limit the beginning is taken.
mkdir -p "$here/.build/corpus" "$here/Crashes"
exec "$fuzzer" -max_total_time="$1" -max_len=4096 -timeout=10 -rss_limit_mb=2048 \
	-verbosity=0 -dict="$here/json.dict" -artifact_prefix="$here/Crashes/" -print_final_stats=1 \
	"$here/.build/corpus" "$here/Corpus" "$here/../Fixtures"
