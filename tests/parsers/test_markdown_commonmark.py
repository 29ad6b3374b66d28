"""Marks inside lines: CommonMark's syntax, and the places of what markdown-it-py reads."""

import re

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from gxlint.parsers.markdown.commonmark import placed_tokens
from gxlint.parsers.markdown.inline import find_marks

COMMONMARK = MarkdownIt("commonmark").enable("strikethrough")
PIECES = (
    *("a", "b", " ", "\n", "!", '"', "'", "(", ")", ".", "=", "x*y", "\\", "\\*", "\\\n"),
    *("*", "**", "***", "_", "__", "~~", "`", "``", "[", "](u)", "](", '](<u v> "t")', "]"),
    *("<b>", "</b>", "<a href='x'>", "<a href=", "<http://a.b>", "<c@d.e>", "&lt;", "&#65;", "&amp", "&x;"),
)
CHINESE = ("甲", "，", "。", "（", "）", "“", "”", "____", "~~~", "<XX>", "&#10;", "![", "<br>", "\u3000", "\x0b")
pictures = st.lists(st.sampled_from((*"ab* ", "![", "](u)", "]", "`")), max_size=12).map("".join)
stretches = st.lists(st.sampled_from(PIECES), max_size=16).map("".join).map(str.strip) | pictures.map(str.strip)
drafts = st.lists(st.sampled_from((*PIECES, *CHINESE)), max_size=16).map("".join)


def shown(text: str) -> str:
    """What the reader sees, made of the source and the marks in it."""
    parts = []
    offset = 0
    for mark in find_marks(text, 0, len(text)):
        assert mark.start >= offset
        parts += [text[offset : mark.start], "" if mark.kind else mark.shown]
        offset = mark.end
    return "".join((*parts, text[offset:]))


@pytest.mark.parametrize(
    ("source", "seen"),
    [
        # emphasis: what faces which way
        ("*a* _b_ **c** __d__ ***e*** ~~f~~", "a b c d e f"),
        ("a * b * c, a* b*, *a *b", "a * b * c, a* b*, *a *b"),
        ("x*y*z, x**y**z", "xyz, xyz"),
        ("x_y_z, x__y__z, _x_y", "x_y_z, x__y__z, _x_y"),
        ('*"a"* (*b*) "*c*", **d**.', '"a" (b) "c", d.'),
        ('x*"a"*y', 'x*"a"*y'),
        # and what belongs together
        ("*a **b** c* **a *b* c**", "a b c a b c"),
        ("***a** b* ***a* b**", "a b a b"),
        ("*a **b** c*d *e", "a b cd *e"),
        ("**a*", "*a"),
        ("*a _b* c_", "a _b c_"),
        ("****a**** *a\nb*", "a a\nb"),
        ("~~a ~b~~ ~c~", "a ~b ~c~"),
        # code comes first
        ("`a` ``b`c`` ``` d ```", "a b`c d"),
        ("`a *b` c*", "a *b c*"),
        ("``a` b", "``a` b"),
        ("` `` ` `  ` `\\`", "``    \\"),
        ("`&lt;<b>` [a`](u)`", "&lt;<b> [a](u)"),
        # links and pictures
        ("[a](u) [b](<u v>) [c](u 'v') [d](u \"v\") [e](u\n(v)) [](u) [f]()", "a b c d e  f"),
        ("[a](u(v)w) [b](u\\)v) [c](u v) [d] (u) [e](u", "a b [c](u v) [d] (u) [e](u"),
        ("[a [b] c](u) [a \\] b](u) [*a*](u)", "a [b] c a ] b a"),
        ("[a [b](u) c](v)", "[a b c](v)"),
        ("*[a*](u) [*a](u)*", "a* *a"),
        ("![a *b*](u) ![](u) [![a](u)](v)", "  "),
        ("[a] [a][b] [a][]", "[a] [a][b] [a][]"),
        # addresses and tags
        ("<http://a.b/c*d*> <mailto:a@b.c> <a.b@c.d> <xx:y>", "http://a.b/c*d* mailto:a@b.c a.b@c.d xx:y"),
        ("<http://a b> <a@b c> <x:>", "<http://a b> <a@b c> <x:>"),
        ("<b>a</b> <a href=\"b>c\" d e='f' g=h/>i</a> <b c\n=d>", "a i "),
        ("<b <b* c> </b c=> <_b> < b>", "<b <b* c> </b c=> <_b> < b>"),
        ("*<b title='*'>*", ""),
        # characters that are written in another way
        ("&amp;&copy;&#169;&#xA9;&ouml; &amp &nothing; &#; &#x; &;", "&©©©ö &amp &nothing; &#; &#x; &;"),
        ("&#42;a&#42; &lt;b>", "*a* <b>"),
        ("\\*a\\* \\\\ \\a \\  \\[b](u) \\`c\\` \\&lt; \\<b>", "*a* \\ \\a \\  [b](u) `c` &lt; <b>"),
        ("\\**a* a\\\nb", "*a a\nb"),
        # nothing of all this
        ("a * b _ c ~ d [ e ] f < g > h & i ` j \\ k ! l", "a * b _ c ~ d [ e ] f < g > h & i ` j \\ k ! l"),
    ],
)
def test_syntax_of_commonmark(source: str, seen: str) -> None:
    assert shown(source) == seen


def check_place(token: Token, source: str) -> None:
    """What stands in the source is what markdown-it-py says it read there."""
    match token.type:
        case "text_special":
            assert source == token.markup
        case "html_inline" | "text":
            assert source == token.content or (token.type, token.content) == ("text", "")
        case "code_inline":
            inside = source.removeprefix(token.markup).removesuffix(token.markup).replace("\n", " ")
            assert inside in (token.content, f" {token.content} ")
        case "image":
            assert source.startswith(f"![{token.content}](")
            assert source.endswith(")")
        case "link_open":
            assert source == ("<" if token.markup == "autolink" else "[")
        case "link_close":
            assert source == ">" if token.markup == "autolink" else re.fullmatch(r"(?s)\]\(.*\)", source)
        case "hardbreak":
            assert re.fullmatch(r"\\\n[ \t]*", source)
        case _:
            assert token.markup.startswith(source)
            assert set(source) <= set("*_~")


@settings(max_examples=1500, deadline=None)
@given(drafts)
@example("**a** ***b*** ~~c~~ `` ` `` [d](u) <http://e.f> <b> &lt; \\* ![g](h)")
@example("*甲*，**（乙）。**丙\\\n  丁")
def test_every_token_knows_its_place(text: str) -> None:
    offset = 0
    for token in placed_tokens(text):
        start, end = token.meta["start"], token.meta["end"]
        assert offset <= start < end <= len(text)
        check_place(token, text[start:end])
        offset = end


@settings(max_examples=1500, deadline=None)
@given(stretches)
@example("[*a **b*](u)** `c` <b>d</b> \\*e\\* &lt;")
@example("**a *b** c* ***d***e*")
@example("[a [b](u) c](u) ![d ![e](u)](u)")
def test_source_without_its_marks_is_what_the_tokens_say(text: str) -> None:
    """On text in ASCII our rules change nothing, and the source says what markdown-it-py's own tokens do."""
    assume("___" not in text)  # a blank to be filled in
    assume(not re.search(r"~~~|\\~~", text))
    assume(not re.search(r"[*_~]\]\(", text))  # markdown-it takes the end of a link's text for white space
    tokens = COMMONMARK.parseInline(text)[0].children or []
    said = "".join(token.content for token in tokens if token.type in ("text", "code_inline"))
    assert re.sub(r"\s", "", shown(text)) == re.sub(r"\s", "", said)
