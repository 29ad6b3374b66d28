"""The language server as its user meets it: the first findings, those after a keystroke, answers while it lints.

What a user waits for is wall-clock time: take these figures on a machine at rest. The CPU time that the server needs
for a keystroke stands beside that of a bare linting of the same text, taken in turns with it: that ratio holds on a
busy one, too.
"""

from __future__ import annotations

import gc
import os
import random
import statistics
from collections.abc import Iterator, Sequence
from pathlib import Path
from time import perf_counter, process_time, sleep
from typing import NamedTuple

from bench import corpus
from bench.editor import Editor, editor
from gxlint.api import Linter

#: Texts by size in bytes, where 0 is a report of usual length, and the share of keystrokes that they get.
SIZES = {"usual": (0, 1), "100 KB": (100_000, 0.3), "1 MB": (1_000_000, 0.1)}
#: Seconds between trifles: they shall not keep the server from its work.
_PAUSE = 0.005
_NAME = "/nowhere/draft.md"


class Times(NamedTuple):
    """Seconds for each keystroke."""

    findings: list[float]
    """Until its findings came."""
    work: list[float]
    """That the server computed for them."""
    bare: list[float]
    """That linting its text without a server computes."""
    answers: list[float]
    """Until each of several trifles was answered, after further keystrokes."""


def main(starts: int, keystrokes: int) -> None:
    """Print how long a user waits.

    Args:
        starts: of the server.
        keystrokes: in a report of usual length; in bigger ones there are fewer.
    """
    usual = _text(0)
    first = [_start(usual) for _ in range(starts)]
    print(f"from the start of the server to the first findings: {_spread(first)}")
    for name, (size, share) in SIZES.items():
        text = _text(size)
        with editor() as it:
            times = _typing(it, text, max(10, round(keystrokes * share)))
            memory = _memory(it.pid)
        work, bare = statistics.fmean(times.work) * 1000, statistics.fmean(times.bare) * 1000
        print(
            f"{name} ({len(text.encode()) / 1000:.0f} KB), {len(times.findings)} keystrokes, {memory:.0f} MB in memory"
        )
        print(f"  from keystroke to findings: {_spread(times.findings)}")
        print(f"  CPU a keystroke: server {work:.1f} ms, a bare linting {bare:.1f} ms: {work / bare:.2f} times as much")
        print(f"  from question to answer while it lints: {_spread(times.answers)}")


def _text(size: int) -> str:
    shape = corpus.SHAPES["markdown"]
    return corpus.big(shape, size) if size else next(corpus.files(shape, 1)).decode()


def _start(text: str) -> float:
    started = perf_counter()
    with editor() as it:
        it.open(text)
        return it.found_at(0) - started


def _typing(it: Editor, text: str, keystrokes: int) -> Times:
    """A letter at the end of a random line, again and again, with a pause for the findings each time."""
    times = Times([], [], [], [])
    lint, rng, lines = Linter().text, random.Random(corpus.SEED), text.split("\n")
    it.open(text)
    it.found_at(0)
    lint(text, _NAME)
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000)  # as the server has it
    for version in range(1, 2 * keystrokes + 1):
        line = rng.randrange(len(lines))
        end = len(lines[line].encode("utf-16-le")) // 2
        lines[line] += "的"
        worked, typed = _cpu(it.pid), perf_counter()
        it.replace(version, line, end, end, "的")
        if version % 2:
            times.findings.append(it.found_at(version) - typed)
            times.work.append(_cpu(it.pid) - worked)
            started, changed = process_time(), "\n".join(lines)
            lint(changed, _NAME)
            times.bare.append(process_time() - started)
        else:
            times.answers.extend(_answers(it, version))
    return times


def _answers(it: Editor, version: int) -> Iterator[float]:
    """Ask trifles until the findings of a version come."""
    while not it.has(version):
        yield it.ask_a_trifle()
        sleep(_PAUSE)


def _cpu(pid: int) -> float:
    """Seconds that a process has computed; 0 where the system does not tell."""
    path = Path(f"/proc/{pid}/stat")
    fields = path.read_text().rpartition(")")[2].split() if path.exists() else ["0"] * 13
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _spread(seconds: Sequence[float]) -> str:
    """Median, 95th percentile and the worst, in milliseconds."""
    worst = sorted(seconds)
    middle, late = (worst[min(len(worst) - 1, round(share * len(worst)))] for share in (0.5, 0.95))
    return f"p50 {middle * 1000:7.1f} ms, p95 {late * 1000:7.1f} ms, worst {worst[-1] * 1000:7.1f} ms"


def _memory(pid: int) -> float:
    """Megabytes that a process holds; 0 where the system does not tell."""
    status = Path(f"/proc/{pid}/status")
    lines = status.read_text().splitlines() if status.exists() else []
    return next((int(line.split()[1]) / 1000 for line in lines if line.startswith("VmRSS")), 0)
