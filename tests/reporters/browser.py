"""Chromium without a window, as the tests of the HTML report drive it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep
from typing import Any

import pytest
from selenium import webdriver
from selenium.webdriver.remote.webelement import WebElement

FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--window-size=1400,1000",
)


def missing() -> str:
    """Why the browser cannot be had; empty where it can."""
    absent = [tool for tool in ("chromium", "chromedriver") if shutil.which(tool) is None]
    return f"{' and '.join(absent)} not installed; see tests/setup_tools.sh" if absent else ""


def require() -> None:
    """Skip where there is no browser; in CI that is a failure."""
    if reason := missing():
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)


class Browser:
    """A page and what a person does with it."""

    def __init__(self, driver: webdriver.Chrome) -> None:
        self.driver = driver
        self.fresh = False
        """The page is as it was opened."""

    def open(self, path: Path, *, dark: bool = False) -> None:
        """Show a file anew."""
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        calm = {"name": "prefers-reduced-motion", "value": "reduce"}
        self.command("Emulation.setEmulatedMedia", features=[scheme, calm])
        self.driver.get(path.as_uri())
        self.fresh = False

    def command(self, name: str, **parameters: object) -> Any:
        """A command of the DevTools protocol."""
        return self.driver.execute_cdp_cmd(name, parameters)

    def run(self, script: str, *arguments: object) -> Any:
        """The value of a script's ``return``."""
        return self.driver.execute_script(script, *arguments)

    def find(self, selector: str) -> WebElement:
        """The first element."""
        return self.driver.find_element("css selector", selector)

    def all(self, selector: str) -> list[WebElement]:
        """All elements."""
        return self.driver.find_elements("css selector", selector)

    def texts(self, selector: str) -> list[str]:
        """The text of each element, shown or not."""
        texts: list[str] = self.run(
            "return [...document.querySelectorAll(arguments[0])].map((found) => found.textContent)", selector
        )
        return texts

    def style(self, selector: str, name: str, pseudo: str | None = None) -> str:
        """A computed style."""
        value: str = self.run(
            "return getComputedStyle(document.querySelector(arguments[0]), arguments[2])[arguments[1]]",
            selector,
            name,
            pseudo,
        )
        return value

    def visible(self, selector: str) -> bool:
        """Whether an element lies within the window and nothing covers it."""
        seen: bool = self.run(
            "const found = document.querySelector(arguments[0]); const box = found.getBoundingClientRect();"
            "const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);"
            "return box.top >= 0 && box.bottom <= innerHeight && (found === top || found.contains(top))",
            selector,
        )
        return seen

    def wait_until_visible(self, selector: str) -> bool:
        """Whether an element is visible once the browser has laid out what is near."""
        deadline = monotonic() + 30
        while not self.visible(selector) and monotonic() < deadline:
            sleep(0.02)
        return self.visible(selector)

    def log(self, kind: str) -> list[dict[str, Any]]:
        """What was logged since the last call: ``browser`` or ``performance``."""
        entries: list[dict[str, Any]] = self.driver.get_log(kind)  # type: ignore[no-untyped-call]  # selenium's
        return entries


@contextmanager
def chromium(profile: Path) -> Iterator[Browser]:
    """A browser with a profile of its own that logs all it asks the network for."""
    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium") or ""
    options.set_capability("goog:loggingPrefs", {"performance": "ALL", "browser": "ALL"})
    for flag in (*FLAGS, f"--user-data-dir={profile}"):
        options.add_argument(flag)
    service = webdriver.ChromeService(shutil.which("chromedriver"))
    driver = webdriver.Chrome(options=options, service=service)
    try:
        yield Browser(driver)
    finally:
        driver.quit()
