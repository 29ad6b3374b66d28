"""The checks for authors of parsers and forms: what is sound passes, and each broken promise is named."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from gxlint.document import Document, Paragraph
from gxlint.findings import Edit
from gxlint.form.disclosure import DisclosureReport
from gxlint.form.reading import DisclosureForm
from gxlint.form.report import Report, Section
from gxlint.parsers.base import Parser, UnreadableError
from gxlint.parsers.docx import DocxParser
from gxlint.parsers.markdown import MarkdownParser
from gxlint.parsers.plain import PlainParser
from gxlint.parsers.writing import RefusedEditError
from gxlint.testing import SHAPES, CorrectReport, Sample, check_form, check_parser, check_report, check_shape
from gxlint.testing.running import built_in_registry
from gxlint.text import PlainText, Source, Span

WORDS = ("政府信息公开工作年度报告", "总体情况", "主动公开", "信息内容", "规章", "2025年1月15日")


def samples(suffix: str) -> list[Sample]:
    shapes = [shape for shape in SHAPES if shape.suffix == suffix]
    return [Sample(f"{shape.name}{suffix}", shape.write(CorrectReport()), WORDS) for shape in shapes]


class LinesParser:
    """A format of lines in UTF-8, which has an own writer."""

    name = "lines"
    suffixes: tuple[str, ...] = (".lines",)

    def parse(self, data: bytes, path: str) -> Document:
        try:
            return self.read(data.decode("utf-8"), path)
        except UnicodeDecodeError as error:
            raise UnreadableError("不是 UTF-8 编码，请另存为 UTF-8") from error

    def read(self, text: str, path: str) -> Document:
        source, blocks = Source(text.removeprefix("\ufeff"), path, self.name), []
        for number in range(1, len(source.lines) + 1):
            plain = PlainText.verbatim(source.text, source.lines.line(number)).strip()
            if plain:
                blocks.append(self.paragraph(plain))
        return Document(source, blocks)

    def paragraph(self, plain: PlainText) -> Paragraph:
        return Paragraph(plain)

    def write(self, data: bytes, document: Document, edits: Sequence[Edit]) -> bytes:
        text = data.decode("utf-8")
        shift = len(text) - len(document.text)
        for span, new in reversed(edits):
            text = text[: span.start + shift] + new + text[span.end + shift :]
        return text.encode("utf-8")


LINES = [Sample("年报.lines", "一、总体情况\n全年公开信息81条。\n".encode(), ("总体情况", "81条"))]


class Shouting(LinesParser):
    suffixes = (".LINES",)


class Opening(LinesParser):
    def parse(self, data: bytes, path: str) -> Document:
        with open(path, "rb") as file:  # noqa: PTH123  as its author wrote it
            return self.read(file.read().decode(), path)


class Renaming(LinesParser):
    def read(self, text: str, path: str) -> Document:
        document = super().read(text, path)
        return Document(Source(document.text, "/tmp/x", "other"), document.blocks)


class Crashing(LinesParser):
    def parse(self, data: bytes, path: str) -> Document:
        return self.read(data.decode("utf-8"), path)


class Leaving(LinesParser):
    def read(self, text: str, path: str) -> Document:
        if "\0" in text:
            raise SystemExit("no such text")
        return super().read(text, path)


class Speechless(LinesParser):
    def parse(self, data: bytes, path: str) -> Document:
        try:
            return super().parse(data, path)
        except UnreadableError as error:
            raise UnreadableError(f"{path} 读不出来") from error


class Reversed(LinesParser):
    def read(self, text: str, path: str) -> Document:
        document = super().read(text, path)
        return Document(document.source, document.blocks[::-1])


class Forgetful(LinesParser):
    def read(self, text: str, path: str) -> Document:
        document = super().read(text, path)
        return Document(document.source, document.blocks[:-1])


class Remembering(LinesParser):
    def __init__(self) -> None:
        self.level = 0

    def paragraph(self, plain: PlainText) -> Paragraph:
        self.level = self.level % 9 + 1
        return Paragraph(plain, level=self.level)


class Elsewhere(LinesParser):
    def write(self, data: bytes, document: Document, edits: Sequence[Edit]) -> bytes:
        moved = [Edit(Span(span.start + 1, span.end + 1), new) for span, new in edits]
        return super().write(data, document, moved)


class Refusing(LinesParser):
    def write(self, data: bytes, document: Document, edits: Sequence[Edit]) -> bytes:
        raise RefusedEditError("不改")


class Inexact(LinesParser):
    def parse_text(self, text: str, path: str, *, encoding: str = "utf-8") -> Document:
        return self.read(text.replace("。", "."), path)


class TestParsers:
    @pytest.mark.parametrize(("parser", "suffix"), [(MarkdownParser(), ".md"), (PlainParser(), ".txt")])
    def test_built_in_ones_of_text(self, parser: Parser, suffix: str) -> None:
        check_parser(parser, samples(suffix))

    def test_the_built_in_one_of_word(self) -> None:
        check_parser(DocxParser(), samples(".docx"))

    def test_one_of_somebody_else(self) -> None:
        check_parser(LinesParser(), LINES)

    @pytest.mark.parametrize(
        ("parser", "complaint"),
        [
            (Shouting(), "suffix '.LINES': in lower case"),
            (Opening(), "raises FileNotFoundError"),
            (Renaming(), "source.kind is 'other'"),
            (Renaming(), "source.path is '/tmp/x'"),
            (Crashing(), "random bytes: raises UnicodeDecodeError"),
            (Leaving(), "raises SystemExit: no such text"),
            (Speechless(), "without the path"),
            (Reversed(), "begins before the end"),
            (Forgetful(), "'81条' is in no paragraph and no cell"),
            (Remembering(), "read again, after others, it is another document"),
            (Elsewhere(), r"written with .* reads '.*', not '改了"),
            (Refusing(), r"written with \[\]: refused"),
            (Inexact(), "parse_text makes something else"),
        ],
        ids=lambda value: type(value).__name__ if isinstance(value, LinesParser) else "",
    )
    def test_a_broken_promise_is_named(self, parser: Parser, complaint: str) -> None:
        with pytest.raises(AssertionError, match=complaint):
            check_parser(parser, LINES)

    def test_words_in_the_wrong_order(self) -> None:
        with pytest.raises(AssertionError, match="'总体情况' is in the wrong order"):
            check_parser(LinesParser(), [LINES[0]._replace(words=("81条", "总体情况"))])

    def test_nothing_to_read(self) -> None:
        with pytest.raises(AssertionError, match="no sample"):
            check_parser(LinesParser(), [])


def reports() -> list[str]:
    return [shape.write(CorrectReport()).decode() for shape in SHAPES if shape.suffix == ".md"]


class Credulous(DisclosureForm):
    def recognises(self, document: Document, path: str) -> bool:
        return "年度报告" in document.text


class Blind(DisclosureForm):
    def recognises(self, document: Document, path: str) -> bool:
        return False


class Delicate(DisclosureForm):
    def read(self, document: Document) -> DisclosureReport:
        assert document.tables[2]
        return super().read(document)


class Common(DisclosureForm):
    subject = Report


class Swapped(DisclosureForm):
    def read(self, document: Document) -> DisclosureReport:
        report = super().read(document)
        report.sections = report.sections[::-1]
        return report


class Displaced(DisclosureForm):
    def read(self, document: Document) -> DisclosureReport:
        report = super().read(document)
        end = len(document.text)
        report.preamble = (Paragraph(PlainText.exact("在后面", Span(end, end + 3))),)
        return report


class Alternating(DisclosureForm):
    def __init__(self) -> None:
        self._odd = False

    def read(self, document: Document) -> DisclosureReport:
        self._odd = not self._odd
        report = super().read(document)
        report.year = 2024 if self._odd else 2023
        return report


class Foreign(DisclosureForm):
    def read(self, document: Document) -> DisclosureReport:
        return super().read(MarkdownParser().parse_text(document.text, "别的.md"))


class TestForms:
    def test_the_built_in_one(self) -> None:
        check_form(DisclosureForm(), reports(), others=["# 会议通知\n\n请准时参加。\n"])

    @pytest.mark.parametrize(
        ("form", "complaint"),
        [
            (Credulous(), "a notice about such reports is recognised"),
            (Blind(), "own report 1 is not recognised"),
            (Delicate(), "an empty draft: raises IndexError"),
            (Common(), "a class of its own is needed"),
            (Swapped(), "begins before the end of section"),
            (Displaced(), r"own report 1: a paragraph of the preamble is said to stand at .* outside the text"),
            (Alternating(), "read again, it is another report"),
            (Foreign(), "has another source"),
        ],
        ids=lambda value: type(value).__name__ if isinstance(value, DisclosureForm) else "",
    )
    def test_a_broken_promise_is_named(self, form: DisclosureForm, complaint: str) -> None:
        with pytest.raises(AssertionError, match=complaint):
            check_form(form, reports()[:1])

    def test_a_report_of_another_form(self) -> None:
        with pytest.raises(AssertionError, match="own report 1 is not recognised"):
            check_form(DisclosureForm(), ["# 青禾县2024年法治政府建设年度报告\n\n一、工作推进情况\n\n逐项落实。\n"])

    def test_nothing_to_read(self) -> None:
        with pytest.raises(AssertionError, match="no report of its own"):
            check_form(DisclosureForm(), [])


def test_a_section_that_cannot_be_found_by_its_place() -> None:
    report = DisclosureForm().read(MarkdownParser().parse_text(reports()[0], "草稿.md"))
    check_report(report)
    first = report.sections[0]
    report.sections = (*report.sections, Section(first.form, first.heading, first.number, first.title, first.blocks))
    with pytest.raises(AssertionError, match="section_at the heading of section overview is another one"):
        check_report(report)


class TestShapes:
    @pytest.mark.parametrize(
        ("old", "new", "told"),
        [
            ("青禾县云溪镇人民政府2024年", "青禾县云溪镇2024年", "agency and year"),
            ("## 五、", "五、甲\n\n## 五、", "lines"),
            ("| 8 |", "| 9 |", "disclosure.penalties.decisions: 9, not 8"),
            ("未收取信息处理费", "办结全部申请", "fee"),
            ("# ", "\n\n关于印发的通知\n\n# ", "lines"),
        ],
    )
    def test_what_is_lost_or_changed_is_told(self, old: str, new: str, told: str) -> None:
        careless = SHAPES[0]._replace(
            render=lambda pieces: SHAPES[0].render(pieces).decode().replace(old, new, 1).encode()
        )
        with pytest.raises(AssertionError, match=told):
            check_shape(careless, CorrectReport(), built_in_registry())
