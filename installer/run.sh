#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Pilothouse developers
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds, starts a loopback broker and the rehearsal fleet, and opens the
# console connected to them. Without a display it leaves a tour: one PNG per page.
#   installer/run.sh [--tour DIR] [arguments for pilothouse]
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

tour=""
if [ "${1:-}" = "--tour" ]; then
    tour="${2:?--tour needs a folder}"
    shift 2
fi

install_missing "$root/installer/packages.txt"
export PATH="$PATH:/usr/sbin" # mosquitto
say "building"
build release pilothouse pilothousectl pilothouse-fleet
bin="$root/build/release/bin"

work="$(mktemp -d)"
broker=""
fleet=""
cleanup() {
    trap - EXIT INT TERM
    [ -n "$fleet" ] && kill "$fleet" 2>/dev/null && wait "$fleet" 2>/dev/null
    [ -n "$broker" ] && kill "$broker" 2>/dev/null && wait "$broker" 2>/dev/null
    rm -rf "$work"
}
trap cleanup EXIT
trap 'cleanup; exit 130' INT
trap 'cleanup; exit 143' TERM

port="$(free_port)"
cat >"$work/mosquitto.conf" <<CONF
listener $port 127.0.0.1
allow_anonymous true
max_queued_messages 0
sys_interval 1
persistence false
CONF
mosquitto -c "$work/mosquitto.conf" >"$work/mosquitto.log" 2>&1 &
broker=$!
for _ in $(seq 100); do
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null && break
    kill -0 "$broker" 2>/dev/null || { cat "$work/mosquitto.log" >&2; fail "the broker did not start"; }
    sleep 0.05
done
"$bin/pilothouse-fleet" --url "mqtt://127.0.0.1:$port" --devices 40 >"$work/fleet.log" 2>&1 &
fleet=$!
say "broker on 127.0.0.1:$port, rehearsal fleet of 40 devices"

if [ -z "$tour" ] && [ -z "${DISPLAY:-}" ] && [ -z "${WAYLAND_DISPLAY:-}" ]; then
    tour="$root/build/tour"
    say "there is no display: the console runs under a virtual one and leaves a tour in $tour"
fi
if [ -n "$tour" ]; then
    mkdir -p "$tour"
    display=()
    [ -z "${DISPLAY:-}" ] && display=(xvfb-run -a -s "-screen 0 1920x1080x24")
    "${display[@]}" "$bin/pilothouse" --workspace "$work/workspace" --connect "mqtt://127.0.0.1:$port" --allow-rebirth --tour "$tour" "$@" \
        || fail "the tour failed; the broker said: $(tail -3 "$work/mosquitto.log")"
    say "the tour:"
    ls -1 "$tour"/*.png
else
    # Sparkplug births are not retained: the fleet's edge nodes may be asked for theirs.
    "$bin/pilothouse" --connect "mqtt://127.0.0.1:$port" --allow-rebirth "$@"
fi
