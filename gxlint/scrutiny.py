"""What a rule says, checked before it is passed on: nothing in it trips whoever shows, counts or applies it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any

from gxlint.findings import Edit, Finding, Fix, Related, Safety
from gxlint.form.report import Report
from gxlint.i18n import _
from gxlint.plugins.errors import PluginError, in_short
from gxlint.text import Source, Span

#: What a rule may speak of: one draft, or all of a run.
Drafts = Sequence[tuple[Source, Report | None]]


def findings_of(given: object) -> Iterator[Any]:
    """What a rule gives, one by one.

    Raises:
        PluginError: it is nothing that can be gone through.
    """
    if isinstance(given, str | bytes | Finding) or not isinstance(given, Iterable):
        raise PluginError(_("check 应当用 yield 逐个给出 Finding，实为 {found}", found=in_short(given)))
    return iter(given)


def draft_of(finding: object, drafts: Drafts, count: int) -> tuple[Source, Report | None]:
    """The draft that a finding speaks of.

    Args:
        finding: as the rule gives it.
        drafts: those that it may speak of.
        count: how many the rule reads.

    Raises:
        PluginError: the finding is none, or makes no sense.
    """
    if not isinstance(finding, Finding) or not isinstance(finding.message, str):
        raise PluginError(_("应给出 Finding，实为 {found}", found=in_short(finding)))
    named = finding.source or (drafts[0][0] if drafts else None)
    source, report = next((draft for draft in drafts if draft[0] is named), (None, None))
    if source is None or (finding.source is None and count > 1):
        raise PluginError(_("读几份报告的规则，给出的 Finding 要写明 source 是其中哪一份"))
    for span in _places(finding):
        _check_span(span, len(source.text))
    for fix in finding.fixes:
        _check_overlap(fix)
    return source, report


def _places(finding: Finding) -> Iterator[object]:
    """All places that a finding names, with everything around them seen to be what it should."""
    yield finding.span
    for related in _all(finding.related, Related, "related"):
        _check_text(related.message, "Related.message")
        yield related.span
    for fix in _all(finding.fixes, Fix, "fixes"):
        _check_text(fix.title, "Fix.title")
        if not isinstance(fix.safety, Safety):
            raise _wrong("Fix.safety", "Safety", fix.safety)
        for edit in _all(fix.edits, Edit, "edits"):
            _check_text(edit.text, "Edit.text")
            yield edit.span


def _all(items: object, wanted: type[Any], name: str) -> Sequence[Any]:
    if not isinstance(items, tuple | list) or not all(isinstance(item, wanted) for item in items):
        raise _wrong(name, f"tuple[{wanted.__name__}, ...]", items)
    return items


def _wrong(name: str, wanted: str, found: object) -> PluginError:
    return PluginError(_("{name} 应是 {wanted}，实为 {found}", name=name, wanted=wanted, found=in_short(found)))


def _check_text(text: object, name: str) -> None:
    if not isinstance(text, str):
        raise _wrong(name, "str", text)


def _check_overlap(fix: Fix) -> None:
    for first, second in pairwise(sorted(fix.edits)):
        if first.span.end > second.span.start:
            raise PluginError(_("一处修改里的两个位置重叠：{first}、{second}", first=first.span, second=second.span))


def _check_span(span: object, length: int) -> None:
    if not (isinstance(span, Span) and isinstance(span.start, int) and isinstance(span.end, int)):
        raise _wrong("span", "Span", span)
    if not 0 <= span.start <= span.end <= length:
        raise PluginError(_("位置 {span} 不在文稿的 {length} 个字之内", span=span, length=length))
