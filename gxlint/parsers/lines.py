"""What a line of a draft looks like, taken by itself: an item, a datum, half a sentence."""

from __future__ import annotations

from gxlint.text import compiled

#: White space, and characters without width.
BLANK = (
    " \t\v\f\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000\u200b\u2060\ufeff"
)
#: A line shorter than this is a heading, a label, 无, a signature, rather than the first half of a sentence.
_SHORTEST_HALF = 25
#: A heading is hardly ever this long; with a number before it, it is hardly ever twice as long.
_LONGEST_HEADING = 40
_LONGEST_ITEM_HEADING = 60

ENDINGS = "。！？!?.…；;：:"
CLOSERS = '”’）》〉〕】」』)]}"'
#: A line that begins with one of these goes on with what stands before it.
CONTINUERS = "，、。；：！？,;）》〉〕】」』”’"

_NUMERAL = "[一二三四五六七八九十]{1,3}"
#: How a heading or an item of a series begins.
_ITEM = (
    rf"[#>]|{_NUMERAL}(?:[、．.]|是|要(?!求)|方面)|第{_NUMERAL}[，,、：:．.是]|[（(]\s*(?:{_NUMERAL}|\d{{1,2}})\s*[）)]"
    r"|\d{1,2}\s*[.．、)）](?!\d)|(?:首先|其次|再次|最后)[，,]|[①-⒛㈠-㈩❶-❿•●■◆◇○★▪▲]|[-*+]\s"
)
#: A datum behind its label: 联系电话：…, 附件：….
_LABELLED = (
    r"[^，。；：:]{0,8}(?:地址|电话|邮编|邮政编码|邮箱|信箱|传真|网址|联系人|联系方式|日期|来源|索引号|附件|注)"
    r"[^，。；：:]{0,6}[:：]"
)
#: Figures at the end of a line with spaces between them: a row of a table.
_ROW_AT_END = r"(?:\s+(?:\d[\d,.]*|[/／—–－-]+)){3,}$"
_LABEL_AT_END = r"(?:电话|手机|邮编|邮政编码|邮箱|信箱|邮件|传真|网址|热线)(?:号码)?[:：]$"
_VALUE = r"[（(]?(?a:[\w+]{3})"
_DATE = r".{0,30}(?:\d{4}|[〇零○一二三四五六七八九十]{4})\s*年\s*\S{1,3}\s*月\s*\S{1,3}\s*日"
_PAGE_NUMBER = (
    r"[-—–－―~·•\s]*[1-9]\d{0,2}[-—–－―~·•\s]*|第\s*\d{1,3}\s*页(?:[，,/\s]*共\s*\d{1,3}\s*页)?|\d{1,3}\s*/\s*\d{1,3}"
)
_ROW_ENDS = frozenset("0123456789/／—–－-")
_PAGE_NUMBER_ENDS = frozenset("0123456789-—–－―~·•页")
#: A telephone number, an address on the net: a paragraph often ends so without a full stop.
_DATUM_AT_END = r"(?a:\d{6,}|\d-\d{6,}|[\w./-]{6,}[a-z]/?)$"
_REPORT_AT_END = ("报告", "年报", "总结")
_NAME_AT_END = ("情况", "人民政府", "办公室", "委员会")
_SENTENCE_MARKS = "。！？；：;:"
_CLAUSE_MARKS = "，、,。！？；：;:"
#: A sentence may begin so, a heading hardly ever does.
_SENTENCE_START = (
    r"20\d\d\s*年(?:度|来|以来)?[，,]|根据|按照|依据|为了?[^民]|[我本][省市县区乡镇街局委办厅]|本[机报]|截[至止]"
    r"|自|在|对|通过|针对|虽然|同时"
)
#: A paragraph of its own begins so, whatever stands above it.
_OPENING = (
    r"20\d\d\s*年(?:度|来|以来)?[，,]|根据|为进一步|现将|特此|下一步|此外|另外|综上|附件|附：|注："
    r"|[（(][^（()）]*[）)]$"
)
_PAIRS = {"(": "）", **dict(zip("（《〈〔【“‘「『", "）》〉〕】”’」』", strict=True))}
_CLOSING = {")": "）", **{closer: closer for closer in _PAIRS.values()}}


def begins_item(line: str) -> bool:
    """Whether a line begins as a heading or an item of a series does: 一、 （一） 1. 一是 ●."""
    return compiled(_ITEM).match(line) is not None


