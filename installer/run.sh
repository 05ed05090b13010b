#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds, opens the console. With arguments: passes them to kule (bash installer/run.sh demo).
set -euo pipefail
here=$PWD
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=installer/linux/setup.sh
. installer/linux/setup.sh

install_missing "${kule_build_packages[@]}"
build release kule kule-console
programs=$PWD/build/release/bin

cd "$here" # names of files in the arguments are meant from where the user stands
if [ $# -gt 0 ]; then
    exec "$programs/kule" "$@"
elif [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || [ "$(uname)" = Darwin ]; then
    say "Opening the console"
    exec "$programs/kule-console"
else
    say "No display here, so no window; this is the demonstration instead (kule demo)"
    exec "$programs/kule" demo
fi
