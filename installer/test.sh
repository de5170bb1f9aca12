#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Pilothouse developers
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds every preset that matters and runs all tests. Unattended.
#   installer/test.sh [--quick|--full]
# --quick: release build, its tests and the tour. --full: every fuzzer for a minute instead of seconds.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

quick=""
fuzz_seconds=6
[ "${1:-}" = "--quick" ] && quick=1
[ "${1:-}" = "--full" ] && fuzz_seconds=60
started=$SECONDS
step() { say "$* (after $((SECONDS - started)) s)"; }

install_missing "$root/installer/packages.txt" "$root/installer/packages-test.txt"
export PATH="$PATH:/usr/sbin"
cd "$root"

run_tests() { # PRESET LABELS
    ctest --test-dir "build/$1" -L "$2" --output-on-failure --no-tests=error -j 2 --timeout 300
}

step "formatting"
git ls-files '*.cpp' '*.h' | xargs -r clang-format-14 --dry-run -Werror

step "release build, warnings are errors"
build release
step "release tests"
run_tests release 'unit|model|integration|ui'

step "the console under a virtual display: a tour of all pages"
installer/run.sh --tour "$root/build/tour" --theme light --size 1920x1080

if [ -z "$quick" ]; then
    step "address and undefined behaviour sanitizers, and proof that the engine needs no widgets"
    build asan fast_tests pilothousectl pilothouse-fleet
    run_tests asan 'unit|model'
    step "thread sanitizer: pipeline, store, telemetry"
    build tsan tsan_tests
    run_tests tsan tsan
    step "fuzzers, $fuzz_seconds s each"
    build fuzz fuzzers fuzz_corpus
    fuzz() { # PROGRAM
        local name log seeds
        name="$(basename "$1")"
        log="build/fuzz/$name.log"
        seeds="build/fuzz/corpus/${name#fuzz_}"
        mkdir -p "build/fuzz/found/$name" "$seeds"
        "$1" -max_total_time="$fuzz_seconds" -timeout=10 -rss_limit_mb=2048 -artifact_prefix="build/fuzz/$name-" \
            -dict=tests/fuzz/conventions.dict "build/fuzz/found/$name" "$seeds" >"$log" 2>&1 || { tail -40 "$log"; echo "$name found something"; return 1; }
        echo "$name: $(grep -o 'Done [0-9]* runs.*' "$log")"
    }
    export -f fuzz
    export fuzz_seconds
    find build/fuzz/bin -name 'fuzz_*' -print0 | sort -z | xargs -0 -n 1 -P 2 bash -c 'fuzz "$1"' _ || fail "a fuzzer found something"
fi
step "all green"
