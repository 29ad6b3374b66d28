"""What gxlint adds to pytest: ``--update-examples``, which writes what rules find into their examples.

pytest loads it by itself wherever gxlint is installed, so nothing is imported here that is not needed then.
"""

from __future__ import annotations

import pytest

OPTION = "--update-examples"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option."""
    group = parser.getgroup("gxlint")
    group.addoption(OPTION, action="store_true", help="write what gxlint rules find into their examples")


def pytest_configure(config: pytest.Config) -> None:
    """Refuse what would let several processes write into one file."""
    if config.getoption(OPTION) and getattr(config.option, "numprocesses", None):
        raise pytest.UsageError(f"{OPTION} works without -n only")
