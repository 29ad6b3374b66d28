"""Files a second in one process, and where the time goes: parsing, the form, the rules, the report."""

from __future__ import annotations

import gc
import io
from collections.abc import Sequence
from itertools import pairwise
from time import process_time

from bench import corpus
from gxlint.api import default_registry
from gxlint.engine import Engine
from gxlint.reporters.base import Style, Summary

#: A typical file is linted so often, and its least time counts.
ROUNDS = 7
_SLOWEST = 12


def main(count: int) -> None:
    """Print the times for *count* reports of each format."""
    registry = default_registry()
    engine = Engine(registry)
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000)  # as the command line has it
    for name, shape in corpus.SHAPES.items():
        drafts = [(f"{number}{shape.suffix}", data) for number, data in enumerate(corpus.files(shape, count))]
        parse, form, rules, report = _phases(engine, name, drafts)
        total = parse + form + rules + report
        size = sum(len(data) for _path, data in drafts) / count / 1000
        print(
            f"{name:9} {size:5.1f} KB a file: parse {parse:5.2f}, form {form:5.2f}, rules {rules:5.2f}, "
            f"report {report:5.2f}, together {total:5.2f} ms a file, {1000 / total:4.0f} files/s; "
            f"with rules {(parse + form + rules) / (parse + form):4.2f} times reading alone"
        )
    slowest = sorted(engine.seconds.items(), key=lambda item: -item[1])[:_SLOWEST]
    everything = sum(engine.seconds.values())
    print("rules by time:", ", ".join(f"{rule} {taken / everything:.0%}" for rule, taken in slowest))


def _phases(engine: Engine, name: str, drafts: Sequence[tuple[str, bytes]]) -> list[float]:
    """Milliseconds a file in each phase: the least of several rounds, file by file."""
    parser = engine.registry.parser(name)
    reporter = engine.registry.formats["text"].open(io.StringIO(), Style(), engine.registry.rules)
    least = [[float("inf")] * 4 for _draft in drafts]
    for _round in range(ROUNDS):
        for best, (path, data) in zip(least, drafts, strict=True):
            times = [process_time()]
            document = parser.parse(data, path)
            times.append(process_time())
            engine.understand(document)
            times.append(process_time())
            result = engine.lint(document)
            times.append(process_time())
            reporter.add(result)
            times.append(process_time())
            for phase, (before, after) in enumerate(pairwise(times)):
                best[phase] = min(best[phase], after - before)
    reporter.finish(Summary())
    parse, form, lint, report = (sum(best[phase] for best in least) / len(drafts) * 1000 for phase in range(4))
    return [parse, form, lint - form, report]  # linting reads the form once more
