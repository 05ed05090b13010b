#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds and runs every test; the last lines are ctest's own.
#   bash installer/test.sh [--preset release|dev|asan|coverage] [-- arguments for ctest]
# Everything runs twice: under tr_TR.UTF-8, where i and I are not one letter (made if it is missing), then in your own locale.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=installer/linux/setup.sh
. installer/linux/setup.sh

preset=release
while [ $# -gt 0 ]; do
    case $1 in
    --preset) preset=${2:?--preset needs a name}; shift 2 ;;
    --preset=*) preset=${1#*=}; shift ;;
    --) shift; break ;;
    *) say "Unknown: $1. Usage: bash installer/test.sh [--preset NAME] [-- ctest arguments]"; exit 2 ;;
    esac
done

extra=()
[ "$preset" = coverage ] && extra=(gcovr)
install_missing "${kule_build_packages[@]}" "${kule_test_packages[@]}" "${extra[@]}"

if ! locale -a | grep -qix 'tr_TR.utf-\?8'; then
    say "Making the locale tr_TR.UTF-8"
    as_root localedef -i tr_TR -f UTF-8 tr_TR.UTF-8
fi

build "$preset"
cmake -P tests/e2e/node/install.cmake

output=$(mktemp)
trap 'rm -f "$output"' EXIT
status=0
run_tests() { ctest --test-dir "build/$preset" --output-on-failure -j "$(build_jobs)" "$@" 2>&1 | tee "$output" || status=$?; }

# Lines that the tests reached, by room and in all.
tell_coverage() {
    say "Coverage"
    gcovr --root . --filter engine/ --filter app/ --exclude '.*_autogen/.*' --csv - build/coverage |
        awk -F, 'NR > 1 && $2 { room = $1; sub("/[^/]*$", "", room); lines[room] += $2; reached[room] += $3; all += $2; hit += $3 }
            END { form = "%-28s %6d of %6d lines  %5.1f %%\n"
                  for (room in lines) printf form, room, reached[room], lines[room], 100 * reached[room] / lines[room] | "sort"
                  close("sort"); if (all) printf form, "all", hit, all, 100 * hit / all }'
}

say "Testing ($preset) under tr_TR.UTF-8"
LC_ALL=tr_TR.UTF-8 run_tests "$@"
say "Testing ($preset)"
run_tests "$@"
if [ "$preset" = coverage ]; then
    tell_coverage || say "gcovr could not read the coverage data"
    sed -n '/tests passed,/,$p' "$output" # so that ctest's closing lines are the last ones here too
fi
exit "$status"
