"""The plugins in ``plugins/`` as their users have them: installed, beside the wheel of gxlint, where no checkout is.

``python -m tests.plugins [PLUGIN …]`` brings the environment ``.venv-plugins`` in step with the sources and runs, for
each folder with a ``pyproject.toml``, mypy and the plugin's own tests. A plugin names what its tests need in its extra
``test``, and the folder of its tests is no package.
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
_VENV = ROOT / ".venv-plugins"
#: What the environment was made from; written last.
_STAMP = _VENV / ".installed"


def main(names: Sequence[str]) -> int:
    """Test the plugins with these names, all by default; 1 if any of them fails."""
    chosen = [plugin for plugin in plugins() if not names or plugin.name in names]
    environment = installed(plugins())
    failed = [plugin.name for plugin in chosen if not _passes(plugin, environment)]
    print("\nplugins:", ", ".join(plugin.name for plugin in chosen), "- failed:", ", ".join(failed) or "none")
    return 1 if failed else 0


def plugins() -> list[Path]:
    """The folders of the plugins."""
    return sorted(file.parent for file in _FOLDER.glob("*/pyproject.toml"))


def installed(folders: Iterable[Path]) -> Environment:
    """The environment with the wheels of gxlint and of the plugins, built anew where a source has changed."""
    folders = list(folders)
    digest = _digest([ROOT / "gxlint", ROOT / "pyproject.toml", *folders])
    environment = Environment(_VENV, keep=_STAMP.exists())
    if not _STAMP.exists() or _STAMP.read_text() != digest:
        _STAMP.unlink(missing_ok=True)
        with TemporaryDirectory() as built:
            _install(environment, folders, Path(built))
        _STAMP.write_text(digest)
    return environment


def _install(environment: Environment, folders: Sequence[Path], built: Path) -> None:
    wheel_in(built)
    if folders:
        pip(Path(sys.executable), "wheel", "--no-deps", "--wheel-dir", str(built), *map(str, folders))
    wheels = sorted(map(str, built.glob("*.whl")))
    environment.install("--no-deps", "--force-reinstall", *wheels)
    environment.install("pytest>=8.3", *(f"{wheel}[test]" for wheel in wheels if "gxlint-" not in Path(wheel).name))


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
