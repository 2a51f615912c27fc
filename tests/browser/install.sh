#!/bin/sh
# Finds a Chromium for the browser tests; on Debian, as root, installs one where there is none.
set -eu
for name in "${CROSSTRACK_CHROMIUM:-}" chromium chromium-browser google-chrome; do
  if [ -n "$name" ] && command -v "$name" >/dev/null 2>&1; then exit 0; fi
done
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "Installing Debian's chromium for the browser tests"
  (apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium) >/dev/null 2>&1 && exit 0
  echo "chromium could not be installed: run 'apt-get install chromium' and look at what it says" >&2
  exit 1
fi
echo "The browser tests need Chromium: install it ('apt-get install chromium'), or name it in CROSSTRACK_CHROMIUM" >&2
exit 1
