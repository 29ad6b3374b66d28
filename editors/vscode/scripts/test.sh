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
npm ci --no-audit --no-fund --loglevel=error
npm run --silent lint
npm run --silent types
npm test --silent
npm run --silent test:vscode
