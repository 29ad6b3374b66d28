"""Output formats."""

from __future__ import annotations

from typing import TextIO

from gxlint.i18n import _
from gxlint.reporters.base import Format, Reporter, Style


def _text(stream: TextIO, style: Style) -> Reporter:
    from gxlint.reporters.text import TextReporter

    return TextReporter(stream, style)


def _json(stream: TextIO, _style: Style) -> Reporter:
    from gxlint.reporters.json import JsonReporter

    return JsonReporter(stream)


FORMATS = (
    Format("text", _("给人看：按文件列出，标出原文"), _text),
    Format("json", _("给程序用：一个 JSON 数组，每个问题一个对象"), _json),
)
