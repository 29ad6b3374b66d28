"""Sentences that a page break or a hard wrap has cut in two, made whole again.

Text taken from PDF and Word files ends a line where a page or a printed line ended. A rule that looks for
未收到政府信息公开申请 must find it all the same, so the halves become one paragraph, whose
:attr:`~gxlint.document.Paragraph.plain` text knows the two places it came from. A heading glued to the paragraph
below it would do more harm than a sentence left in two: in doubt the lines stay apart.

Parsers of text formats call :func:`join_cut` last, when tables are tables already (see :mod:`gxlint.parsers.rows`).
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Sequence

from gxlint.document import Block, Paragraph
from gxlint.text import PlainText, Span

#: A line shorter than this is a heading, a label, 无, a signature, rather than the first half of a sentence.
SHORTEST_HALF = 25
#: A heading is hardly ever this long; with a number before it, it is hardly ever twice as long.
LONGEST_HEADING = 40
LONGEST_ITEM_HEADING = 60
#: How many columns a wrapped line may stop short of the margin (a full-width mark that did not fit, a digit).
RAGGED = 4
#: More white space than this before a line is not measured.
_DEEPEST_INDENT = 80
#: Fewer full lines than this are no sign of a hard wrap.
FEWEST_FULL_LINES = 4

ENDINGS = "。！？!?.…；;：:"
CLOSERS = '”’）》〉〕】」』)]}"'
#: A line that begins with one of these goes on with what stands before it.
CONTINUERS = "，、。；：！？,;）》〉〕】」』”’"

_NUMERAL = "[一二三四五六七八九十]{1,3}"
#: How a heading or an item of a series begins.
ITEM = re.compile(
    rf"[#>]|{_NUMERAL}(?:[、．.]|是|要(?!求)|方面)|第{_NUMERAL}[，,、：:．.是]|[（(]\s*(?:{_NUMERAL}|\d{{1,2}})\s*[）)]"
    r"|\d{1,2}\s*[.．、)）](?!\d)|(?:首先|其次|再次|最后)[，,]|[①-⒛㈠-㈩❶-❿•●■◆◇○★▪▲]|[-*+]\s"
)
#: A datum behind its label: 联系电话：…, 附件：….
LABELLED = re.compile(
    r"[^，。；：:]{0,8}(?:地址|电话|邮编|邮政编码|邮箱|信箱|传真|网址|联系人|联系方式|日期|来源|索引号|附件|注)"
    r"[^，。；：:]{0,6}[:：]"
)
DATE = re.compile(r".{0,30}(?:\d{4}|[〇零○一二三四五六七八九十]{4})\s*年\s*\S{1,3}\s*月\s*\S{1,3}\s*日")
PAGE_NUMBER = re.compile(
    r"[-—–－―~·•\s]*[1-9]\d{0,2}[-—–－―~·•\s]*|第\s*\d{1,3}\s*页(?:[，,/\s]*共\s*\d{1,3}\s*页)?|\d{1,3}\s*/\s*\d{1,3}"
)
#: A telephone number, an address on the net: a paragraph often ends so without a full stop.
_DATUM_AT_END = re.compile(r"(?:\d{6,}|\d-\d{6,}|[\w./-]{6,}[a-z]/?)$", re.ASCII)
_TITLE_AT_END = ("报告", "年报", "总结", "情况", "人民政府", "办公室", "委员会")
_SENTENCE_MARK = re.compile("[。！？；：;:]")
_CLAUSE_MARK = re.compile("[，、。！？；：,;:]")
#: A sentence may begin so, a heading hardly ever does.
_SENTENCE_START = re.compile(
    r"20\d\d\s*年(?:度|来|以来)?[，,]|根据|按照|依据|为了?[^民]|我[省市县区乡镇街局委办厅]|本[省市县区乡镇街局委办厅机报]|截[至止]|自|在|对|通过|针对|虽然|同时"
)
#: A paragraph of its own begins so, whatever stands above it.
_OPENING = re.compile(r"特此|下一步|此外|另外|综上|附件|附：|注：|[（(][^（()）]*[）)]$")
_PAIRS = {
    "（": "）",
    "(": "）",
    "《": "》",
    "〈": "〉",
    "〔": "〕",
    "【": "】",
    "“": "”",
    "‘": "’",
    "「": "」",
    "『": "』",
}
_CLOSING = {**{closer: closer for closer in _PAIRS.values()}, ")": "）"}
_BRACKET = re.compile(f"[{re.escape(''.join({*_PAIRS, *_CLOSING}))}]")
_LEADING_WORD = re.compile(r"[（(《〈〔【“‘「『]*(?:[!-~]+|.)?")


def join_cut(text: str, blocks: Iterable[Block]) -> list[Block]:
    """The blocks with cut sentences joined.

    Two paragraphs are one if only white space and at most one page number (``7``, ``- 7 -``, 第7页) lies between
    them, neither is a heading by its format (:attr:`~gxlint.document.Paragraph.level`) or a table cell
    (``attributes["cell"]``), the second does not begin as a heading, an item or a labelled datum does, and one of
    these holds:

    - the first ends in a comma, or the second begins with a mark that no line begins with;
    - a bracket opened in the first is closed in the second;
    - the lines of the whole draft end at one margin (a hard wrap) and the first reaches it;
    - the first has the length of a sentence but no end, does not look like a title or heading, and the second ends
      as a sentence does.

    The page number in between disappears. Han and punctuation join without anything between them, two words or
    numbers in Latin script with a space. The joined paragraph's span runs from the start of the first to the end of
    the last piece, so white space (and the page number) inside it belongs to it.

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
    return isinstance(block, Paragraph) and len(block.text) < 20 and PAGE_NUMBER.fullmatch(block.text) is not None


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
        if not _is_running_text(block):
            return False
        first, second = self._pieces[-1].text, block.text
        if ITEM.match(second):
            return False
        if second[0] in CONTINUERS:
            return True
        if first[-1] in "，、," and len(first) > 5:
            return not _stands_alone(second)
        if first[-1] not in ENDINGS and _stands_alone(second):
            return False
        if first[-1] not in ENDINGS and _closes_bracket(first, second):
            return True
        if self._margin:
            return self._wraps_to(block)
        if first[-1] in ENDINGS or first[-1] in CLOSERS:
            return False
        whole = "".join([piece.text for piece in self._pieces[-3:]])
        return _is_cut(whole) and _is_rest(second)

    def _wraps_to(self, block: Paragraph) -> bool:
        """Whether the last piece fills its line, so that *block* is the next line of the same paragraph."""
        last = self._pieces[-1]
        room = self._margin - _indent(self._text, last) - _width(last.text)
        if room > RAGGED and room >= _width(_first_word(block.text)):
            return False
        head, here = _indent(self._text, self._pieces[0]), _indent(self._text, block)
        if head > here and (last.text[-1] not in ENDINGS or _is_rest(block.text)):
            return True
        return here <= _indent(self._text, last) and last.text[-1] not in ENDINGS


