#!/usr/bin/env bash
# Fuzzes: run.sh SECONDS [NAME] for each target, or for one, that long; run.sh --total SECONDS for all of
# them together; run.sh NAME FILE... to try again what once failed.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)

# A target is a folder NAME with FuzzNAME.swift in it.
names=()
for file in "$here"/*/Fuzz*.swift; do
	name=$(basename "$(dirname "$file")")
	if [[ -f $here/$name/Fuzz$name.swift ]]; then names+=("$name"); fi
done

all=${names[*]}

# The fixtures that tell a target something; the others begin with all of them.
declare -A fixtures=(
	[Envelopes]=Shapes [Inflate]=Gzip [Literals]=Forms [Mail]=Mail [Ordinary]=Quirks [Words]=RawMail
)

usage() {
	echo "Usage: run.sh SECONDS [NAME] | --total SECONDS | NAME FILE...; NAME is one of: $all" >&2
	exit 64
}

files=()
case ${1-} in
--total)
	[[ $# == 2 && $2 =~ ^[1-9][0-9]*$ ]] || usage
	seconds=$((($2 + ${#names[@]} - 1) / ${#names[@]}))
	;;
[1-9]*)
	[[ $# -le 2 && $1 =~ ^[0-9]+$ ]] || usage
	seconds=$1
	if [[ $# == 2 ]]; then names=("$2"); fi
	;;
?*)
	[[ $# -ge 2 ]] || usage
	names=("$1")
	files=("${@:2}")
	;;
*) usage ;;
esac
[[ -f $here/${names[0]}/Fuzz${names[0]}.swift ]] || usage

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
programs=$(swift build "${flags[@]}" --show-bin-path)

# The backtracer of Swift would hide from libFuzzer that the program has ended.
export SWIFT_BACKTRACE=enable=no

if [[ ${#files[@]} -gt 0 ]]; then exec "$programs/Fuzz${names[0]}" "${files[@]}"; fi

# What is worth keeping is added to the first folder, which is not in the repository; the others are
# only read. Of a file that is longer than the limit the beginning is taken.
status=0
for name in "${names[@]}"; do
	echo "Fuzzing $name for $seconds seconds"
	dictionary=$here/$name.dict
	if [[ ! -f $dictionary ]]; then dictionary=$here/json.dict; fi
	mkdir -p "$here/.build/corpus/$name" "$here/Corpus/$name" "$here/Crashes/$name"
	"$programs/Fuzz$name" -max_total_time="$seconds" -max_len=4096 -timeout=10 -rss_limit_mb=2048 \
		-verbosity=0 -dict="$dictionary" -artifact_prefix="$here/Crashes/$name/" \
		-print_final_stats=1 "$here/.build/corpus/$name" "$here/Corpus/$name" \
		"$here/../Fixtures${fixtures[$name]:+/${fixtures[$name]}}" ||
		status=1
done
exit $status
