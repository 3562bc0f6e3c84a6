#!/bin/sh
# Installs the programs that only the tests use, when this is Debian and we are root;
# otherwise says what is missing. What is missing is left out, and the tests say so.
set -u
wanted=""
command -v chromium >/dev/null 2>&1 || command -v google-chrome >/dev/null 2>&1 || wanted="$wanted chromium"
command -v initdb >/dev/null 2>&1 || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || wanted="$wanted postgresql"
[ -n "$wanted" ] || exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "Installing for the tests:$wanted"
  export DEBIAN_FRONTEND=noninteractive
  timeout 60 apt-get -qq update </dev/null >/dev/null 2>&1
  # shellcheck disable=SC2086
  timeout 180 apt-get -qq install -y --no-install-recommends $wanted </dev/null >/dev/null 2>&1 ||
    echo "Could not install:$wanted. Their tests are left out."
else
  echo "Missing:$wanted. Their tests are left out. On Debian: apt-get install$wanted"
fi
exit 0
