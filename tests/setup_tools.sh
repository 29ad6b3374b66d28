#!/bin/sh
# Installs what the tests drive and pip cannot bring: a browser, its driver and Chinese fonts for the HTML report,
# editors for the language server, and what VS Code is built with.
# Does nothing where they are, or where it may not install; the tests that need them then say why they are skipped.
set -eu

missing() {
    for tool in chromium chromedriver nvim emacs node npm rg g++ make; do
        command -v "$tool" >/dev/null 2>&1 || return 0
    done
    [ -n "$(find /usr/share/fonts -name 'NotoSansCJK*' -print -quit 2>/dev/null)" ] || return 0
    emacs -q --batch -f package-activate-all -l eglot -l markdown-mode >/dev/null 2>&1 || return 0
    return 1
}

missing || exit 0
if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null 2>&1; then
    echo "The HTML report is tested in Chromium: install chromium, chromium-driver and fonts-noto-cjk." >&2
    echo "The language server is tested in editors: install neovim, emacs-nox, elpa-eglot and elpa-markdown-mode." >&2
    echo "The extension is tested in VS Code: install nodejs (20 or newer), npm, ripgrep, g++ and make." >&2
    exit 0
fi
export DEBIAN_FRONTEND=noninteractive
# Mirrors fail now and then, and another installation may be under way.
patiently="-o Acquire::Retries=5 -o DPkg::Lock::Timeout=300"
apt-get $patiently update -qq
# Emacs has had eglot built in since version 29, so that newer releases have no package of it.
eglot=$(apt-cache show elpa-eglot >/dev/null 2>&1 && echo elpa-eglot || true)
# A Node.js from elsewhere, which brings its own npm, is better than Debian's, which may be too old.
node=$(command -v node >/dev/null 2>&1 || echo nodejs npm)
apt-get $patiently install -y -qq --no-install-recommends chromium chromium-driver fonts-noto-cjk \
    neovim emacs-nox $eglot elpa-markdown-mode $node ripgrep g++ make >/dev/null
