"""A folder linted for the first time, and again when everything is known."""

from __future__ import annotations

import tempfile
from pathlib import Path

from bench import corpus, timing


def main(count: int) -> None:
    """Print what a run over *count* reports in three formats costs without the cache, filling it, and from it."""
    with tempfile.TemporaryDirectory() as place:
        folder, cache = Path(place, "reports"), Path(place, "cache")
        for name, shape in corpus.SHAPES.items():
            corpus.write(folder / name, shape, count // len(corpus.SHAPES))
        check = (*timing.GXLINT, "check", "--quiet", "--jobs", "1", str(folder))
        with_cache = (*check, "--cache-dir", str(cache))
        alone = timing.child((*check, "--no-cache"))
        cold = timing.child(with_cache)
        warm = min(timing.child(with_cache) for _round in range(5))
    for name, taken in (("without the cache", alone), ("filling it", cold), ("everything known", warm)):
        print(
            f"{name:18} {taken:7.2f} s CPU {1000 * taken / count:7.2f} ms a report {alone / taken:6.1f} times as fast"
        )
