"""Prints the score: ``python -m tests.mutation [--write FILE] [--failures] [RULE OR FAMILY …]``."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from itertools import chain
from pathlib import Path

from . import correct, faults
from .cases import Correct, Fault
from .judging import judge_all
from .score import Score


def main(arguments: Sequence[str] | None = None) -> int:
    """Judge everything and print it; 1 if anything was missed or raised without cause."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutation", description=__doc__)
    parser.add_argument("--write", type=Path, metavar="FILE", help="write the page there")
    parser.add_argument("--failures", action="store_true", help="print the failures instead of the page")
    parser.add_argument("only", nargs="*", metavar="RULE OR FAMILY", help="judge only these")
    chosen = parser.parse_args(arguments)
    every: Iterable[Correct | Fault] = chain(correct.cases(), faults.cases())
    cases = [case for case in every if not chosen.only or _name(case) in chosen.only]
    score = Score(judge_all(cases))
    print(*score.failures, sep="\n") if chosen.failures else print(score.page())
    if chosen.write:
        chosen.write.write_text(score.page(), encoding="utf-8")
    return 1 if score.failures else 0


def _name(case: Correct | Fault) -> str:
    return case.rule if isinstance(case, Fault) else case.family


if __name__ == "__main__":
    raise SystemExit(main())
