# shellcheck shell=bash disable=SC2034
# SPDX-License-Identifier: GPL-3.0-or-later
# Shared by run.sh and test.sh: which packages Debian 12 and Ubuntu (24.04 and later) need, installing what is missing,
# building a preset. Asks nothing; all that it says goes to stderr.

# Where releases name a package differently: every name, by bars.
kule_build_packages=(
    cmake ninja-build g++ ccache git pkg-config
    qt6-base-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools
    "qt6-websockets-dev|libqt6websockets6-dev" "qt6-svg-dev|libqt6svg6-dev"
    libqt6sql6-psql libhiredis-dev libsqlite3-dev libxml2-dev libgl1-mesa-dev
    nlohmann-json3-dev libexpected-dev libboost-dev libpcre2-dev
    qtkeychain-qt6-dev libsodium-dev
    python3 fonts-dejavu-core
)
kule_test_packages=(
    python3-selenium python3-flask gunicorn
    "chromium|chromium-browser" "chromium-driver|chromium-chromedriver"
    redis-server postgresql
    xvfb xauth shellcheck locales
    dbus-daemon gnome-keyring libsecret-1-0
)
# Node from elsewhere brings an npm of its own, which Debian's would not stand beside.
command -v npm >/dev/null || kule_test_packages+=(nodejs npm)

say() { printf '\n==> %s\n' "$*" >&2; }

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        say "Not root and no sudo. Run this as root: $*"
        return 1
    fi
}

# is_installed "a|b": one of the names is there.
is_installed() {
    local name
    for name in ${1//|/ }; do
        [ "$(dpkg-query -W -f '${db:Status-Status}' "$name" 2>/dev/null)" = installed ] && return 0
    done
    return 1
}

# available "a|b": the first name that this release has.
available() {
    local name
    for name in ${1//|/ }; do
        if [ -n "$(apt-cache madison "$name" 2>/dev/null)" ]; then
            echo "$name"
            return 0
        fi
    done
    say "This release has no package ${1//|/ or }. Kule needs Debian 12 or Ubuntu 24.04, or later."
    return 1
}

install_missing() {
    local entry name missing=() names=()
    if ! command -v dpkg-query >/dev/null; then
        say "No apt here; install what stands for these, then run again if the build fails: $*"
        return 0
    fi
    for entry in "$@"; do
        is_installed "$entry" || missing+=("$entry")
    done
    [ "${#missing[@]}" -eq 0 ] && return 0
    say "Installing ${#missing[@]} missing packages: ${missing[*]//|/ or }"
    as_root apt-get update -q >&2
    for entry in "${missing[@]}"; do
        name=$(available "$entry") || return 1
        names+=("$name")
    done
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${names[@]}" >&2
}

# One job a core, but no more than memory can feed.
build_jobs() {
    local cores memory
    cores=$(nproc 2>/dev/null || echo 2)
    memory=$(awk '/MemAvailable/ { print int($2 / 900000) }' /proc/meminfo 2>/dev/null || echo "$cores")
    [ "$memory" -ge 1 ] || memory=1
    echo $((cores < memory ? cores : memory))
}

# build PRESET [TARGET…]: configures and builds; what is up to date costs a second.
build() {
    local preset=$1
    shift
    say "Building ($preset)"
    cmake --preset "$preset" --log-level=WARNING >&2
    cmake --build --preset "$preset" -j "$(build_jobs)" ${1:+--target "$@"} >&2
}
