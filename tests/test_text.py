"""Places in a text, and the way back from what a reader sees, over every kind of character."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gxlint.text import LINE_END, LineIndex, PlainText, Position, Segment, Span

CHARACTERS = st.sampled_from([*"一镇公开。，“”《》1a #*|", "𠮷", "e\u0301", "\ufeff", "\u2028", "\u3000", "\t", "\f"])
WORDS = st.lists(CHARACTERS, max_size=12).map("".join)
TEXTS = st.lists(st.tuples(WORDS, st.sampled_from(["\n", "\r\n", "\r", ""])), max_size=8).map(
    lambda lines: "".join(line + end for line, end in lines)
)
SPANS = st.tuples(st.integers(0, 30), st.integers(0, 30)).map(lambda ends: Span(min(ends), max(ends)))


@st.composite
def shown_texts(draw: st.DrawFn) -> tuple[str, PlainText]:
    """A source and what is seen of it: pieces as they stand, entities, and gaps that nobody sees."""
    source = ""
    parts: list[PlainText] = []
    for word in draw(st.lists(WORDS.filter(bool), max_size=6)):
        source += draw(st.sampled_from(["", "**", "\n"]))
        kind = draw(st.sampled_from(["verbatim", "verbatim", "entity", "invisible"]))
        start = len(source)
        source += "&nbsp;" if kind == "entity" else word
        span = Span(start, len(source))
        if kind == "verbatim":
            parts.append(PlainText.verbatim(source, span))
        elif kind == "entity":
            parts.append(PlainText.shown(" ", span))
    return source, PlainText.join(parts)


@given(SPANS, SPANS)
@settings(max_examples=100)
def test_two_spans(one: Span, other: Span) -> None:
    both = one.cover(other)
    assert both.contains(one)
    assert both.contains(other)
    assert one.overlaps(other) == other.overlaps(one)
    if one.length and other.length:
        assert one.overlaps(other) == bool(set(range(*one)) & set(range(*other)))
    assert one.contains(other) == (one.cover(other) == one)
    assert one.at_start().length == one.at_end().length == 0


@given(TEXTS)
@settings(max_examples=100)
def test_lines_are_what_lies_between_line_ends(text: str) -> None:
    index = LineIndex(text)
    lines = [text[slice(*index.line(number))] for number in range(1, len(index) + 1)]
    assert lines == LINE_END.split(text)


@given(TEXTS)
@settings(max_examples=100)
def test_every_offset_has_a_position_and_comes_back(text: str) -> None:
    index = LineIndex(text)
    for offset in range(len(text) + 1):
        position = index.position(offset)
        line = index.line(position.line)
        assert line.start <= offset
        assert position.column == offset - line.start + 1
        inside = offset <= line.end
        assert index.offset(position) == (offset if inside else line.end)


@given(TEXTS, SPANS)
@settings(max_examples=100)
def test_lines_that_a_span_touches(text: str, span: Span) -> None:
    span = Span(min(span.start, len(text)), min(span.end, len(text)))
    index = LineIndex(text)
    touched = {index.position(offset).line for offset in range(span.start, max(span.end, span.start + 1))}
    assert set(index.lines(span)) == touched


def test_a_line_that_does_not_exist() -> None:
    index = LineIndex("一\n二")
    assert index.offset(Position(1, 99)) == 1
    for number in (0, 3):
        with pytest.raises(IndexError, match=str(number)):
            index.line(number)


@given(TEXTS)
@settings(max_examples=100)
def test_verbatim_text_is_its_source(text: str) -> None:
    plain = PlainText.verbatim(text, Span(0, len(text)))
    assert plain.text == text
    assert [plain.span(i, i + 1) for i in range(len(text))] == [Span(i, i + 1) for i in range(len(text))]
    assert [plain.index(i) for i in range(len(text) + 1)] == [*range(len(text) + 1)]


@given(shown_texts())
@settings(max_examples=100)
def test_what_is_seen_stands_where_it_is_said_to(case: tuple[str, PlainText]) -> None:
    source, plain = case
    for index, character in enumerate(plain.text):
        span = plain.span(index, index + 1)
        assert source[slice(*span)] in (character, "&nbsp;")
        assert plain.index(span.start) <= index
        assert plain.index(span.end - 1) <= index < plain.index(span.end)


@given(shown_texts(), SPANS)
@settings(max_examples=100)
def test_a_slice_is_a_piece_of_text_and_place(case: tuple[str, PlainText], span: Span) -> None:
    _, plain = case
    start, end = min(span.start, len(plain.text)), min(span.end, len(plain.text))
    piece = plain.slice(start, end)
    assert piece.text == plain.text[start:end]
    assert piece.source == plain.span(start, end)
    for index in range(len(piece.text)):
        assert piece.span(index, index + 1) == plain.span(start + index, start + index + 1)


@given(shown_texts())
@settings(max_examples=100)
def test_stripping_takes_white_space_and_nothing_else(case: tuple[str, PlainText]) -> None:
    _, plain = case
    stripped = plain.strip()
    assert stripped.text == plain.text.strip()
    first = len(plain.text) - len(plain.text.lstrip())
    for index in range(len(stripped.text)):
        assert stripped.span(index, index + 1) == plain.span(first + index, first + index + 1)


@given(st.lists(WORDS, max_size=5), st.sampled_from(["", "\n", " "]))
@settings(max_examples=100)
def test_joined_texts_keep_their_places(words: list[str], separator: str) -> None:
    source = "||".join(words)
    parts = []
    offset = 0
    for word in words:
        parts.append(PlainText.verbatim(source, Span(offset, offset + len(word))))
        offset += len(word) + 2
    joined = PlainText.join(parts, separator)
    assert joined.text == separator.join(words)
    at = 0
    for part in parts:
        for index in range(len(part.text)):
            assert joined.span(at + index, at + index + 1) == part.span(index, index + 1)
        at += len(part.text) + len(separator)


@given(TEXTS, st.sampled_from(["公", "𠮷", "镇|公", "[一。]", "a*", "。$"]))
@settings(max_examples=100)
def test_found_words_stand_in_the_source(text: str, pattern: str) -> None:
    source = "//" + text
    plain = PlainText.verbatim(source, Span(2, len(source)))
    found = list(plain.find(pattern))
    assert [each.text for each in found] == [match.group() for match in re.finditer(pattern, text)]
    assert all(source[slice(*each.span)] == each.text for each in found)


def test_search_over_marks() -> None:
    source = "**二**是严把。"
    plain = PlainText.pieces(source, [Span(2, 3), Span(5, 9)])
    found = plain.search("二是(?P<what>严把)", near="二")
    assert found is not None
    assert found.span == Span(2, 8)
    assert found["what"] == "严把"
    assert found.span_of("what") == Span(6, 8)
    assert found.after == "。"
    assert plain.search("二是", near="三") is None


def test_a_group_that_took_no_part() -> None:
    found = PlainText.verbatim("公开", Span(0, 2)).search("(?P<no>不)?公开")
    assert found is not None
    assert found["no"] == ""
    with pytest.raises(IndexError, match="no"):
        found.span_of("no")


def test_an_entity_stands_for_its_source_as_a_whole() -> None:
    plain = PlainText("甲 乙", [Segment(0, 1, Span(0, 1)), Segment(1, 1, Span(1, 7)), Segment(2, 1, Span(7, 8))])
    assert plain.span(1, 2) == Span(1, 7)
    assert plain.span(0, 3) == Span(0, 8)
    assert plain.index(4) == 1
