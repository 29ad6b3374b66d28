"""Output formats."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TextIO

from gxlint.i18n import later
from gxlint.reporters.base import Format, Reporter, Style
from gxlint.rule import Rule


def _text(stream: TextIO, style: Style, _rules: Mapping[str, Rule]) -> Reporter:
    from gxlint.reporters.text import TextReporter

    return TextReporter(stream, style)


def _json(stream: TextIO, _style: Style, _rules: Mapping[str, Rule]) -> Reporter:
    from gxlint.reporters.json import JsonReporter

    return JsonReporter(stream)


FORMATS = (
    Format("text", later("给人看：按文件列出，标出原文"), _text),
    Format("json", later("给程序用：一个 JSON 数组，每个问题一个对象"), _json),
)
