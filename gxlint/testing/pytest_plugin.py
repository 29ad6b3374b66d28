"""pytest for authors of rules: the examples of each rule as tests of their own.

In ``conftest.py``::

    pytest_plugins = ["gxlint.testing.pytest_plugin"]

and in a test module::

    @pytest.mark.parametrize("case", cases(my_rule), ids=str)
    def test_examples(case, run_example):
        run_example(case)

``pytest --update-examples`` writes what is found into the examples, for the author to read and commit.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest

from gxlint.registry import Registry
from gxlint.rule import Rule
from gxlint.testing.examples import Case, check_case
from gxlint.testing.running import Bench
from gxlint.testing.updating import update_case

_OPTION = "--update-examples"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option."""
    parser.addoption(_OPTION, action="store_true", help="write what rules find into their examples")


def pytest_configure(config: pytest.Config) -> None:
    """Refuse what would let several processes write into one file."""
    if config.getoption(_OPTION) and getattr(config.option, "numprocesses", None):
        raise pytest.UsageError(f"{_OPTION} works without -n only")


@pytest.fixture(scope="session")
def rule_registry() -> Registry | None:
    """The registry of the rules that run over examples; override it to have more than gxlint's own."""
    return None


@pytest.fixture(scope="session")
def run_example(request: pytest.FixtureRequest, rule_registry: Registry | None) -> Callable[[Case], None]:
    """Checks an example, or updates it where the option says so."""

    @cache
    def bench(rule: Rule) -> Bench:
        return Bench(rule, rule_registry)

    def run(case: Case) -> None:
        __tracebackhide__ = True
        if request.config.getoption(_OPTION):
            if update_case(case, bench(case.rule)):
                pytest.skip("updated; run again without the option")
            return
        check_case(case, bench(case.rule))

    return run
