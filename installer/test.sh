#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds and runs every test; the last lines are ctest's own.
#   bash installer/test.sh [--preset release|dev|asan|coverage] [-- arguments for ctest]
# With LANG=tr_TR.UTF-8 (or any other) before it the tests run in that locale, which is made if it is missing.
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

wanted=${LC_ALL:-${LANG:-C}}
spelled() { tr -d '-' <<<"${1,,}"; }
case $wanted in
C | C.* | POSIX) ;;
*)
    if ! locale -a | tr -d '-' | tr '[:upper:]' '[:lower:]' | grep -qx "$(LC_ALL=C spelled "$wanted")"; then
        say "Making the locale $wanted"
        LC_ALL=C install_missing locales
        LC_ALL=C as_root localedef -i "${wanted%%.*}" -f UTF-8 "$wanted"
    fi
    ;;
esac

build "$preset"

say "Testing ($preset)"
output=$(mktemp)
trap 'rm -f "$output"' EXIT
status=0
ctest --test-dir "build/$preset" --output-on-failure -j "$(build_jobs)" "$@" 2>&1 | tee "$output" || status=$?
if [ "$preset" = coverage ]; then
    gcovr --root . --filter engine/ --filter app/ build/coverage || say "gcovr could not read the coverage data"
    sed -n '/tests passed,/,$p' "$output" # so that ctest's closing lines are the last ones here too
fi
exit "$status"
