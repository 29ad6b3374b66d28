"""A cold ``gxlint check`` of one report, as multiples of a bare interpreter start."""

from __future__ import annotations

import tempfile
from pathlib import Path

from bench import corpus, timing

BARE = "python -c pass"


def commands(folder: Path) -> dict[str, tuple[str, ...]]:
    """A bare start, and a check of one report in each format."""
    runs: dict[str, tuple[str, ...]] = {BARE: timing.BARE}
    for name, shape in corpus.SHAPES.items():
        (path,) = corpus.write(folder / name, shape, 1)
        runs[f"gxlint check, {name}"] = (*timing.GXLINT, "check", str(path))
    return runs


def main(rounds: int) -> None:
    """Print the ratios."""
    with tempfile.TemporaryDirectory() as folder:
        seconds = timing.children(commands(Path(folder)), rounds)
    bare = seconds[BARE]
    for name, taken in seconds.items():
        print(f"{name:24} {taken * 1000:6.1f} ms CPU {taken / bare:6.1f} bare starts")