def _is_running_text(paragraph: Paragraph) -> bool:
    return bool(paragraph.text) and paragraph.level is None and "cell" not in paragraph.attributes


def _stands_alone(line: str) -> bool:
    """Whether a line is a datum, a date or a signature, whatever stands above it."""
    return LABELLED.match(line) is not None or DATE.fullmatch(line) is not None or not re.search(r"[^\W\d_]", line)


def _is_cut(line: str) -> bool:
    """Whether a line that has no end looks like the first half of a sentence."""
    if (
        len(line) < SHORTEST_HALF
        or line.endswith(_TITLE_AT_END)
        or _DATUM_AT_END.search(line[-60:])
        or LABELLED.match(line)
    ):
        return False
    if ITEM.match(line):
        return len(line) >= LONGEST_ITEM_HEADING or _SENTENCE_MARK.search(line) is not None
    if len(line) < LONGEST_HEADING:
        return bool(_SENTENCE_MARK.search(line) or _SENTENCE_START.match(line))
    return _CLAUSE_MARK.search(line) is not None


def _is_rest(line: str) -> bool:
    """Whether a line looks like the rest of a sentence: it ends as one, or has the length of one."""
    if _OPENING.match(line):
        return False
    if line[-1] in ENDINGS or line[-1] in CLOSERS:
        return True
    return len(line) >= SHORTEST_HALF and _CLAUSE_MARK.search(line) is not None and not line.endswith(_TITLE_AT_END)


def _closes_bracket(first: str, second: str) -> bool:
    """Whether the innermost bracket left open in *first* is the first one that *second* closes without opening it."""
    left_open, _ = _unmatched(first)
    _, stray = _unmatched(second)
    return bool(left_open and stray) and left_open[-1] == stray[0]


def _unmatched(line: str) -> tuple[list[str], list[str]]:
    """The closing brackets that the line leaves owing, and those that it has without their openings."""
    owing: list[str] = []
    stray: list[str] = []
    for mark in _BRACKET.findall(line):
        if mark in _PAIRS:
            owing.append(_PAIRS[mark])
        elif owing and owing[-1] == _CLOSING[mark]:
            owing.pop()
        else:
            stray.append(_CLOSING[mark])
    return owing, stray


def _joined(pieces: Sequence[Paragraph]) -> Paragraph:
    whole = pieces[0].plain
    groups: list[list[PlainText]] = [[whole]]
    for before, after in itertools.pairwise(pieces):
        if _is_latin(before.text[-1]) and _is_latin(after.text[0]):
            groups.append([])
        groups[-1].append(after.plain)
    whole = PlainText.join([PlainText.join(group) for group in groups], " ")
    span = Span(pieces[0].span.start, pieces[-1].span.end)
    return Paragraph(whole, span=span, attributes=pieces[0].attributes)


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalnum()


def wrap_width(text: str, blocks: Iterable[Block]) -> int:
    """The margin at which a hard wrap ended the lines of the draft.

    Returns:
        The width of a full line in columns (a Han character takes two), its indentation counted; 0 if the draft is not
        wrapped: too few lines end at a common margin, or too many run past it.
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
            return width
        past += widths[width]
        if past * 10 > lines:
            break
    return 0


def _width(line: str) -> int:
    """Columns the line takes on paper."""
    return len(line.encode("gbk", "replace"))


def _first_word(line: str) -> str:
    match = _LEADING_WORD.match(line)
    return match.group() if match else ""


def _indent(text: str, block: Block) -> int:
    """Columns of white space before the block on its line."""
    start = block.span.start
    first = start
    while first and text[first - 1] in " \t　" and start - first < _DEEPEST_INDENT:
        first -= 1
    return _width(text[first:start])
