#!/bin/sh
# The browser tests drive Chromium. Where none is there, Debian's is installed, with fonts that show Chinese.
set -eu
if command -v chromium >/dev/null 2>&1 || command -v google-chrome >/dev/null 2>&1 || command -v chromium-browser >/dev/null 2>&1; then
    exit 0
fi
if ! command -v apt-get >/dev/null 2>&1; then
    echo "No Chromium and no apt-get: install Chromium by hand, then run 'make test' again." >&2
    exit 3
fi
as_root=""
[ "$(id -u)" -eq 0 ] || as_root="sudo"
$as_root apt-get update -qq
DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq chromium fonts-noto-cjk >/dev/null
# The same without windows takes two fifths less of the processor's time; not every system has it.
DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq chromium-headless-shell >/dev/null 2>&1 || true
