"""The plugin that gxlint itself is."""

from __future__ import annotations

from collections.abc import Iterable

from gxlint.form.report import Form
from gxlint.parsers.base import Parser
from gxlint.plugins.interface import DeferredParser, Failure, hookimpl
from gxlint.plugins.rules import walk_rules
from gxlint.reporters import FORMATS
from gxlint.reporters.base import Format
from gxlint.rule import Rule


class BuiltIn:
    """What gxlint itself brings, by the same hooks as anyone."""

    @hookimpl
    def gxlint_rules(self) -> Iterable[Rule | Failure]:
        """All modules under ``gxlint.rules``."""
        from gxlint import rules

        return walk_rules(rules)

    @hookimpl
    def gxlint_parsers(self) -> Iterable[Parser | DeferredParser]:
        """Markdown, plain text and Word."""
        yield DeferredParser("markdown", (".md", ".markdown"), "gxlint.parsers.markdown:MarkdownParser")
        yield DeferredParser("plain", (".txt", ".text"), "gxlint.parsers.plain:PlainParser")
        yield DeferredParser("docx", (".docx", ".docm"), "gxlint.parsers.docx:DocxParser")

    @hookimpl
    def gxlint_forms(self) -> Iterable[Form]:
        """The annual report on government information disclosure."""
        from gxlint.form.reading import DisclosureForm

        yield DisclosureForm()

    @hookimpl
    def gxlint_reporters(self) -> Iterable[Format]:
        """The formats under ``gxlint.reporters``."""
        return FORMATS
