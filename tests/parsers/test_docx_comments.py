"""Comments know the words that they are about."""

from __future__ import annotations

import io

import docx as python_docx

from gxlint.document import Document

from .docx_files import docx, p, parsed, read, run, tbl, tc, tr


def remark(identifier: int, *paragraphs: str) -> str:
    return f'<w:comment w:id="{identifier}" w:author="审核">{"".join([p(words) for words in paragraphs])}</w:comment>'


def start(identifier: int) -> str:
    return f'<w:commentRangeStart w:id="{identifier}"/>'


def end(identifier: int) -> str:
    reference = f'<w:r><w:commentReference w:id="{identifier}"/></w:r>'
    return f'<w:commentRangeEnd w:id="{identifier}"/>{reference}'


def remarks(document: Document) -> list[tuple[str, str]]:
    """Text and commented words of each comment."""
    assert all(comment.scope == comment.span for comment in document.comments)
    return [(comment.text, document.source[comment.span]) for comment in document.comments]


def test_words_in_a_paragraph() -> None:
    body = p(run("全年公开") + start(1) + run("711") + "<w:ins>" + run("余") + "</w:ins>" + end(1) + run("条"))
    document = read(body, comments=remark(1, "核对数字", "与表一不符"))
    assert remarks(document) == [("核对数字\n与表一不符", "711余")]


def test_comments_are_in_the_order_of_their_places() -> None:
    body = p(start(2) + run("甲") + start(1) + run("乙") + end(2) + run("丙") + end(1))
    assert remarks(read(body, comments=remark(1, "一") + remark(2, "二"))) == [("二", "甲乙"), ("一", "乙丙")]


def test_over_paragraphs_and_cells() -> None:
    table = tbl(tr(tc(p("")), tc(p(start(1) + run("1")))), tr(tc(p("2")), tc(p(run("3") + end(1)))))
    document = read(p("前" + "") + start(2) + p("段") + end(2) + table, comments=remark(1, "表") + remark(2, "段"))
    assert remarks(document) == [("段", "段"), ("表", "1\n2\t3")]


def test_in_a_cell_without_the_space_before() -> None:
    cell = tc(p("甲") + p(start(1) + run("乙") + end(1)))
    assert remarks(read(tbl(tr(cell, "1")), comments=remark(1, "注"))) == [("注", "乙")]


def test_without_a_range_or_without_words() -> None:
    hangs = '<w:r><w:commentReference w:id="1"/></w:r>'
    document = read(p(run("甲") + hangs + run("乙") + start(2) + end(2)), comments=remark(1, "一") + remark(2, "二"))
    assert remarks(document) == [("一", ""), ("二", "")]
    assert [comment.span.start for comment in document.comments] == [1, 2]


def test_ends_before_starts_and_comments_that_are_nowhere() -> None:
    body = p('<w:commentRangeEnd w:id="1"/>' + run("甲") + start(1) + run("乙"))
    assert remarks(read(body, comments=remark(1, "一") + remark(7, "七"))) == [("一", "")]
    assert read(body).comments == ()


def test_a_damaged_comments_part_is_a_problem() -> None:
    document = parsed(docx(p(start(1) + run("甲") + end(1)), comments="<w:comment"))
    assert (document.text, document.comments, len(document.problems)) == ("甲\n", (), 1)


def test_a_comment_made_by_python_docx() -> None:
    draft = python_docx.Document()
    paragraph = draft.add_paragraph("全年公开")
    draft.add_comment(paragraph.add_run("711条"), text="gxlint-disable empty-section: 本年无此项", author="审核")
    out = io.BytesIO()
    draft.save(out)
    assert remarks(parsed(out.getvalue())) == [("gxlint-disable empty-section: 本年无此项", "711条")]
