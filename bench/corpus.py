"""Reports to measure with: random correct ones, nothing that anybody wrote."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

from gxlint.testing.bodies import BODIES
from gxlint.testing.reports import CorrectReport
from gxlint.testing.shapes import MERGED_DOCX, PIPE_MARKDOWN, TABBED_TEXT, Shape

#: One usual shape for each file format.
SHAPES = {"markdown": PIPE_MARKDOWN, "docx": MERGED_DOCX, "plain": TABBED_TEXT}
#: The formats whose big files are reports written one below the other.
TEXT_SHAPES = {name: SHAPES[name] for name in ("markdown", "plain")}
SEED = 2024


def reports() -> Iterator[CorrectReport]:
    """Reports without end, the same in every run."""
    rng = random.Random(SEED)
    while True:
        yield CorrectReport.random(rng, rng.choice(BODIES))


def files(shape: Shape, count: int) -> Iterator[bytes]:
    """The first *count* reports as files of a shape."""
    for report, _number in zip(reports(), range(count), strict=False):
        yield shape.write(report)


def write(folder: Path, shape: Shape, count: int) -> list[Path]:
    """Write the first *count* reports into a folder; the paths."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"{number:04}{shape.suffix}" for number in range(count)]
    for path, data in zip(paths, files(shape, count), strict=True):
        path.write_bytes(data)
    return paths


def big(shape: Shape, size: int) -> str:
    """A text of *size* bytes or a little more: one report with the prose and tables of many."""
    written = list(files(shape, 40))
    total = sum(map(len, written))
    return b"\n\n".join(written * (1 + size // total))[:size].decode("utf-8", "ignore")
