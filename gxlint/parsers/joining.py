"""Sentences that a page break or a hard wrap has cut in two, made whole again.

Text taken from PDF and Word files ends a line where a page or a printed line ended. A rule that looks for
未收到政府信息公开申请 must find it all the same, so the halves become one paragraph, whose
:attr:`~gxlint.document.Paragraph.plain` text knows the two places it came from. A heading glued to the paragraph
below it would do more harm than a sentence left in two: in doubt the lines stay apart.

Parsers of text formats call :func:`join_cut` last, when tables are tables already (see :mod:`gxlint.parsers.rows`).
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Sequence

from gxlint.document import Block, Paragraph
from gxlint.parsers.lines import (
    CLOSERS,
    CONTINUERS,
    ENDINGS,
    begins_item,
    closes_bracket,
    ends_in_label,
    has_clauses,
    has_words,
    is_cut,
    is_datum,
    is_page_number_line,
    is_rest,
    is_row_of_figures,
    is_value,
    leaves_bracket_open,
    may_be_heading,
)
from gxlint.text import PlainText, Span, compiled

#: How many columns a wrapped line may stop short of the margin (a full-width mark that did not fit, a digit).
RAGGED = 4
#: More white space than this before a line is not measured.
_DEEPEST_INDENT = 80
#: Marks that end a sentence only outside brackets.
_INNER_ENDINGS = "；;：:"
#: Fewer full lines than this are no sign of a hard wrap.
FEWEST_FULL_LINES = 4

_FIRST_WORD = r"[（(《〈〔【“‘「『]*(?:[!-~]+|.)?"


def join_cut(text: str, blocks: Iterable[Block]) -> list[Block]:
    """The blocks with cut sentences joined.

    Two paragraphs are one if only white space and at most one page number (``7``, ``- 7 -``, 第7页) lies between
    them, neither is a heading by its format (:attr:`~gxlint.document.Paragraph.level`) or a table cell
    (``attributes["cell"]``), the second does not begin as a heading or item does, and one of these holds:

    - the second begins with a mark that no line begins with (a comma, a closing bracket);
    - the first ends in the label of a datum (邮编：) and the second begins with figures or letters;
    - a bracket opened in the first is closed in the second, or the second is the bracket behind a title (》（…);
    - the lines of the whole draft end at one margin (a hard wrap) and the first, no heading by its looks, reaches it;
    - the first ends in a comma and the second is no labelled datum or date;
    - the first has the length of a sentence but no end, does not look like a title or heading, and the second ends
      as a sentence does.

    The page number in between disappears. Han, figures and punctuation join without anything between them, two words
    in Latin script with a space. The joined paragraph's span runs from the start of the first to the end of the last
    piece, so white space (and the page number) inside it belongs to it.

    Args:
        text: the draft that all spans refer to.
        blocks: in the order of reading, each source line a paragraph, with tables, pictures and the like in between.
            A paragraph's span holds all marks of its line (``**``, a closing ``|``): what lies between the spans must
            be white space for two lines to be joined.

    Returns:
        The same blocks, except that joined paragraphs and the page numbers between them are replaced by one paragraph
        each; its attributes are those of the first piece.
    """
    blocks = list(blocks)
    joiner = _Joiner(text, wrap_width(text, blocks))
    for block in blocks:
        joiner.add(block)
    return joiner.finish()


def is_page_number(block: Block) -> bool:
    """Whether the block is a line with nothing but a page number; a figure of a table may look the same."""
    return isinstance(block, Paragraph) and is_page_number_line(block.text)


class _Joiner:
    """Collects blocks; keeps the paragraph that may still go on apart."""

    def __init__(self, text: str, margin: int) -> None:
        self._text = text
        self._margin = margin
        self._done: list[Block] = []
        self._pieces: list[Paragraph] = []
        self._page_number: Block | None = None

    def add(self, block: Block) -> None:
        """Takes the next block: as a continuation, or for itself."""
        if self._pieces:
            if self._page_number is None and is_page_number(block) and self._adjoins(block):
                self._page_number = block
                return
            if isinstance(block, Paragraph) and self._adjoins(block) and self._goes_on_with(block):
                self._page_number = None
                self._pieces.append(block)
                return
            self._close()
        if isinstance(block, Paragraph) and _is_running_text(block):
            self._pieces.append(block)
        else:
            self._done.append(block)

    def finish(self) -> list[Block]:
        """All blocks, joined where they had to be."""
        self._close()
        return self._done

    def _close(self) -> None:
        if self._pieces:
            self._done.append(self._pieces[0] if len(self._pieces) == 1 else _joined(self._pieces))
            self._pieces.clear()
        if self._page_number is not None:
            self._done.append(self._page_number)
            self._page_number = None

    def _adjoins(self, block: Block) -> bool:
        before = self._page_number or self._pieces[-1]
        gap = self._text[before.span.end : block.span.start]
        return not gap or gap.isspace()

    def _goes_on_with(self, block: Paragraph) -> bool:
        first, second = self._pieces[-1].text, block.text
        if not _is_running_text(block) or is_row_of_figures(first) or is_row_of_figures(second):
            return False
        if second[0] in CONTINUERS or (ends_in_label(first) and is_value(second)):
            return True
        whole = "".join([piece.text for piece in self._pieces[-3:]])
        ended = first[-1] in ENDINGS and not (first[-1] in _INNER_ENDINGS and leaves_bracket_open(whole))
        if (ended and not self._margin) or begins_item(second):
            return False
        if not ended and (closes_bracket(whole, second) or (first[-1] in "》”" and second[0] in "（(〔")):
            return True
        if not has_words(second):
            return False
        if self._margin and self._wraps_to(block, ended=ended and first[-1] not in "；;"):
            head = self._pieces[0].text
            return not (head == first and may_be_heading(first)) and not (is_datum(head) and is_datum(second))
        if ended or is_datum(second):
            return False
        if first[-1] in "，、," and len(first) > 5:
            return True
        return not self._margin and first[-1] not in CLOSERS and is_cut(whole) and is_rest(second)

    def _wraps_to(self, block: Paragraph, *, ended: bool) -> bool:
        """Whether the last piece fills its line, so that *block* is the next line of the same paragraph."""
        last = self._pieces[-1]
        room = self._margin - _indent(self._text, last) - _width(last.text)
        if room > RAGGED and room >= _width(_first_word(block.text)):
            return False
        head, here = _indent(self._text, self._pieces[0]), _indent(self._text, block)
        if ended:
            return head > here and has_clauses(block.text)
        return head > here or here <= _indent(self._text, last)


def _is_running_text(paragraph: Paragraph) -> bool:
    return bool(paragraph.text) and paragraph.level is None and "cell" not in paragraph.attributes


def _joined(pieces: Sequence[Paragraph]) -> Paragraph:
    groups = [[pieces[0].plain]]
    for before, after in itertools.pairwise(pieces):
        if _are_two_words(before.text, after.text):
            groups.append([])
        groups[-1].append(after.plain)
    whole = PlainText.join([PlainText.join(group) for group in groups], " ")
    span = Span(pieces[0].span.start, pieces[-1].span.end)
    return Paragraph(whole, span=span, attributes=pieces[0].attributes)


def _are_two_words(before: str, after: str) -> bool:
    """Whether a space was lost at the cut; a number or address on the net was cut itself."""
    if not (before[-1].isascii() and before[-1].isalpha() and after[0].isascii() and after[0].isalpha()):
        return False
    return compiled(r"[\w.+-]*[@/][!-~]*$|www\.[!-~]*$").search(before[-60:]) is None and "@" not in _first_word(after)


def wrap_width(text: str, blocks: Iterable[Block]) -> int:
    """The margin at which a hard wrap ended the lines of the draft.

    Returns:
        The usual width of a full line in columns (a Han character takes two), its indentation counted; marks may hang
        over it. 0 if the draft is not wrapped: too few lines end at a common margin, or too many run past it.
    """
    widths = Counter(
        _indent(text, block) + _width(block.text)
        for block in blocks
        if isinstance(block, Paragraph) and len(block.text) > 14 and _is_running_text(block)
    )
    lines, past = widths.total(), 0
    for width in sorted(widths, reverse=True):
        full = sum([widths[width - short] for short in range(RAGGED + 1)])
        if full >= FEWEST_FULL_LINES and full * 3 >= lines - past and past * 10 <= full:
            return max(range(width - RAGGED, width + 1), key=lambda usual: (widths[usual], usual))
        past += widths[width]
        if past * 10 > lines:
            break
    return 0


def _width(line: str) -> int:
    """Columns the line takes on paper: UTF-8 has one byte for a narrow character and three for a wide one."""
    return (len(line) + len(line.encode("utf-8", "surrogatepass"))) // 2


def _first_word(line: str) -> str:
    match = compiled(_FIRST_WORD).match(line)
    return match.group() if match else ""


def _indent(text: str, block: Block) -> int:
    """Columns of white space before the block on its line."""
    start = block.span.start
    first = start
    while first and text[first - 1] in " \t　" and start - first < _DEEPEST_INDENT:
        first -= 1
    return _width(text[first:start])
