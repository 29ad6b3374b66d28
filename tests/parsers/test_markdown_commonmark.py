"""Inline marks against markdown-it-py: on text in ASCII, where we mean the same, both show the reader the same."""

import re

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from gxlint.parsers.markdown.inline import find_marks

COMMONMARK = MarkdownIt("commonmark").enable("strikethrough")
PIECES = (
    *("a", "b", " ", "\n", "!", '"', "'", "(", ")", ".", "=", "x*y", "\\", "\\*"),
    *("*", "**", "***", "_", "__", "~~", "`", "``", "[", "](u)", "](", '](<u v> "t")', "]"),
    *("<b>", "</b>", "<a href='x'>", "<a href=", "<http://a.b>", "<c@d.e>", "&lt;", "&#65;", "&amp", "&x;"),
)
pictures = st.lists(st.sampled_from((*"ab* ", "![", "](u)", "]", "`")), max_size=12).map("".join)
stretches = st.lists(st.sampled_from(PIECES), max_size=16).map("".join).map(str.strip) | pictures.map(str.strip)


def shown_by_commonmark(text: str) -> str:
    tokens = COMMONMARK.parseInline(text)[0].children or []
    return "".join(token.content for token in tokens if token.type in ("text", "code_inline"))


def shown(text: str) -> str:
    parts = []
    offset = 0
    for mark in find_marks(text, 0, len(text)):
        assert mark.start >= offset
        parts += [text[offset : mark.start], "" if mark.kind else mark.shown]
        offset = mark.end
    return "".join((*parts, text[offset:]))


@settings(max_examples=1500, deadline=None)
@given(stretches)
@example("[*a **b*](u)** `c` <b>d</b> \\*e\\* &lt;")
@example("**a *b** c* ***d***e*")
@example("[a [b](u) c](u) ![d ![e](u)](u)")
def test_the_reader_sees_the_same(text: str) -> None:
    assume("___" not in text)  # a blank to be filled in
    assume("~~~" not in text)
    assume(not re.search(r"[*_~]\]\(", text))  # markdown-it takes the end of a link's text for white space
    assume(not ("![" in text and re.search(r"(?<!!)\[", text)))  # and allows links in pictures in links
    assert re.sub(r"\s", "", shown(text)) == re.sub(r"\s", "", shown_by_commonmark(text))
