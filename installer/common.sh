# SPDX-FileCopyrightText: 2026 The Pilothouse developers
# SPDX-License-Identifier: GPL-3.0-or-later
# Shared by run.sh and test.sh; sourced, not run.

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
export DEBIAN_FRONTEND=noninteractive

say() { printf '== %s\n' "$*"; }
fail() { printf 'pilothouse: %s\n' "$*" >&2; exit 1; }

# install_missing LIST... : installs the packages of the lists that are not there yet.
install_missing() {
    local wanted missing=() package sudo=()
    wanted="$(cat "$@" | sed -e 's/#.*//' -e '/^[[:space:]]*$/d')"
    for package in $wanted; do
        dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null | grep -q '^installed$' || missing+=("$package")
    done
    [ ${#missing[@]} -eq 0 ] && return 0
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || fail "these packages are missing and there is no sudo to install them: ${missing[*]}"
        sudo=(sudo -n)
    fi
    say "installing ${#missing[@]} packages: ${missing[*]}"
    "${sudo[@]}" apt-get update -qq || fail "apt-get update failed; is this Debian 12 with its package sources?"
    "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null \
        || fail "apt-get could not install: ${missing[*]}"
}

# build PRESET [TARGET...] : configures when needed and builds.
build() {
    local preset="$1"
    shift
    cd "$root" || exit 1
    if [ ! -f "build/$preset/build.ninja" ]; then
        cmake --preset "$preset" >"/tmp/pilothouse-configure-$$.log" 2>&1 \
            || { cat "/tmp/pilothouse-configure-$$.log"; fail "configuring the $preset preset failed"; }
        rm -f "/tmp/pilothouse-configure-$$.log"
    fi
    cmake --build "build/$preset" ${1:+--target "$@"} || fail "building the $preset preset failed"
}

# free_port : a TCP port on 127.0.0.1 that nobody listens on.
free_port() {
    local port
    for port in $(shuf -i 20000-29999 -n 50); do
        (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { echo "$port"; return; }
    done
    fail "no free port on 127.0.0.1"
}
