"""gxlint as its users get it: the wheel of this checkout, and environments in which it is installed.

``python -m tests.wheel FOLDER`` builds the wheel into a folder and prints its path.
"""

from __future__ import annotations

import fcntl
import os
import subprocess
import sys
import venv
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parent.parent


def wheel_in(folder: Path) -> Path:
    """The wheel of the checkout, built into *folder* unless another process has done so for this run already."""
    folder.mkdir(parents=True, exist_ok=True)
    with _locked(folder / ".lock"):
        if not any(folder.glob("gxlint-*.whl")):
            pip(Path(sys.executable), "wheel", "--no-deps", "--wheel-dir", str(folder), str(ROOT))
    (wheel,) = folder.glob("gxlint-*.whl")
    return wheel


class Environment:
    """A virtual environment of its own, in which nothing of the checkout can be imported."""

    def __init__(self, folder: Path, *, keep: bool = False) -> None:
        """Make it.

        Args:
            folder: that will hold it.
            keep: whether an environment that is there already may serve.
        """
        if not keep:
            venv.create(folder, with_pip=True, clear=True)
        self.bin = folder / "bin"

    def install(self, *what: str) -> None:
        """Install with pip; arguments as on its command line."""
        pip(self.bin / "python", "install", *what)

    def run(self, *command: str, cwd: Path) -> subprocess.CompletedProcess[str]:
        """Run a command of the environment; its output is text."""
        return subprocess.run(
            [str(self.bin / command[0]), *command[1:]],
            cwd=cwd,
            env=self.variables(),
            capture_output=True,
            text=True,
            check=False,
        )

    def variables(self, **more: str) -> dict[str, str]:
        """The variables of a shell in which the environment is active."""
        kept = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "PYTHONHOME")}
        return {**kept, "PATH": f"{self.bin}{os.pathsep}{kept['PATH']}", "VIRTUAL_ENV": str(self.bin.parent), **more}


def pip(python: Path, *arguments: str) -> None:
    """Run pip of an interpreter.

    Raises:
        AssertionError: it fails; holds what it said.
    """
    done = subprocess.run(
        [str(python), "-m", "pip", "--quiet", "--disable-pip-version-check", *arguments],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


if __name__ == "__main__":
    print(wheel_in(Path(sys.argv[1])))
