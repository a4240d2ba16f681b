#!/usr/bin/env bash
# Measures the release build of ses-browser: run.sh --help tells what can be asked for.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)

swift build --package-path "$here" --configuration release --static-swift-stdlib >&2
exec "$here/.build/release/benchmark" --program "$here/../../.build/release/ses-browser" "$@"
