"""Findings that the writer has looked at and wants to keep silent: remarks in the draft that say so.

``gxlint-disable``, ``gxlint-disable-next-line`` and ``gxlint-disable-file``, followed by rules separated by commas
(none means all) and a reason behind a colon; ``gxlint-enable`` ends a ``gxlint-disable``. They stand in HTML comments
in Markdown, behind ``//`` in plain text, and in Word comments, where they cover the commented words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import NamedTuple

from gxlint.document import Comment, Document, Table
from gxlint.findings import Diagnostic, Edit, Fix, Safety
from gxlint.i18n import _
from gxlint.rule import Rule
from gxlint.settings import Settings, selectors
from gxlint.text import Pattern, Span, Words

UNUSED = "unused-suppression"
_DIRECTIVE = Pattern(
    r"\s*gxlint-(?P<action>disable-next-line|disable-file|disable|enable)(?![\w-])\s*(?P<names>[^:：]*?)\s*"
    r"(?:[:：]\s*(?P<reason>.*?))?\s*",
    re.DOTALL,
)
_NAME = Pattern(r"[^\s,，]+")


class Directive(NamedTuple):
    """A remark that speaks to gxlint."""

    comment: Comment
    action: str
    """``disable``, ``disable-next-line``, ``disable-file`` or ``enable``."""
    names: tuple[Words, ...]
    """The rules that it names; none means all."""
    reason: str


class Suppression:
    """What a directive silences: findings of some rules that start in a range."""

    def __init__(self, directive: Directive, name: Words | None, span: Span) -> None:
        self.directive = directive
        self.name = name
        """The rule, category or ``namespace/*`` named; ``None`` for all."""
        self.span = span
        self.used = False

    def covers(self, diagnostic: Diagnostic, names: Sequence[str]) -> bool:
        """Whether it silences a finding of the rule that *names* select."""
        if self.name is not None and self.name.text not in names:
            return False
        if diagnostic.span is None:
            return self.directive.action == "disable-file"
        if self.directive.comment.scope is not None and self.directive.action != "disable-file":
            return self.span.overlaps(diagnostic.span)
        return self.span.start <= diagnostic.span.start < self.span.end


class Suppressor:
    """Drops what directives silence, and reports those that silence nothing."""

    def __init__(self, rules: Mapping[str, Rule], settings: Settings) -> None:
        self._rules = rules
        self._settings = settings
        self._names = {rule.id: selectors(rule) for rule in rules.values()}

    def __call__(self, document: Document, diagnostics: Sequence[Diagnostic]) -> Iterable[Diagnostic]:
        """The diagnostics that stay, with those on unused suppressions."""
        if not document.comments:
            return diagnostics
        suppressions = list(read_suppressions(document))
        if not suppressions:
            return diagnostics
        kept = [item for item in diagnostics if not self._silenced(item, suppressions)]
        unused = [item for item in self._unused(document, suppressions) if not self._silenced(item, suppressions)]
        return [*kept, *unused]

    def _silenced(self, diagnostic: Diagnostic, suppressions: Sequence[Suppression]) -> bool:
        names = self._names[diagnostic.rule]
        by_name = diagnostic.rule == UNUSED  # a directive for all rules does not silence the word about itself
        silenced = False
        for suppression in suppressions:
            if not (by_name and suppression.name is None) and suppression.covers(diagnostic, names):
                suppression.used = silenced = True
        return silenced

    def _unused(self, document: Document, suppressions: Sequence[Suppression]) -> Iterator[Diagnostic]:
        rule = self._rules.get(UNUSED)
        if rule is None or not self._settings.runs(rule):
            return
        for suppression in suppressions:
            message = self._complaint(suppression)
            if not suppression.used and message:
                yield Diagnostic(
                    path=document.source.path,
                    rule=rule.id,
                    category=rule.category,
                    severity=self._settings.severity(rule),
                    message=message,
                    source=document.source,
                    span=_place(suppression),
                    fixes=tuple(_fixes(document, suppression)),
                )

    def _complaint(self, suppression: Suppression) -> str:
        """Why a suppression that silenced nothing is a mistake; empty if it may be right in another run."""
        if suppression.directive.action == "enable":
            return _("gxlint-enable 前面没有与它对应的 gxlint-disable")
        if suppression.name is None:
            return _("这条 gxlint-{action} 没有压下任何提示，可以删去", action=suppression.directive.action)
        name = suppression.name.text
        matching = [rule for rule in self._rules.values() if name in self._names[rule.id]]
        if not matching:
            near = get_close_matches(name, self._rules, 1)
            hint = _("，是不是“{near}”", near=near[0]) if near else ""
            return _("没有名为“{name}”的规则{hint}", name=name, hint=hint)
        if not any(self._settings.runs(rule) for rule in matching) or name == UNUSED:
            return ""
        return _("这里没有“{name}”的提示要压下，可以删去", name=name)


def read_suppressions(document: Document) -> Iterator[Suppression]:
    """The suppressions of a document, one for each rule that a directive names."""
    open_ranges: list[Suppression] = []
    end = len(document.text) + 1
    for directive in filter(None, [_read(document, comment) for comment in document.comments]):
        if directive.action == "enable":
            yield from _close(directive, open_ranges)
            continue
        span = _range(document, directive, end)
        for name in directive.names or (None,):
            suppression = Suppression(directive, name, span)
            if directive.action == "disable" and directive.comment.scope is None:
                open_ranges.append(suppression)
            yield suppression


def _close(directive: Directive, open_ranges: list[Suppression]) -> Iterator[Suppression]:
    """End the ranges that an ``enable`` names; one that ends nothing is itself unused."""
    for name in directive.names or (None,):
        ended = [item for item in open_ranges if name is None or (item.name and item.name.text == name.text)]
        for suppression in ended:
            suppression.span = Span(suppression.span.start, directive.comment.span.start)
            open_ranges.remove(suppression)
        if not ended:
            yield Suppression(directive, name, Span(0, 0))


def _read(document: Document, comment: Comment) -> Directive | None:
    match = _DIRECTIVE.fullmatch(comment.text)
    if match is None:
        return None
    start = document.text.find(comment.text, comment.span.start, comment.span.end)
    names = []
    for found in _NAME.finditer(match["names"]):
        offset = start + match.start("names")
        here = Span(offset + found.start(), offset + found.end()) if start >= 0 else comment.span
        names.append(Words(found.group(), here))
    return Directive(comment, match["action"], tuple(names), match["reason"] or "")


def _range(document: Document, directive: Directive, end: int) -> Span:
    """Where a directive holds."""
    comment = directive.comment
    if directive.action == "disable-file":
        return Span(0, end)
    if comment.scope is not None:
        return comment.scope
    if directive.action == "disable":
        return Span(comment.span.start, end)
    return _next_line(document, comment.span.end)


def _next_line(document: Document, offset: int) -> Span:
    """The next line that is not blank; the whole table if one starts there."""
    lines = document.source.lines
    for number in range(lines.position(offset).line + 1, len(lines) + 1):
        line = lines.line(number)
        if document.source[line].strip():
            table = next((block for block in document.between(line) if isinstance(block, Table)), None)
            return Span(line.start, max(line.end, table.span.end if table else 0) + 1)
    return Span(offset, offset)


def _place(suppression: Suppression) -> Span:
    return suppression.name.span if suppression.name else suppression.directive.comment.span


def _fixes(document: Document, suppression: Suppression) -> Iterator[Fix]:
    """Delete the name, or the whole remark where it names nothing else; a Word comment is no text to edit."""
    directive = suppression.directive
    if directive.comment.scope is not None:
        return
    if suppression.name is None or len(directive.names) == 1:
        yield Fix(_("删去这条注释"), (Edit(_whole_line(document, directive.comment.span), ""),), Safety.SAFE)
        return
    index = directive.names.index(suppression.name)
    before, after = directive.names[index - 1 : index], directive.names[index + 1 :]
    start = before[0].span.end if before else suppression.name.span.start
    end = suppression.name.span.end if before else after[0].span.start
    yield Fix(_("删去“{name}”", name=suppression.name.text), (Edit(Span(start, end), ""),), Safety.SAFE)


def _whole_line(document: Document, span: Span) -> Span:
    """A remark with the line that it stands on, if it stands there alone."""
    lines = document.source.lines
    first, last = lines.position(span.start).line, lines.position(span.end).line
    whole = Span(lines.line(first).start, lines.line(last).end)
    if document.source[whole].strip() != document.source[span].strip():
        return span
    following = lines.line(last + 1).start if last < len(lines) else whole.end
    return Span(whole.start, following)
