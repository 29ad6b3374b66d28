"""How a draft becomes markup; what people see of it is tested in the browser."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gxlint.document import Block, Document, Paragraph, Picture, Table, TableCell, Verbatim
from gxlint.findings import Related
from gxlint.reporters.html.draft import DraftView
from gxlint.reporters.html.explanations import explanations
from gxlint.reporters.html.grid import rows_of
from gxlint.reporters.html.marks import Numbered, marks_of
from gxlint.reporters.html.markup import element, join, text
from gxlint.text import PlainText, Source, Span

from .runs import MARKDOWN, RULES, at, diagnostic, findings, read


class Seen(HTMLParser):
    """What a browser would make of markup: its text without the numbers of findings, and the words of each mark."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.text = ""
        self.marked: dict[str, str] = {}
        self.ids: list[str] = []
        self.classes: list[str] = []
        self._open: list[dict[str, str | None]] = []
        self.feed(markup)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        found = dict(attributes)
        self._open.append(found)
        self.ids += [value for value in (found.get("id"),) if value]
        self.classes.append(found.get("class") or "")
        if tag == "mark":
            for key in (found.get("data-f") or "").split():
                self.marked.setdefault(key, "")

    def handle_endtag(self, tag: str) -> None:
        self._open.pop()

    def handle_data(self, data: str) -> None:
        if self._open and (self._open[-1].get("class") or "").startswith("no "):
            return
        self.text += data
        for key in {key for found in self._open for key in (found.get("data-f") or "").split()}:
            self.marked[key] += data


def seen(document: Document, spans: Iterable[Span], *, related: Sequence[Span] = ()) -> Seen:
    """A draft with findings at places, numbered as they are given."""
    others = tuple(Related(span, "") for span in related)
    found = [Numbered(1, number, diagnostic(document, span, related=others)) for number, span in enumerate(spans, 1)]
    return Seen(DraftView(document, None, marks_of(found), {}).write())


def draft(source: str, *blocks: Block) -> Document:
    return Document(Source(source), blocks)


def paragraph(source: str, start: int, end: int) -> Paragraph:
    return Paragraph(PlainText.verbatim(source, Span(start, end)))


class TestMarks:
    def test_text_without_marks_is_left_whole(self) -> None:
        assert seen(draft("甲乙丙", paragraph("甲乙丙", 0, 3)), []).text == "甲乙丙"

    def test_marks_of_the_format_are_no_text(self) -> None:
        source = "**二是**严把"
        plain = PlainText.pieces(source, [Span(2, 4), Span(6, 8)])
        found = seen(draft(source, Paragraph(plain, span=Span(0, 8))), [Span(3, 7), Span(0, 2)])
        assert found.text == "二是严把"
        assert found.marked["1-1"] == "是严"
        assert found.marked["1-2"] == "", "a point where the asterisks stand"

    def test_a_character_that_stands_for_several_is_marked_whole(self) -> None:
        source = "甲&amp;乙"
        plain = PlainText.join([PlainText.verbatim(source, Span(0, 1)), PlainText.shown("&", Span(1, 6))])
        assert seen(draft(source, Paragraph(plain)), [Span(1, 6)]).marked["1-1"] == "&"

    def test_what_stands_in_no_block_is_shown_from_the_source(self) -> None:
        source = "甲\n<!-- gxlint-disable -->\n乙"
        document = draft(source, paragraph(source, 0, 1), paragraph(source, 26, 27))
        assert seen(document, []).text == "甲\n乙"
        found = seen(document, [at(document, "gxlint-disable")])
        assert "<!-- gxlint-disable -->" in found.text
        assert found.marked["1-1"] == "gxlint-disable"

    def test_a_place_in_an_empty_draft(self) -> None:
        assert "m1-1" in seen(draft(""), [Span(0, 0)]).ids

    def test_pictures_and_code(self) -> None:
        source = "![图](a.png)\n<b>原样</b>"
        document = draft(source, Picture(Span(0, 11), "图"), Verbatim(Span(12, len(source))))
        found = seen(document, [Span(0, 11), at(document, "原样")])
        assert "［图片：图］" in found.text
        assert "<b>原样</b>" in found.text
        assert "picture whole warning" in found.classes
        assert found.marked["1-2"] == "原样"

    @settings(max_examples=80, deadline=None)
    @given(st.data())
    def test_whatever_is_marked_the_text_stays_and_each_finding_is_reached_once(self, data: st.DataObject) -> None:
        source = data.draw(st.text("甲乙<&\n", min_size=1, max_size=30))
        lines = [match.span() for match in re.finditer(r"[^\n]+", source)]
        document = draft(source, *(paragraph(source, *line) for line in lines))
        place = st.integers(0, len(source))
        pairs = st.tuples(place, place).map(lambda pair: Span(min(pair), max(pair)))
        spans = data.draw(st.lists(pairs, max_size=6))
        others = data.draw(st.lists(pairs, max_size=2))
        found = seen(document, spans, related=others)
        plain = seen(document, []).text.replace("\n", "")
        assert found.text.replace("\n", "") == plain
        assert sorted(name for name in found.ids if name.startswith("m")) == sorted(
            f"m1-{number}" for number in range(1, len(spans) + 1)
        )
        assert len(found.ids) == len(set(found.ids))
        for number, span in enumerate(spans, 1):
            assert found.marked.get(f"1-{number}", "") == source[span.start : span.end].replace("\n", "")


