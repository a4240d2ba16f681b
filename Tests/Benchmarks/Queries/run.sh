#!/usr/bin/env bash
# Times queries over a log, such as one that Tests/Benchmarks made: run.sh FILE [RUNS [PART OF A NAME]]
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)

swift build --package-path "$here" --configuration release --static-swift-stdlib >&2
exec "$here/.build/release/queries" "$@"
