"""Engines with rules that are made on the spot."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from gxlint.document import Document
from gxlint.engine import Engine, Result
from gxlint.findings import Diagnostic, Finding, Severity
from gxlint.form.report import Form
from gxlint.plugins import hookimpl
from gxlint.plugins.registry import Registry
from gxlint.rule import Rule
from gxlint.settings import DEFAULTS, Settings
from gxlint.testing.reports import CorrectReport
from gxlint.testing.shapes import PIPE_MARKDOWN

TEXT = PIPE_MARKDOWN.write(CorrectReport()).decode()


class Plugin:
    def __init__(self, *checks: Callable[..., Iterator[Finding]], forms: Sequence[Form] = (), **fields: Any) -> None:
        self.checks = checks
        self.forms = forms
        self.fields = fields

    @hookimpl
    def gxlint_rules(self) -> Iterable[Rule]:
        for check in self.checks:
            rule = Rule(check.__name__.replace("_", "-"), "wording", Severity.WARNING, (), check)
            yield rule._replace(**self.fields)

    @hookimpl
    def gxlint_forms(self) -> Iterable[Form]:
        return self.forms


def parsed(text: str = TEXT, path: str = "草稿.md") -> Document:
    return Registry(installed=False).parser("markdown").parse(text.encode(), path)


def engine(plugin: Plugin, settings: Settings = DEFAULTS) -> Engine:
    return Engine(Registry([("ours", plugin)], installed=False), settings)


def lint(plugin: Plugin, settings: Settings = DEFAULTS, document: Document | None = None) -> Result:
    return engine(plugin, settings).lint(document or parsed())


def ours(result: Result) -> list[Diagnostic]:
    return [item for item in result.diagnostics if item.rule.startswith("ours/") or item.rule == "internal-error"]


def finds_year(document: Document) -> Iterator[Finding]:
    for found in document.prose.find("2024"):
        yield Finding(found.span, "年份")