def is_number_of_item(words: str) -> bool:
    """Whether the words are the number of a heading or item and nothing else."""
    return compiled(_ITEM).fullmatch(words) is not None


def is_date(line: str) -> bool:
    """Whether a line is a date, perhaps with a name before it."""
    return compiled(_DATE).fullmatch(line) is not None


def is_page_number_line(line: str) -> bool:
    """Whether a line is a page number and nothing else; a figure of a table may look the same."""
    return 0 < len(line) < 20 and line[-1] in _PAGE_NUMBER_ENDS and compiled(_PAGE_NUMBER).fullmatch(line) is not None


def is_row_of_figures(line: str) -> bool:
    """Whether a line ends in several figures with spaces between them, as a row of a table does."""
    return line[-1:] in _ROW_ENDS and compiled(_ROW_AT_END).search(line[-120:]) is not None


def is_datum(line: str) -> bool:
    """Whether a line is a labelled datum or a date, whatever stands above it."""
    return compiled(_LABELLED).match(line) is not None or is_date(line)


def ends_in_label(line: str) -> bool:
    """Whether a line ends in the label of a number or an address on the net: 联系电话：."""
    return compiled(_LABEL_AT_END).search(line[-8:]) is not None


def is_value(line: str) -> bool:
    """Whether a line may be what belongs behind such a label: figures, letters."""
    return compiled(_VALUE).match(line) is not None and not begins_item(line)


def has_clauses(line: str) -> bool:
    """Whether a line has the punctuation of running text."""
    return _has(line, _CLAUSE_MARKS)


def has_words(line: str) -> bool:
    """Whether a line has more than figures and marks."""
    return any(map(str.isalpha, line))


def is_cut(line: str) -> bool:
    """Whether a line that has no end looks like the first half of a sentence."""
    if len(line) < _SHORTEST_HALF or _ends_as_title(line):
        return False
    if compiled(_DATUM_AT_END).search(line[-60:]) or compiled(_LABELLED).match(line):
        return False
    if compiled(_ITEM).match(line):
        return len(line) >= _LONGEST_ITEM_HEADING or _has(line, _SENTENCE_MARKS)
    if len(line) < _LONGEST_HEADING:
        lists = line.count("、") > 2 or ("，" in line and any(map(str.isdecimal, line)))
        return lists or _has(line, _SENTENCE_MARKS) or compiled(_SENTENCE_START).match(line) is not None
    return has_clauses(line)


def may_be_heading(line: str) -> bool:
    """Whether a line is a numbered heading or a title as far as its words tell."""
    if _ends_as_title(line):
        return not _has(line, _SENTENCE_MARKS)
    return len(line) < _LONGEST_HEADING and begins_item(line) and not _has(line, "，," + _SENTENCE_MARKS)


def is_rest(line: str) -> bool:
    """Whether a line looks like the rest of a sentence: it ends as one, or has the length of one."""
    if compiled(_OPENING).match(line):
        return False
    if line[-1] in ENDINGS or line[-1] in CLOSERS:
        return True
    return len(line) >= _SHORTEST_HALF and has_clauses(line) and not _ends_as_title(line)


def _ends_as_title(line: str) -> bool:
    return line.endswith(_REPORT_AT_END) or (line.endswith(_NAME_AT_END) and "，" not in line)


def _has(line: str, marks: str) -> bool:
    return any(mark in line for mark in marks)


def leaves_bracket_open(line: str) -> bool:
    """Whether a bracket or quotation is opened in the line and not closed."""
    return bool(_unmatched(line)[0])


def closes_bracket(first: str, second: str) -> bool:
    """Whether the innermost bracket left open in *first* is the first one that *second* closes without opening it."""
    left_open, _ = _unmatched(first)
    if not left_open:
        return False
    _, stray = _unmatched(second)
    return bool(stray) and left_open[-1] == stray[0]


def _unmatched(line: str) -> tuple[list[str], list[str]]:
    """The closing brackets that the line leaves owing, and those that it has without their openings."""
    owing: list[str] = []
    stray: list[str] = []
    for mark in line:
        if mark in _PAIRS:
            owing.append(_PAIRS[mark])
        elif mark in _CLOSING:
            if owing and owing[-1] == _CLOSING[mark]:
                owing.pop()
            else:
                stray.append(_CLOSING[mark])
    return owing, stray
