"""The plugins in ``plugins/`` as their users have them: installed, beside the wheel of gxlint, where no checkout is.

``python -m tests.plugins [PLUGIN …]`` takes each folder with a ``pyproject.toml`` and runs mypy and the plugin's own
tests in an environment of its own (in ``.venv-plugins``, brought in step with the sources), for the rules of one plugin
would speak up in the tests of another. A plugin names what its tests need in its extra ``test``, and the folder of its
tests is no package.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from .wheel import ROOT, Environment, pip, wheel_in

_FOLDER = ROOT / "plugins"
_VENVS = ROOT / ".venv-plugins"


def main(names: Sequence[str]) -> int:
    """Test the plugins with these names, all by default; 1 if any of them fails."""
    chosen = [plugin for plugin in plugins() if not names or plugin.name in names]
    with TemporaryDirectory() as wheels:
        failed = [plugin.name for plugin in chosen if not _passes(plugin, installed(plugin, Path(wheels)))]
    print("\nplugins:", ", ".join(plugin.name for plugin in chosen), "- failed:", ", ".join(failed) or "none")
    return 1 if failed else 0


def plugins() -> list[Path]:
    """The folders of the plugins."""
    return sorted(file.parent for file in _FOLDER.glob("*/pyproject.toml"))


def installed(plugin: Path, wheels: Path) -> Environment:
    """The environment with the wheels of gxlint and of a plugin, made anew where a source has changed.

    Args:
        plugin: its folder.
        wheels: where wheels are built.
    """
    folder = _VENVS / plugin.name
    stamp = folder / ".installed"  # what the environment was made from; written last
    digest = _digest([ROOT / "gxlint", ROOT / "pyproject.toml", plugin])
    environment = Environment(folder, keep=stamp.exists())
    if not stamp.exists() or stamp.read_text() != digest:
        stamp.unlink(missing_ok=True)
        _install(environment, plugin, wheels)
        stamp.write_text(digest)
    return environment


def _install(environment: Environment, plugin: Path, wheels: Path) -> None:
    gxlint = wheel_in(wheels)
    pip(Path(sys.executable), "wheel", "--no-deps", "--wheel-dir", str(wheels / plugin.name), str(plugin))
    (wheel,) = (wheels / plugin.name).glob("*.whl")
    environment.install("--no-deps", "--force-reinstall", str(gxlint), str(wheel))
    environment.install("pytest>=8.3", str(gxlint), f"{wheel}[test]")


def _digest(paths: Iterable[Path]) -> str:
    """What the wheels depend on, tests left out."""
    digest = hashlib.sha256(sys.version.encode())
    for path in _files(paths):
        digest.update(f"{path}\0".encode() + path.read_bytes())
    return digest.hexdigest()


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_file():
            yield path
        elif path.name not in ("tests", "__pycache__") and not path.name.startswith("."):
            yield from _files(sorted(path.iterdir()))


def _passes(plugin: Path, environment: Environment) -> bool:
    print(f"\n== {plugin.name}", flush=True)
    typed = _types(plugin, environment)
    return not _run([str(environment.bin / "pytest"), "-p", "no:cacheprovider"], plugin, environment) and typed


def _types(plugin: Path, environment: Environment) -> bool:
    """Whether mypy has nothing against the plugin, seeing gxlint and everything else as installed."""
    command = [sys.executable, "-m", "mypy", "--config-file", str(ROOT / "pyproject.toml")]
    command += ["--cache-dir", str(ROOT / ".mypy_cache" / "plugins")]
    command += ["--python-executable", str(environment.bin / "python")]
    return not _run([*command, "."], plugin, environment)


def _run(command: Sequence[str], plugin: Path, environment: Environment) -> int:
    return subprocess.run(command, cwd=plugin, env=environment.variables(), check=False).returncode


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
