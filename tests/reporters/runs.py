"""What a run over a folder gives a reporter: a draft in three formats, files that are no drafts, trouble.

The findings are made by hand, at words of the draft, so that no change of a rule changes what is tested here.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from functools import cache

from gxlint.api import default_registry
from gxlint.document import Document
from gxlint.engine import Engine, Result, Status
from gxlint.findings import Diagnostic, Edit, Fix, Related, Safety, Severity
from gxlint.form.disclosure import DisclosureReport
from gxlint.reporters import FORMATS
from gxlint.reporters.base import Checked, Style, Summary
from gxlint.settings import INTERNAL_ERROR, UNREADABLE_DOCUMENT
from gxlint.testing.reports import CorrectReport
from gxlint.testing.shapes import PIPE_MARKDOWN, TABBED_TEXT, TYPED_DOCX
from gxlint.text import Span

DRAFT = (
    CorrectReport()
    .with_paragraph("一", "截止2024年12月31日，全镇共公开政府信息81条，满意度100%。")
    .with_paragraph("五", "存在a<b & “c”的问题；<script>alert(1)</script><img src=x onerror=alert(2)>。")
    .with_cell("applications", "total", "business", 5)
)
MARKDOWN, TEXT, WORD = "2024/云溪镇.md", "2024/云溪镇.txt", "2024/云溪镇.docx"
WRITTEN = {MARKDOWN: PIPE_MARKDOWN, TEXT: TABBED_TEXT, WORD: TYPED_DOCX}
RULES = default_registry().rules


@cache
def read(path: str) -> Result:
    """The draft in one of its formats, understood and not linted."""
    registry = default_registry()
    document = registry.parser(registry.parser_name(path) or "").parse(WRITTEN[path].write(DRAFT), path)
    return Engine(registry).understand(document)


def at(document: Document, words: str, *, within: str = "") -> Span:
    """The first place of words, or their place in the first place of others."""
    start = document.text.index(within) if within else 0
    start = document.text.index(words, start)
    return Span(start, start + len(words))


def diagnostic(document: Document, span: Span | None, rule: str = "misused-jiezhi", **fields: object) -> Diagnostic:
    source = document.source
    made = Diagnostic(source.path, rule, "wording", Severity.WARNING, "“截止”应为“截至”", source, span)
    return made._replace(**fields)  # type: ignore[arg-type]  # any field


def findings(result: Result) -> list[Diagnostic]:
    """One of each kind: words with a fix, a broken sum, overlapping ones, a place without words, text like markup."""
    document = result.document
    assert document is not None
    assert isinstance(result.report, DisclosureReport)
    assert result.report.applications is not None
    total = result.report.applications["total", "business"]
    parts = [result.report.applications[row, "business"] for row in ("granted", "denied.4")]
    words = at(document, "截止")
    fix = Fix("改为“截至”", (Edit(words, "截至"),), Safety.SAFE)
    heading = at(document, "六、其他需要报告的事项")
    found = [
        diagnostic(
            document,
            words,
            place="一、总体情况 第6段",
            related=(Related(at(document, "12月31日", within="截止"), "时点在这里"),),
            fixes=(fix,),
            url="https://example.gov.cn/jiezhi",
        ),
        diagnostic(
            document,
            total.span,
            "outcome-sum-mismatch",
            category="table",
            severity=Severity.ERROR,
            message="“（七）总计”行“商业企业”填的是 5，各项相加为 3，多 2",
            place="表三 （七）总计 商业企业",
            related=tuple(Related(cell.span, f"{cell.value}") for cell in parts),
        ),
        diagnostic(
            document,
            at(document, "止2024年12月31日，全镇"),
            "overlong-sentence",
            severity=Severity.INFO,
            message="句子太长",
        ),
        diagnostic(document, heading.at_end(), "empty-section", severity=Severity.ERROR, message="这里少了内容"),
        diagnostic(
            document,
            at(document, "a<b & “c”"),
            "misspelling",
            message="不认识“a<b & “c””：100%，<b>[这里](https://example.com)</b>\n第二行",
        ),
    ]
    return sorted(found, key=lambda item: item.sort_key)


def run() -> list[Result]:
    """The results of a run in the order in which they come."""
    markdown, word, text = read(MARKDOWN), read(WORD), read(TEXT)
    late = diagnostic(_document(markdown), at(_document(markdown), "81条"), "ningxia/copied", message="与上年雷同")
    unread = Diagnostic(
        "坏的, 旧的.docx", UNREADABLE_DOCUMENT, "document", Severity.ERROR, "文件加密：请去掉密码", None, None
    )
    crashed = Diagnostic("", INTERNAL_ERROR, "document", Severity.ERROR, "插件 x 无法加载", None, None)
    return [
        Result("", Status.RUN, (crashed,)),
        *(result._replace(diagnostics=tuple(findings(result))) for result in (word, markdown, text)),
        Result("坏的, 旧的.docx", Status.FAILED, (unread,)),
        Result("没问题.md", Status.LINTED, (), markdown.document, markdown.report),
        Result("空.txt", Status.EMPTY),
        Result("说明.md", Status.SKIPPED),
        Result(MARKDOWN, Status.RUN, (late,), markdown.document),
    ]


def _document(result: Result) -> Document:
    assert result.document is not None
    return result.document


def written(name: str, results: Iterable[Checked], *, style: Style | None = None) -> str:
    """What a format writes for results."""
    (form,) = [form for form in FORMATS if form.name == name]
    stream = io.StringIO()
    reporter = form.open(stream, style or Style(), RULES)
    summary = Summary()
    for result in results:
        reporter.add(result)
        summary.count(result.diagnostics)
    reporter.finish(summary)
    return stream.getvalue()


def without_drafts(results: Sequence[Result]) -> list[Result]:
    """The same from a cache that keeps findings only."""
    return [result._replace(document=None, report=None) for result in results]
