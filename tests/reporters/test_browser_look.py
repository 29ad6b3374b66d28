"""How the HTML report looks, on a screen and on paper, and how it is used without a mouse."""

from __future__ import annotations

from pathlib import Path

from gxlint.findings import Severity

from .browser import Browser


class TestLook:
    def test_dark_mode(self, browser: Browser, page: Path) -> None:
        browser.open(page)
        light = (browser.style("body", "backgroundColor"), browser.style("mark.error", "backgroundColor"))
        browser.open(page, dark=True)
        dark = (browser.style("body", "backgroundColor"), browser.style("mark.error", "backgroundColor"))
        assert all(_brightness(one) - _brightness(other) > 100 for one, other in zip(light, dark, strict=True))
        assert _contrast(browser.style("body", "color"), dark[0]) > 7
        assert _contrast(browser.style("mark.error", "color"), dark[1]) > 4.5

    def test_what_is_marked_can_be_read(self, shown: Browser) -> None:
        for severity in Severity:
            mark = f"mark.{severity.label}"
            assert _contrast(shown.style(mark, "color"), shown.style(mark, "backgroundColor")) > 4.5
            tag = f".tag.{severity.label}"
            assert _contrast(shown.style(tag, "color"), shown.style(tag, "backgroundColor")) > 4.5

    def test_draft_and_list_stand_side_by_side_unless_the_window_is_narrow(self, opened: Browser) -> None:
        assert _left(opened, "#file-1 .findings") > _right(opened, "#file-1 .draft")
        opened.command("Emulation.setDeviceMetricsOverride", width=600, height=900, deviceScaleFactor=1, mobile=False)
        try:
            assert _left(opened, "#file-1 .findings") < _right(opened, "#file-1 .draft")
            assert opened.run("return document.documentElement.scrollWidth <= innerWidth"), (
                "only tables scroll sideways"
            )
        finally:
            opened.command("Emulation.clearDeviceMetricsOverride")

    def test_printed_it_has_no_controls_and_every_finding(self, opened: Browser) -> None:
        opened.command("Emulation.setEmulatedMedia", media="print")
        try:
            assert not opened.find("#filters").is_displayed()
            assert opened.style("#file-1 .findings", "position") == "static"
            assert opened.style("#file-1 .findings", "maxHeight") == "none"
            assert opened.style("#file-2", "breakBefore") == "page"
        finally:
            opened.command("Emulation.setEmulatedMedia", media="")

    def test_on_paper_nothing_is_dark_and_all_can_be_read(self, opened: Browser) -> None:
        scheme = [{"name": "prefers-color-scheme", "value": "dark"}]
        opened.command("Emulation.setEmulatedMedia", media="print", features=scheme)
        try:
            assert _brightness(opened.style("body", "backgroundColor")) == 255
            for part in ("body", ".related a", ".where", ".tag.error", ".tag.warning"):
                assert _contrast(opened.style(part, "color"), "rgb(255, 255, 255)") > 4.5, part
        finally:
            opened.command("Emulation.setEmulatedMedia", media="")


class TestAccess:
    def test_landmarks_and_headings(self, shown: Browser) -> None:
        assert len(shown.all("main")) == len(shown.all("nav")) == len(shown.all("h1")) == 1
        labelled = shown.run(
            "return [...document.querySelectorAll('article, aside, nav, form, section')].every((found) =>"
            " found.ariaLabel || document.getElementById(found.getAttribute('aria-labelledby')))"
        )
        assert labelled

    def test_the_first_key_offers_to_pass_over_the_controls(self, opened: Browser) -> None:
        from selenium.webdriver.common.keys import Keys

        opened.find("body").send_keys(Keys.TAB)
        assert opened.run("return document.activeElement.hash") == "#main"

    def test_every_control_has_a_name(self, shown: Browser) -> None:
        nameless = shown.run(
            "return [...document.querySelectorAll('a, button, input, summary')].filter((control) =>"
            " !(control.ariaLabel || control.textContent.trim() || control.closest('label'))).length"
        )
        assert nameless == 0


def _numbers(colour: str) -> list[float]:
    return [float(part) for part in colour[colour.index("(") + 1 : -1].split(",")[:3]]


def _brightness(colour: str) -> float:
    return sum(_numbers(colour)) / 3


def _luminance(colour: str) -> float:
    parts = [part / 255 for part in _numbers(colour)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, other: str) -> float:
    """As WCAG counts it."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _left(browser: Browser, selector: str) -> float:
    value: float = browser.run("return document.querySelector(arguments[0]).getBoundingClientRect().left", selector)
    return value


def _right(browser: Browser, selector: str) -> float:
    value: float = browser.run("return document.querySelector(arguments[0]).getBoundingClientRect().right", selector)
    return value
