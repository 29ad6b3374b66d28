"""One file in the report: the draft beside the list of what was found in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence, Set

from gxlint.document import Document, Verbatim
from gxlint.findings import Diagnostic, Related, Severity
from gxlint.i18n import _
from gxlint.reporters.base import Checked
from gxlint.reporters.html.draft import DraftView
from gxlint.reporters.html.explanations import link, rule_id
from gxlint.reporters.html.marks import Numbered, marks_of
from gxlint.reporters.html.markup import NOTHING, Html, element, join, text
from gxlint.reporters.html.sums import expected_figures
from gxlint.reporters.paths import STDIN
from gxlint.reporters.text import safety_name, severity_name
from gxlint.text import Span


class File:
    """All that came of one file in a run."""

    def __init__(self, number: int, checked: Checked) -> None:
        self.number = number
        """Its place in the run, from 1; 0 stands for what belongs to no file."""
        self.checked = checked
        self.diagnostics: list[Diagnostic] = []

    @property
    def name(self) -> str:
        """What to call it."""
        return self.checked.path or (STDIN if self.number else _("插件与规则"))

    @property
    def id(self) -> str:
        """The name of its article within the page."""
        return f"file-{self.number}"

    @property
    def shown(self) -> bool:
        """Whether there is more to say of it than a line in the index."""
        return bool(self.diagnostics) or self.checked.status not in ("skipped", "empty")

    def counts(self) -> Counter[Severity]:
        """Its findings by severity."""
        return Counter(diagnostic.severity for diagnostic in self.diagnostics)

    def numbered(self) -> list[Numbered]:
        """Its findings, sorted by place, with numbers from 1."""
        found = sorted(self.diagnostics, key=lambda diagnostic: (diagnostic.sort_key, diagnostic.message))
        return [Numbered(self.number, number, diagnostic) for number, diagnostic in enumerate(found, 1)]


def article(file: File, explained: Set[str], *, folded: bool) -> Html:
    """The article of a file.

    Args:
        file: what came of it.
        explained: ids of the rules that the page explains.
        folded: show the draft only on request; for files in which nothing was found, among many.
    """
    findings = file.numbered()
    head = element("header", element("h2", text(file.name), id=f"{file.id}-name"), element("p", _about(file)))
    body = element("div", _draft(file, findings, folded=folded), _list(file, findings, explained), class_="columns")
    return element("article", head, body, id=file.id, class_="file", aria_labelledby=f"{file.id}-name")


def counted(counts: Counter[Severity]) -> Html:
    """How many findings of each severity there are."""
    tags = [
        element(
            "span",
            text(_("{count} 个{severity}", count=counts[severity], severity=severity_name(severity))),
            class_=f"tag {severity.label}" if counts[severity] else None,
        )
        for severity in sorted(Severity, reverse=True)
    ]
    return join(tags, " ")


def _about(file: File) -> Html:
    report = file.checked.report
    parts: list[Html] = []
    if report is not None and report.agency:
        parts.append(text(report.agency))
    if report is not None and report.year is not None:
        parts.append(text(_("{year} 年度", year=report.year)))
    return join([*parts, counted(file.counts())], " · ")


def _draft(file: File, findings: Sequence[Numbered], *, folded: bool) -> Html:
    document = _document(file)
    if document is None:
        return NOTHING
    report = file.checked.report
    view = DraftView(document, report, marks_of(findings), expected_figures(report, file.diagnostics))
    shown = element("section", view.write(), class_="draft", lang="zh-CN", aria_label=_("文稿"))
    return element("details", element("summary", text(_("显示文稿"))), shown) if folded else shown


def _document(file: File) -> Document | None:
    """The draft; its bare text where only that is known."""
    if file.checked.document is not None:
        return file.checked.document
    source = next((diagnostic.source for diagnostic in file.diagnostics if diagnostic.source is not None), None)
    return Document(source, [Verbatim(Span(0, len(source.text)))]) if source is not None else None


def _list(file: File, findings: Sequence[Numbered], explained: Set[str]) -> Html:
    if not findings:
        return element("p", text(_("没有发现问题。")), class_="clean")
    head = element("h3", text(_("问题")), id=f"{file.id}-list")
    listed = element("ol", *(_item(finding, explained) for finding in findings))
    none = element("p", text(_("按现在的筛选，这里没有问题。")), class_="filtered", hidden="")
    return element("aside", head, listed, none, class_="findings", aria_labelledby=f"{file.id}-list")


def _item(finding: Numbered, explained: Set[str]) -> Html:
    diagnostic = finding.diagnostic
    severity = element("span", text(severity_name(diagnostic.severity)), class_=f"tag {diagnostic.severity.label}")
    placed = diagnostic.source is not None and diagnostic.span is not None
    message = text(diagnostic.message)
    said = element("a", message, class_="jump", href=f"#m{finding.key}") if placed else element("span", message)
    return element(
        "li",
        element("p", severity, text(" "), said),
        element("p", join(_where(diagnostic, explained), " · "), class_="where"),
        *_details(finding),
        id=f"f{finding.key}",
        data_f=finding.key,
        data_severity=diagnostic.severity.label,
        data_rule=diagnostic.rule,
    )


def _where(diagnostic: Diagnostic, explained: Set[str]) -> Iterator[Html]:
    if diagnostic.place:
        yield text(diagnostic.place)
    if diagnostic.source is not None and diagnostic.span is not None and diagnostic.source.map is None:
        line, column = diagnostic.source.lines.position(diagnostic.span.start)
        yield text(_("第 {line} 行第 {column} 列", line=line, column=column))
    known = diagnostic.rule in explained
    yield element("a", text(diagnostic.rule), href=f"#{rule_id(diagnostic.rule)}") if known else text(diagnostic.rule)
    if diagnostic.url:
        yield link(diagnostic.url, _("依据"))


def _details(finding: Numbered) -> Iterator[Html]:
    if related := finding.diagnostic.related:
        items = (_related(finding, number, place) for number, place in enumerate(related, 1))
        yield element("ul", *items, class_="related", aria_label=_("相关"))
    for fix in finding.diagnostic.fixes:
        told = _("修复：{title}（{safety}）", title=fix.title, safety=safety_name(fix.safety))
        yield element("p", text(told), class_="fix")


def _related(finding: Numbered, number: int, place: Related) -> Html:
    return element("li", element("a", text(place.message), href=f"#r{finding.key}-{number}"))
