"""Drops what directives silence, and says which directives silence nothing."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from gxlint.document import Document
from gxlint.findings import Diagnostic, Finding, Fix, Safety
from gxlint.i18n import _
from gxlint.rule import Rule
from gxlint.settings import Settings, selectors
from gxlint.suppress.directives import (
    ACTIONS,
    ENABLE,
    FILE,
    Suppression,
    misspelt_action,
    read_suppressions,
)
from gxlint.text import Span, Words

UNUSED = "unused-suppression"
_NOWHERE = Span(-1, -1)


class Suppressor:
    """The suppressions of one choice of settings. It keeps no state of a draft."""

    def __init__(self, rules: Mapping[str, Rule], settings: Settings, *, together: Collection[str] = ()) -> None:
        """Prepare.

        Args:
            rules: all, by id.
            settings: which of them run.
            together: ids of those that read all reports of a run.
        """
        self._rules = rules
        self._settings = settings
        self._together = frozenset(together)
        self._names = {rule.id: selectors(rule) for rule in rules.values()}

    def filter(
        self, document: Document, diagnostics: Sequence[Diagnostic], ran: Collection[str] | None = None
    ) -> Sequence[Diagnostic]:
        """The diagnostics that stay, with those on directives that silence nothing.

        Args:
            document: that the diagnostics are about.
            diagnostics: all but crashes.
            ran: ids of the rules that have run over the document. What may be there for another rule is not said to be
                unused; where it is ``None``, nothing is.
        """
        if not document.comments:
            return diagnostics
        suppressions = list(read_suppressions(document))
        kept = self._unsilenced(diagnostics, suppressions)
        rule = self._rules.get(UNUSED)
        if ran is None or rule is None or not self._settings.runs(rule):
            return kept
        unheard = frozenset({rule.id for rule in self._rules.values() if rule.enabled}.difference(ran))
        words = [*self._unused(document, suppressions, unheard), *_misspelt(document)]
        found = [self._diagnostic(rule, document, word) for word in words]
        # a directive for all rules does not silence the word about itself
        return [*kept, *self._unsilenced(found, [item for item in suppressions if item.name is not None])]

    def _unsilenced(self, diagnostics: Sequence[Diagnostic], suppressions: Sequence[Suppression]) -> list[Diagnostic]:
        """The diagnostics that no suppression covers; those that cover one are marked as used."""
        ordered = sorted(diagnostics, key=lambda item: item.span or _NOWHERE)
        starts = [(item.span or _NOWHERE).start for item in ordered]
        silenced: set[int] = set()
        for suppression in suppressions:
            everywhere = suppression.is_about_words or suppression.directive.action == FILE
            low = 0 if everywhere else bisect_left(starts, suppression.span.start)
            high = len(starts) if everywhere else bisect_left(starts, suppression.span.end)
            mine = [index for index in range(low, high) if self._silences(suppression, ordered[index])]
            suppression.used |= bool(mine)
            silenced.update(mine)
        return [item for index, item in enumerate(ordered) if index not in silenced]

    def _silences(self, suppression: Suppression, diagnostic: Diagnostic) -> bool:
        is_meant = suppression.name is None or suppression.name.text in self._names[diagnostic.rule]
        return is_meant and suppression.covers(diagnostic)

    def _diagnostic(self, rule: Rule, document: Document, finding: Finding) -> Diagnostic:
        return Diagnostic(
            path=document.source.path,
            rule=rule.id,
            category=rule.category,
            severity=self._settings.severity(rule),
            message=finding.message,
            source=document.source,
            span=finding.span,
            fixes=finding.fixes,
        )

    def _unused(
        self, document: Document, suppressions: Sequence[Suppression], unheard: frozenset[str]
    ) -> Iterator[Finding]:
        for suppression in suppressions:
            message = "" if suppression.used else self._complaint(suppression, unheard)
            if message:
                near = self._meant(suppression.name) if suppression.name else ""
                yield Finding(_place(suppression), message, fixes=tuple(_fixes(document, suppression, near)))

    def _complaint(self, suppression: Suppression, unheard: frozenset[str]) -> str:
        """Why a suppression that silenced nothing is a mistake; empty if it may be right."""
        if suppression.directive.action == ENABLE:
            return _("gxlint-enable 前面没有与它对应的 gxlint-disable")
        if suppression.name is None:
            if self._together.issuperset(unheard):
                return _("这条 gxlint-{action} 没有压下任何提示，可以删去", action=suppression.directive.action)
            return ""
        name = suppression.name.text
        matching = [rule for rule, names in self._names.items() if name in names]
        if not matching:
            near = self._meant(suppression.name)
            if near:
                return _("没有名为“{name}”的规则，是不是“{near}”？", name=name, near=near)
            return _("没有名为“{name}”的规则，请改正或删去", name=name)
        if name == UNUSED or not unheard.isdisjoint(matching):
            return ""
        return _("这里没有“{name}”的提示要压下，可以删去", name=name)

    def _meant(self, name: Words) -> str:
        """The selector that a name which is none was meant to be; empty if it is one, or like none."""
        known = {selector for names in self._names.values() for selector in names}
        return "" if name.text in known else _nearest(name.text, known)


def _misspelt(document: Document) -> Iterator[Finding]:
    """Remarks that begin like directives and are none."""
    for comment in document.comments:
        word = misspelt_action(document, comment)
        if word is None:
            continue
        near = _nearest(word.text, ACTIONS)
        if near and near != word.text:
            message = _("没有 gxlint-{action} 这种注释，是不是 gxlint-{near}？", action=word.text, near=near)
            fix = Fix.replace(word.span, near, _("改为 gxlint-{near}", near=near), safety=Safety.SAFE)
            yield Finding(word.span, message, fixes=() if comment.scope else (fix,))
        else:
            message = _("没有 gxlint-{action} 这种注释", action=word.text)
            yield Finding(comment.span, message)


def _nearest(word: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches  # only for mistakes

    near = get_close_matches(word, sorted(known), 1)
    return near[0] if near else ""


def _place(suppression: Suppression) -> Span:
    return suppression.name.span if suppression.name else suppression.directive.comment.span


def _fixes(document: Document, suppression: Suppression, near: str) -> Iterator[Fix]:
    """Write the name that was meant; delete it, or the whole remark where it names nothing else.

    A Word comment is no text to edit.
    """
    directive, name = suppression.directive, suppression.name
    if directive.comment.scope is not None:
        return
    if name is not None and near:
        yield Fix.replace(name.span, near, _("改为“{name}”", name=near), safety=Safety.SAFE)
    if name is None or len(directive.names) == 1:
        yield Fix.replace(_whole_line(document, directive.comment.span), "", _("删去这条注释"), safety=Safety.SAFE)
        return
    index = directive.names.index(name)
    before, after = directive.names[:index], directive.names[index + 1 :]
    start = before[-1].span.end if before else name.span.start
    end = name.span.end if before else after[0].span.start
    yield Fix.replace(Span(start, end), "", _("删去“{name}”", name=name.text), safety=Safety.SAFE)


def _whole_line(document: Document, span: Span) -> Span:
    """A remark with the lines that it stands on, if it stands there alone."""
    lines = document.source.lines
    first, last = lines.position(span.start).line, lines.position(span.end).line
    whole = Span(lines.line(first).start, lines.line(last).end)
    if document.source[whole].strip() != document.source[span].strip():
        return span
    return Span(whole.start, lines.line(last + 1).start if last < len(lines) else whole.end)
