#!/bin/sh
# Installs the programs that only the tests use, when this is Debian and we are root;
# otherwise says what is missing. What is missing is left out, and the tests say so.
set -u
export DEBIAN_FRONTEND=noninteractive
has() { command -v "$1" >/dev/null 2>&1; }
may_install() { [ "$(id -u)" = 0 ] && has apt-get; }
install() {
  # shellcheck disable=SC2086
  timeout 180 apt-get -qq install -y --no-install-recommends \
    -o Acquire::Retries=0 -o Acquire::http::Timeout=10 $1 </dev/null >/dev/null 2>&1
}

wanted=""
has chromium-headless-shell || has chromium || has google-chrome || wanted="$wanted chromium"
has initdb || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || wanted="$wanted postgresql"
if [ -n "$wanted" ] && may_install; then
  echo "Installing for the tests:$wanted"
  timeout 60 apt-get -qq update </dev/null >/dev/null 2>&1
  install "$wanted" || echo "Could not install:$wanted. Their tests are left out."
elif [ -n "$wanted" ]; then
  echo "Missing:$wanted. Their tests are left out. On Debian: apt-get install$wanted"
fi
# Chromium without a window is a sixth quicker; where it cannot be had, Chromium does.
has chromium-headless-shell || ! may_install || install chromium-headless-shell || true
exit 0
