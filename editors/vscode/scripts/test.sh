#!/bin/sh
# All tests of the extension: style, types, the parts that need no editor, and the whole in a real VS Code.
# Where its tools are missing it says so and passes, except in continuous integration, which must skip nothing.
set -eu
cd "$(dirname "$0")/.."

lacks() {
    if ! node -e 'process.exit(parseInt(process.versions.node) < 20 ? 1 : 0)' 2>/dev/null; then
        echo "Node.js 20 or newer"
    fi
    for tool in npm chromium rg g++ make; do
        command -v "$tool" >/dev/null 2>&1 || echo "$tool"
    done
}

missing=$(lacks | sed 's/$/;/' | tr '\n' ' ')
if [ -n "$missing" ]; then
    echo "The extension for VS Code is not tested, as these are not installed: ${missing%; }." >&2
    [ "${CI:-}" != true ] || exit 1
    exit 0
fi
for pause in 5 15 45 ''; do
    npm ci --no-audit --no-fund --loglevel=error && break
    [ -n "$pause" ] || exit 1
    echo "The packages could not be installed, which is tried again in $pause s." >&2
    sleep "$pause"
done
npm run --silent lint
npm run --silent types
npm test --silent
exec npm run --silent test:vscode # which is to hear of it when this is ended
