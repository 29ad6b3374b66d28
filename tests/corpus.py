"""Where the optional corpus is: real reports that the project does not ship.

Tests that want it ask for :func:`corpus` and are skipped, with the reason, where there is none.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

VARIABLE = "GXLINT_CORPUS"
BESIDE = Path(__file__).resolve().parents[2] / "shared" / "seeds"


def folder() -> Path | None:
    """The folder that the environment names, else the one beside the checkout, if it exists."""
    named = os.environ.get(VARIABLE)
    place = Path(named) if named else BESIDE
    return place if place.is_dir() else None


def corpus() -> Path:
    """The folder, or else the test is skipped."""
    place = folder()
    if place is None:
        pytest.skip(f"no corpus: set {VARIABLE} to a folder of reports")
    return place
