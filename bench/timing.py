"""CPU time, taken so that a busy machine matters little: interleaved runs, and their median."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

BARE = (sys.executable, "-c", "pass")
#: The command as it is installed beside this python.
GXLINT = (sys.executable, str(Path(sys.executable).with_name("gxlint")))
ROOT = Path(__file__).parent.parent


def environment() -> dict[str, str]:
    """That of commands that are measured."""
    variables = {**os.environ, "PYTHONPATH": str(ROOT)}
    # without bytecode every start would compile the sources again, which no user's start does
    variables.pop("PYTHONDONTWRITEBYTECODE", None)
    return variables


def child(command: Sequence[str], folder: Path | None = None) -> float:
    """CPU seconds that a command takes, its own children included.

    Raises:
        OSError: there is no such command.
    """
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment(), cwd=folder
    )
    _pid, _status, usage = os.wait4(process.pid, 0)
    process.returncode = 0  # it has been waited for
    return usage.ru_utime + usage.ru_stime


def children(commands: Mapping[str, Sequence[str]], rounds: int, folder: Path | None = None) -> dict[str, float]:
    """The median CPU seconds of each command over *rounds* rounds, in each of which every command runs once."""
    taken: dict[str, list[float]] = {name: [] for name in commands}
    for command in commands.values():
        child(command, folder)  # fills the caches: the system's, and python's of bytecode
    for _round in range(rounds):
        for name, command in commands.items():
            taken[name].append(child(command, folder))
    return {name: statistics.median(seconds) for name, seconds in taken.items()}
