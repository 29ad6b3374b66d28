"""Big files, and texts meant to be slow: time must grow with the length, and no faster."""

from __future__ import annotations

import gc
from time import process_time

from bench import corpus, hostile
from gxlint.api import default_registry
from gxlint.engine import Engine

#: Ten times the length may take so many times the time; caches, and the log in sorting, are not linear.
SUSPICIOUS = 20
#: Where less time than this is spent the ratio says nothing.
_TELLING = 0.1


def big_files() -> None:
    """Print the time for texts of 1 MB and 10 MB, beside that of as many bytes in reports of usual length."""
    engine = _engine()
    for name, shape in corpus.TEXT_SHAPES.items():
        small = [data.decode() for data in corpus.files(shape, 20)]
        bytes_of_small = sum(len(text.encode()) for text in small)
        seconds = sum(_lint(engine, name, text) for text in small) / bytes_of_small * 1e6
        print(f"{name}: {seconds:6.2f} s CPU a MB in reports of usual length", end="")
        for size in (1_000_000, 10_000_000):
            taken = _lint(engine, name, corpus.big(shape, size))
            print(f", {taken:6.2f} s for a file of {size // 1_000_000} MB", end="", flush=True)
        print()


def hostile_texts(size: int) -> None:
    """Print each hostile text that takes more than its share when it is ten times as long."""
    engine = _engine()
    suspects = 0
    for name in corpus.TEXT_SHAPES:
        for (title, small), (_title, large) in zip(hostile.texts(size // 10), hostile.texts(size), strict=True):
            first, second = (_lint(engine, name, text) for text in (small, large))
            if second > _TELLING and second > SUSPICIOUS * first:
                suspects += 1
                print(f"{name}, {title}: {first:.2f} s, ten times as long {second:.2f} s")
    print(f"{suspects} texts of {size} characters take more than {SUSPICIOUS} times the time of a tenth of them")


def _engine() -> Engine:
    engine = Engine(default_registry())
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000)  # as the command line has it
    return engine


def _lint(engine: Engine, parser: str, text: str) -> float:
    """CPU seconds to read and lint a text."""
    gc.collect()
    started = process_time()
    document = engine.registry.parser(parser).parse(text.encode(), f"draft.{parser}")
    engine.lint(document)
    return process_time() - started
