"""Puts gxlint and what its server needs into ``bundled/libs``: pure Python, so that it runs wherever Python does.

``python3 scripts/bundle.py`` needs Python 3.11 or newer with pip. At the end the bundle is tried as the extension uses
it, in an interpreter that refuses whatever is compiled and not part of Python itself.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

EXTENSION = Path(__file__).resolve().parent.parent
CHECKOUT = EXTENSION.parent.parent
BUNDLED = EXTENSION / "bundled"
LIBS = BUNDLED / "libs"
#: Of each package: what only those need who build it or test it.
_UNWANTED = ("**/__pycache__", "**/tests", "bin", "**/*.pyi", "**/direct_url.json", "**/INSTALLER", "**/REQUESTED")
#: Wheels that run in any Python from 3.11, on any system.
_PURE = ("--platform", "any", "--implementation", "py", "--abi", "none", "--python-version", "3.11")


def main() -> None:
    """Make the bundle, or leave with what stands in the way."""
    shutil.rmtree(LIBS, ignore_errors=True)
    with tempfile.TemporaryDirectory() as folder:
        _pip("wheel", "--no-deps", "--wheel-dir", folder, str(CHECKOUT))
        (wheel,) = Path(folder).glob("*.whl")
        _install("--requirement", str(BUNDLED / "requirements.txt"))
        _install(str(wheel))
    for pattern in _UNWANTED:
        for path in LIBS.glob(pattern):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    compiled = [path for path in LIBS.rglob("*") if path.suffix in (".so", ".pyd", ".dylib", ".dll")]
    if compiled:
        sys.exit(f"not pure Python: {', '.join(str(path.relative_to(LIBS)) for path in compiled)}")
    _try()
    size = sum(path.stat().st_size for path in LIBS.rglob("*") if path.is_file())
    print(f"{LIBS.relative_to(CHECKOUT)}: {size / 1e6:.1f} MB")


def _install(*what: str) -> None:
    _pip("install", "--target", str(LIBS), "--no-deps", "--no-compile", "--only-binary", ":all:", *_PURE, *what)


def _pip(*arguments: str) -> None:
    command = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"pip {arguments[0]}: {done.stdout}{done.stderr}")


def _try() -> None:
    """Run every feature of the server once without what is compiled."""
    script = Path(__file__).with_name("try_bundle.py")
    done = subprocess.run([sys.executable, "-I", "-B", str(script), str(BUNDLED / "start.py")], check=False)
    if done.returncode:
        sys.exit("the bundle does not run by itself")


if __name__ == "__main__":
    main()
