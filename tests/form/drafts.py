"""Reads drafts as reports."""

from __future__ import annotations

from gxlint.form.disclosure import DisclosureReport
from gxlint.form.reading import DisclosureForm
from gxlint.parsers.plain import PlainParser
from gxlint.plugins.registry import Registry
from gxlint.testing.drafts import Draft
from gxlint.testing.shapes import Shape

REGISTRY = Registry(installed=False)


def read(draft: Draft, shape: Shape) -> DisclosureReport:
    path = "报告" + shape.suffix
    parser = REGISTRY.parser(REGISTRY.parser_name(path) or "")
    return DisclosureForm().read(parser.parse(shape.write(draft), path))


def read_text(text: str) -> DisclosureReport:
    return DisclosureForm().read(PlainParser().parse(text.encode(), "报告.txt"))
