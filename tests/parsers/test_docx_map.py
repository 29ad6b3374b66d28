"""Every place in the text leads back to the same words in the XML, whatever the words and however they are cut."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from gxlint.text import Span

from .docx_files import Xml, anchor_of, check_anchors, docx, p, parsed, read, run, tbl, tc, text, tr

CHARACTERS = st.sampled_from(
    [*"一镇公开。，“《1a-#* &<", "𠮷", "e\u0301", "\u2028", "\u3000", "\t", "\ufeff", "\u00a0"]
)
WORDS = st.lists(CHARACTERS, max_size=8).map("".join)
PROPERTIES = st.sampled_from(["", "", "<w:b/>", '<w:rFonts w:eastAsia="仿宋"/><w:sz w:val="32"/>', "<w:vanish/>"])
BREAKS = st.sampled_from(["<w:r><w:tab/></w:r>", "<w:r><w:br/></w:r>", "<w:r><w:noBreakHyphen/></w:r>", "<w:r/>"])
RUNS = st.builds(run, WORDS, PROPERTIES)
BARE_RUNS = WORDS.map(lambda words: run(words).replace(' xml:space="preserve"', ""))
INLINE = st.one_of(
    RUNS,
    RUNS,
    BARE_RUNS,
    BREAKS,
    RUNS.map(lambda inside: f"<w:ins>{inside}</w:ins>"),
    RUNS.map(lambda inside: f"<w:del>{inside}</w:del>"),
    RUNS.map(lambda inside: f"<w:hyperlink><w:sdt><w:sdtContent>{inside}</w:sdtContent></w:sdt></w:hyperlink>"),
    st.tuples(WORDS, WORDS).map(lambda pair: f"<w:r>{text(pair[0])}<w:tab/>{text(pair[1])}</w:r>"),
)
PARAGRAPH_PROPERTIES = st.sampled_from(["", "", '<w:jc w:val="center"/>', "<w:rPr><w:del/></w:rPr>"])
PARAGRAPHS = st.builds(p, st.lists(INLINE, max_size=4).map("".join), PARAGRAPH_PROPERTIES)
CELL_PROPERTIES = st.sampled_from(["", "", '<w:gridSpan w:val="2"/>', "<w:vMerge/>", '<w:vMerge w:val="restart"/>'])
CELLS = st.one_of(
    st.builds(tc, RUNS.map(p), CELL_PROPERTIES),
    st.builds(tc, st.lists(PARAGRAPHS, min_size=1, max_size=3).map("".join), CELL_PROPERTIES),
)
ROWS = st.lists(CELLS, max_size=4).map(lambda cells: tr(*cells))
TABLES = st.lists(ROWS, max_size=4).map(lambda rows: tbl(*rows))
BODIES = st.lists(st.one_of(PARAGRAPHS, PARAGRAPHS, TABLES), max_size=6).map("".join)


@given(BODIES)
@settings(max_examples=80, deadline=None)
def test_any_body(body: str) -> None:
    data = docx(body)
    document = parsed(data)
    check_anchors(document, data)
    for paragraph in document.paragraphs:
        assert not paragraph.text or paragraph.text[0] == document.text[paragraph.plain.start]
        assert "\t\n".find(document.text[paragraph.span.end : paragraph.span.end + 1]) >= 0
    for table in document.tables:
        rows = document.source[table.span].split("\n")
        assert len(rows) >= len(table.rows)
        for cell in table.cells:
            assert document.source[cell.span] == cell.text
            before = rows[cell.row][
                : cell.span.start - table.span.start - sum(len(row) + 1 for row in rows[: cell.row])
            ]
            assert before.count("\t") == cell.column


@given(BODIES)
@settings(max_examples=30, deadline=None)
def test_folding_changes_nothing(body: str) -> None:
    """A part whose markup cannot be told by its bytes is read element by element, to the same end."""
    short = parsed(docx(body))
    long = parsed(docx(body + "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t><![CDATA[]]></w:t></w:r></w:p>"))
    assert short.text == long.text
    assert repr(short.blocks) == repr(long.blocks)
    assert short.source.map is not None
    assert long.source.map is not None
    assert short.source.map.pieces == long.source.map.pieces


def test_a_piece_of_a_piece() -> None:
    data = docx(p(run("全年公开") + run("711") + run("条。")))
    document = parsed(data)
    assert document.source.map is not None
    found = list(document.source.map.anchors(Span(2, 6)))
    assert [(span, anchor.path, anchor.offset) for span, anchor in found] == [
        (Span(2, 4), (0, 0, 0, 0), 2),
        (Span(4, 6), (0, 0, 1, 0), 0),
    ]
    assert [Xml(data).shown(anchor, span.length) for span, anchor in found] == ["公开", "71"]


def test_where_text_is_put_in() -> None:
    document = read(p(run("全年") + run("公开")) + p("") + p("完"))
    assert document.source.map is not None
    places = [document.source.map.insertion(offset) for offset in (0, 1, 2, 4, 5, 6, 7)]
    assert [place and (place.path[1:], place.offset) for place in places] == [
        ((0, 0, 0), 0),
        ((0, 0, 0), 1),
        ((0, 0, 0), 2),
        ((0, 1, 0), 2),
        None,
        ((2, 0, 0), 0),
        ((2, 0, 0), 1),
    ]


def test_comments_and_instructions_between_elements_do_not_count() -> None:
    data = docx("<!-- <w:p> -->" + p("甲") + "<?x?>" + "<w:p><!-- a --><w:r><w:t>乙<!-- b --></w:t></w:r></w:p>")
    document = parsed(data)
    assert anchor_of(document, "乙").path == (0, 1, 0, 0)
    check_anchors(document, data)
