"""The HTML report in a browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from .browser import Browser, chromium, require
from .runs import run, written


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    require()
    with chromium(tmp_path_factory.mktemp("profile")) as found:
        yield found


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "结果.html"
    path.write_text(written("html", run()), encoding="utf-8")
    return path


@pytest.fixture
def opened(browser: Browser, page: Path) -> Browser:
    """The page anew, to be used in any way."""
    browser.open(page)
    return browser


@pytest.fixture
def shown(browser: Browser, page: Path) -> Browser:
    """The page, to be looked at only."""
    if not browser.fresh:
        browser.open(page)
        browser.fresh = True
    return browser
