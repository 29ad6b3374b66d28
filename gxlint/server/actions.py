"""What an editor offers at the light bulb: fixes, suppressions, missing sections, renumbering."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from lsprotocol import types

from gxlint.api import Linter
from gxlint.findings import Diagnostic, Edit, Fix, Safety
from gxlint.form.completion import missing_sections
from gxlint.form.report import Report
from gxlint.i18n import _
from gxlint.prose.series import series_at
from gxlint.server.copying import copies, title_of
from gxlint.server.desk import Desk, Linted
from gxlint.server.diagnostics import Presentation
from gxlint.server.edits import difference, workspace_edit
from gxlint.server.features import Feature
from gxlint.server.jobs import in_thread
from gxlint.suppress.adding import can_carry_remarks, suppression_edits
from gxlint.suppress.directives import FILE, NEXT_LINE
from gxlint.text import Span

Kind = types.CodeActionKind
FIX_ALL = f"{Kind.SourceFixAll.value}.gxlint"
REWRITE = Kind.RefactorRewrite.value
INSERT = "refactor.insert.gxlint"
QUICK_FIX = Kind.QuickFix.value
#: Stands where the user is to say why.
_REASON = "请写明理由"


class _Asked(NamedTuple):
    """What the editor wants to know."""

    linted: Linted
    span: Span
    found: Sequence[tuple[Diagnostic, types.Diagnostic]]
    """Findings at the place, as they are and as they are shown."""


async def actions(desk: Desk, params: types.CodeActionParams) -> list[types.CodeAction] | None:
    """What can be done at a place, the likeliest first."""
    linted = await desk.linted(params.text_document.uri)
    if linted is None or linted.result.document is None:
        return None
    only = [str(getattr(kind, "value", kind)) for kind in params.context.only or ()]
    span = linted.places.span(params.range)
    shown = Presentation(desk, linted)
    here = [found for found in linted.result.diagnostics if (found.span or Span(0, 0)).overlaps(span)]
    asked = _Asked(linted, span, [(item, shown.of(item)) for item in here])
    if linted.draft.is_projection:
        return list(copies(desk.client, linted, asked.found)) if _wanted(QUICK_FIX, only) else []
    offers: list[types.CodeAction] = []
    if _wanted(QUICK_FIX, only):
        offers += [*_fixes(asked), *_fixes_of_a_kind(asked), *_suppressions(asked)]
    if _wanted(INSERT, only):
        offers += _insertions(asked)
    if _wanted(REWRITE, only):
        offers += _renumbering(asked)
    if only and _wanted(FIX_ALL, only):  # it lints over and over, so it is made only for those who ask for it
        offers += await _fix_all(desk, linted)
    return offers


def _wanted(kind: str, only: Sequence[str]) -> bool:
    return not only or any(kind == asked or kind.startswith(f"{asked}.") for asked in only)


def _fixes(asked: _Asked) -> Iterator[types.CodeAction]:
    """Each fix of each finding; a safe one is the obvious choice."""
    for found, shown in asked.found:
        for number, fix in enumerate(found.fixes):
            yield types.CodeAction(
                title=title_of(fix),
                kind=Kind.QuickFix,
                diagnostics=[shown],
                edit=workspace_edit(asked.linted, fix.edits),
                is_preferred=number == 0 and fix.safety is Safety.SAFE,
            )


def _fixes_of_a_kind(asked: _Asked) -> Iterator[types.CodeAction]:
    """All fixes of a rule in the draft, where there are several."""
    for rule in dict.fromkeys(found.rule for found, _shown in asked.found):
        fixes = [found.fixes[0] for found in asked.linted.result.diagnostics if found.rule == rule and found.fixes]
        together = _compatible(fixes)
        if len(together) > 1:
            edits = [edit for fix in together for edit in fix.edits]
            yield types.CodeAction(
                title=_("修复本文件中全部 {count} 处 {rule}", count=len(together), rule=rule),
                kind=Kind.QuickFix,
                diagnostics=[shown for found, shown in asked.found if found.rule == rule],
                edit=workspace_edit(asked.linted, edits),
            )


def _compatible(fixes: Sequence[Fix]) -> list[Fix]:
    """Those that can be made at once; of two that touch the first."""
    chosen: list[Fix] = []
    taken: list[Span] = []
    for fix in fixes:
        spans = [edit.span for edit in fix.edits]
        if not any(span.overlaps(other) for span in spans for other in taken):
            chosen.append(fix)
            taken += spans
    return chosen


def _suppressions(asked: _Asked) -> Iterator[types.CodeAction]:
    """Directives that silence a finding; the user writes the reason."""
    document = asked.linted.result.document
    if document is None or not can_carry_remarks(document):
        return
    for found, shown in asked.found:
        for action, title in (
            (NEXT_LINE, _("在此处压下 {rule}", rule=found.rule)),
            (FILE, _("在本文件中压下 {rule}", rule=found.rule)),
        ):
            edits = suppression_edits(document, [(found, action)], _REASON)
            edit = workspace_edit(asked.linted, edits)
            yield types.CodeAction(title=title, kind=Kind.QuickFix, diagnostics=[shown], edit=edit)


def _insertions(asked: _Asked) -> Iterator[types.CodeAction]:
    """Missing sections, offered at the title and at the headings next to which they belong."""
    report = asked.linted.result.report
    if report is None or not _is_on_heading(report, asked.span):
        return
    missing = list(missing_sections(report))
    for form, edit in missing:
        title = _("插入缺少的部分“{heading}”", heading=form.heading)
        yield types.CodeAction(title=title, kind=INSERT, edit=workspace_edit(asked.linted, [edit]))
    if len(missing) > 1:
        whole = workspace_edit(asked.linted, _joined([edit for _form, edit in missing]))
        yield types.CodeAction(title=_("插入全部 {count} 个缺少的部分", count=len(missing)), kind=INSERT, edit=whole)


def _is_on_heading(report: Report, span: Span) -> bool:
    places = [report.head, *(section.heading.span for section in report.sections)]
    return any(place.overlaps(span) for place in places)


def _joined(edits: Sequence[Edit]) -> Iterator[Edit]:
    """Insertions at the same place as one: editors do not agree in what order they would make several."""
    texts: dict[Span, str] = {}
    for span, text in edits:
        texts[span] = texts.get(span, "") + text
    return (Edit(span, text) for span, text in texts.items())


def _renumbering(asked: _Asked) -> Iterator[types.CodeAction]:
    """The series in which the cursor stands, numbered anew."""
    report = asked.linted.result.report
    section = report.section_at(asked.span) if report else None
    if section is None:
        return
    series = series_at((paragraph.plain for paragraph in section.paragraphs), asked.span)
    edits = [Edit(item.span, item.text) for item in series if not item.is_right]
    if edits:
        edit = workspace_edit(asked.linted, edits)
        yield types.CodeAction(title=_("重新编号"), kind=REWRITE, edit=edit)


async def _fix_all(desk: Desk, linted: Linted) -> list[types.CodeAction]:
    """All safe fixes, until none is left."""
    _thread, fixed = in_thread(partial(_fixed, desk.linter, linted))
    edit = workspace_edit(linted, edits := list(difference(linted.text, await fixed)))
    return [types.CodeAction(title=_("修复所有可自动修复的问题"), kind=FIX_ALL, edit=edit)] if edits else []


def _fixed(linter: Linter, linted: Linted) -> str:
    try:
        data = linted.text.encode()
    except UnicodeEncodeError:  # half of a character, which no file can hold
        return linted.text
    return linter.fix(data, linted.result.path, parser=linted.parser).data.decode()


_OPTIONS = types.CodeActionOptions(code_action_kinds=[Kind.QuickFix, REWRITE, INSERT, FIX_ALL])
FEATURES = (Feature(types.TEXT_DOCUMENT_CODE_ACTION, actions, _OPTIONS),)
