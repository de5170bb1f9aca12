#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Pilothouse developers
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds every preset that matters and runs all tests. Unattended.
#   installer/test.sh [--quick|--full]
# --quick: release build, its tests and the tour. --full: also the thread sanitizer and the fuzzers.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

quick=""
full=""
[ "${1:-}" = "--quick" ] && quick=1
[ "${1:-}" = "--full" ] && full=1
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
    build asan
    run_tests asan 'unit|model'
fi
if [ -n "$full" ]; then
    step "thread sanitizer: pipeline, store, telemetry, connections"
    build tsan tsan_tests
    TSAN_OPTIONS="die_after_fork=0 suppressions=$root/tests/support/tsan.supp" run_tests tsan tsan
    step "fuzzers, 20 s each"
    build fuzz
    for fuzzer in build/fuzz/bin/fuzz_*; do
        mkdir -p "build/fuzz/corpus/$(basename "$fuzzer")"
        "$fuzzer" -max_total_time=20 -timeout=10 -rss_limit_mb=2048 -print_final_stats=0 -verbosity=0 \
            "build/fuzz/corpus/$(basename "$fuzzer")" || fail "$(basename "$fuzzer") found something"
    done
fi
step "all green"