class TestTables:
    def table(self, *cells: tuple[int, int, str, int, int], exact: bool = True) -> Document:
        source = "|".join(cell[2] for cell in cells)
        made, offset = [], 0
        for row, column, words, rows, columns in cells:
            plain = PlainText.verbatim(source, Span(offset, offset + len(words)))
            made.append(TableCell(plain, row, column, row_span=rows, column_span=columns))
            offset += len(words) + 1
        return draft(source, Table(Span(0, len(source)), made, exact=exact))

    def rows(self, document: Document, columns: frozenset[str] = frozenset()) -> list[list[str]]:
        shown = rows_of(document.tables[0], columns)
        return [[" ".join(cell.text for cell in slot.cells) for slot in row] for row in shown]

    def test_a_hole_left_of_a_cell_is_filled_and_a_covered_place_is_not(self) -> None:
        document = self.table((0, 0, "甲", 2, 1), (0, 1, "乙", 1, 1), (1, 2, "丙", 1, 1))
        assert self.rows(document) == [["甲", "乙"], ["", "丙"]]

    def test_cells_in_lines_become_rows(self) -> None:
        lines = ["项目", "自然人", "总计", "一、新收", "1", "1", "三、结果", "（一）公开", "2", "2"]
        document = self.table(*((number, 0, line, 1, 1) for number, line in enumerate(lines)), exact=False)
        assert self.rows(document) == [
            ["项目 自然人 总计"],
            ["一、新收", "1", "1"],
            ["三、结果"],
            ["（一）公开", "2", "2"],
        ]

    def test_a_head_of_a_column_is_no_head_of_a_row(self) -> None:
        document = self.table(
            *((number, 0, line, 1, 1) for number, line in enumerate(["维持", "总计", "0", "0"])), exact=False
        )
        assert self.rows(document, frozenset({"总计"})) == [["维持 总计"], ["", "0", "0"]]

    def test_a_table_without_figures_stays_as_it_is(self) -> None:
        document = self.table((0, 0, "甲", 1, 1), (1, 0, "乙", 1, 1), exact=False)
        assert self.rows(document) == [["甲"], ["乙"]]

    def test_a_huge_cell_costs_nothing(self) -> None:
        document = self.table((0, 0, "甲", 10**9, 10**9), (1, 0, "乙", 1, 1))
        assert len(self.rows(document)) == 2

    def test_a_finding_on_the_table_as_a_whole_marks_no_cell(self) -> None:
        document = self.table((0, 0, "甲", 1, 1), (0, 1, "乙", 1, 1))
        found = seen(document, [Span(0, 3)])
        assert found.marked == {}
        assert "m1-1" in found.ids
        assert "whole warning" in found.classes

    def test_a_blank_cell_is_marked_only_where_it_is_meant(self) -> None:
        document = self.table((0, 0, "甲", 1, 1), (0, 1, "", 1, 1), (0, 2, "乙", 1, 1), (0, 3, "丙", 1, 1))
        assert "warning point" not in seen(document, [Span(0, 4)]).classes
        assert "warning point" in seen(document, [Span(2, 2)]).classes


class TestNotes:
    def test_only_sums_that_a_finding_tells_of(self) -> None:
        from gxlint.reporters.html.sums import expected_figures

        result = read(MARKDOWN)
        assert expected_figures(result.report, []) == {}
        (total,) = [found for found in findings(result) if found.rule == "outcome-sum-mismatch"]
        notes = expected_figures(result.report, [total])
        assert list(notes) == [total.span]
        ((note,),) = notes.values()
        assert "应为 3" in note


class TestMarkup:
    def test_text_and_attributes_are_escaped(self) -> None:
        assert element("a", text("<b>&\"'"), href="\"'><script>") == (
            '<a href="&quot;&#x27;&gt;&lt;script&gt;">&lt;b&gt;&amp;&quot;&#x27;</a>'
        )

    def test_control_characters_become_visible(self) -> None:
        assert text("\x00\x1b\u202e\u2066\t\n") == "␀␛␦␦\t\n".replace("␦", "\N{SYMBOL FOR SUBSTITUTE FORM TWO}")

    def test_attributes(self) -> None:
        assert element("input", class_="a", data_f=1, hidden="", title=None) == '<input class="a" data-f="1" hidden="">'
        assert join([text("a"), text("b")], " & ") == "a &amp; b"

    @pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", ""])
    def test_only_the_web_is_linked(self, url: str) -> None:
        from gxlint.reporters.html.explanations import link

        assert link(url, "依据") == "依据"
        assert link("https://example.gov.cn", "依据").startswith("<a ")


class TestExplanations:
    def test_examples_have_labels_and_lines_join(self) -> None:
        markup = explanations([RULES["misused-jiezhi"]])
        assert "<p>有问题的写法" in markup
        assert "bad in=" not in markup
        assert "<h4>说明</h4>" in markup
        paragraphs = re.findall(r"<p>(.*?)</p>", markup, re.DOTALL)
        assert not any("\n" in found for found in paragraphs)

    def test_all_rules_can_be_explained(self) -> None:
        markup = explanations(RULES.values())
        assert markup.count("<details") == len(RULES)
        assert "<script" not in markup
