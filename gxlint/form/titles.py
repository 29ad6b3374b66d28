"""The title of a report, and the body and year that it names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from gxlint.document import Paragraph
from gxlint.form.report import Title
from gxlint.prose.folding import has_any
from gxlint.text import Pattern, PlainText, Words

#: How many paragraphs from the top a title is looked for in.
REACH = 15
MAX_LENGTH = 70
_REPORTS = ("报告", "总结", "年报")
_END = Pattern(r"(?:报告|总结|年报)\s*(?:[（(〔\[][^（）()]{1,14}[）)〕\]])?\s*[。．.》]?$")
#: What the reports of the built-in form are about, as their titles say it.
DISCLOSURE = Pattern(r"(?<!人民)政府\s*信息\s*公开|信息\s*公开|政务\s*公开|政府\s*信息(?=工作)")
#: Where a page stands on its site: 首页 > 政务公开 > 年度报告.
_TRAIL = Pattern(r"[>＞»›→].*[>＞»›→]|(?:首页|主页)\s*[>＞»›→]|(?:当前|所在)的?位置\s*[:：]")
_WHITE = Pattern(r"\s")
#: Every trail has one of these.
_TRAIL_SIGNS = (*">＞»›→", "位置")
_CLAUSES = "，。；：,;:"
_STOPS = ("。", ".", "．")
#: What the first sentence of a report begins with, never its title.
_BASES = ("根据", "依据", "按照", "遵照")
_LEAD_INS = ("为", "本报告", "本年度", "现将", "现公布")
#: An entry of the page's data: 名称：…
_ENTRY = Pattern(r"[^\w《]*\w[\w\s]{1,5}[：:]\s*")
_SCRAMBLED = Pattern(r"(?=.*报)(?=.*[告年])[^。；：，;:,]{8,45}$")
_YEAR = Pattern(r"(?P<year>[12１２]\d{3}|[一二][〇零○ＯO0一二三四五六七八九]{3})\s*年?(?:度)?")
#: The year on a line of its own behind the title.
_YEAR_ALONE = Pattern(rf"[（(〔\[]?\s*(?:{_YEAR.pattern})\s*[）)〕\]]?")
_BODY = Pattern(
    r"[\w（）()·]{2,40}(?:政府|[局委办厅部署处所院会社团]|办公室|中心|[省市州盟县区旗]|乡|镇|苏木|街道|公司|大学|学院|学校|医院|支队|大队|分局|集团)"
)
_DIGITS = str.maketrans("０１２３４５６７８９〇零○ＯO一二三四五六七八九", "012345678900000123456789")
_STRIP = ' \u3000\t《》“”"（）()：:、，,—-'


def find_title(paragraphs: Sequence[Paragraph], topic: Pattern = DISCLOSURE) -> Title | None:
    """The title among the paragraphs that stand before the first section, if any.

    The name of a column above it (政府信息公开年度报告) is passed over for a line that names body and year too.

    Args:
        paragraphs: from the top of the draft.
        topic: what the reports of the form are about, in all the words that titles have for it.
    """
    lead = [paragraph for paragraph in paragraphs[:REACH] if paragraph.text and not _is_trail(paragraph.text)]
    first: Title | None = None
    for title in _titles(lead, topic):
        if _is_full(title) and (first is None or not has_any(title.plain.text, _CLAUSES)):
            return title
        first = first or title
    return first or _glued_title(lead, topic) or _scrambled_title(lead, topic)


def _is_trail(text: str) -> bool:
    return has_any(text, _TRAIL_SIGNS) and _TRAIL.search(text) is not None


def _titles(lead: Sequence[Paragraph], topic: Pattern) -> Iterator[Title]:
    for index, paragraph in enumerate(lead):
        if len(paragraph.text) <= MAX_LENGTH and _ends_like_a_title(paragraph.text):
            lines = _title_lines(lead, index, topic)
            if lines:
                lines += _year_line(lines, lead[index + 1 :])
                yield _title(lines, PlainText.join([line.plain for line in lines]), topic)


def _ends_like_a_title(text: str) -> bool:
    """Whether a line ends in 报告 or its like and is no sentence: 根据…规定，编制本报告。"""
    if text.startswith(_BASES) or not (text.endswith(_REPORTS) or (has_any(text, _REPORTS) and _END.search(text))):
        return False
    return not (text.endswith(_STOPS) or text.startswith(_LEAD_INS)) or not has_any(text.rstrip("。.．"), _CLAUSES)


def _year_line(lines: Sequence[Paragraph], below: Sequence[Paragraph]) -> list[Paragraph]:
    """The line that gives the year to a title without one, and nothing else: （2024年）."""
    named = any(_YEAR.search(line.text) for line in lines)
    return [below[0]] if below and not named and _YEAR_ALONE.fullmatch(below[0].text) else []


def _is_full(title: Title) -> bool:
    """Whether it names a body and a year, and is no entry of the page's data (标题：…)."""
    if title.agency is None or title.year is None or _ENTRY.match(title.plain.text):
        return False
    return not has_any(title.agency.text, _CLAUSES)


def _title_lines(lead: Sequence[Paragraph], index: int, topic: Pattern) -> list[Paragraph]:
    """The line at *index* and those above it that belong to the title."""
    lines = [lead[index]]
    if not topic.search(lead[index].text):
        above = lead[index - 1] if index else None
        if above is None or len(above.text) > MAX_LENGTH or not topic.search(above.text) or above.text[-1] in "。；：":
            return []
        lines.insert(0, above)
        index -= 1
    lines[:0] = _lines_above(lines, lead[:index], topic)
    return lines


def _lines_above(lines: Sequence[Paragraph], above: Sequence[Paragraph], topic: Pattern) -> list[Paragraph]:
    """The lines above that name the body, or body and year in either order, for a title that begins with neither."""
    text = "".join([line.text for line in lines])
    found = topic.search(text)
    if found is None or _YEAR.sub("", text[: found.start()]).strip(_STRIP + "关于"):
        return []
    needs_year = _YEAR.search(text) is None
    if needs_year and len(above) > 1 and sorted(map(_kind_of_line, above[-2:])) == ["body", "year"]:
        return [*above[-2:]]
    return [line for line in above[-1:] if _kind_of_line(line) in ("body", "both")]


def _kind_of_line(line: Paragraph) -> str:
    """What a line is made up of: a ``body``, a ``year``, ``both`` (云溪镇2023年), or anything else."""
    if _BODY.fullmatch(_WHITE.sub("", line.text)):
        return "body"
    if _YEAR_ALONE.fullmatch(line.text):
        return "year"
    return "both" if _is_body_and_year(line.text) else ""


def _is_body_and_year(text: str) -> bool:
    """云溪镇2023年 or 2023年云溪镇."""
    match = _YEAR.search(text)
    if match is None:
        return False
    body = text[: match.start()].strip(_STRIP) or text[match.end() :].strip(_STRIP)
    return _BODY.fullmatch(body) is not None


def _glued_title(lead: Sequence[Paragraph], topic: Pattern) -> Title | None:
    """A title that ran together with the first paragraph."""
    for paragraph in lead[:3]:
        match = _glued(topic.pattern).match(paragraph.text)
        if match:
            return _title([paragraph], paragraph.plain.slice(*match.span("title")), topic)
    return None


@cache
def _glued(topic: str) -> Pattern:
    return Pattern(
        rf"(?P<title>[^。；]{{0,40}}?(?:{topic})[^。；，]{{0,8}}?年度?报告)\s*"
        r"(?=(?:根据|按照|依据|为|本报告|本年度|现将|遵照)\S)"
    )


def _scrambled_title(lead: Sequence[Paragraph], topic: Pattern) -> Title | None:
    """A line at the top that has all the words of a title, though not in their order."""
    for paragraph in lead[:3]:
        if _SCRAMBLED.match(paragraph.text) and topic.search(paragraph.text):
            return _title([paragraph], paragraph.plain, topic)
    return None


def _title(lines: Sequence[Paragraph], plain: PlainText, topic: Pattern) -> Title:
    year = _YEAR.search(plain.text)
    written = Words(year["year"].translate(_DIGITS), plain.span(*year.span("year"))) if year else None
    return Title(plain, tuple(lines), _agency(plain, topic), written)


def _without_year(text: str, start: int, end: int) -> int:
    """Where the body ends, if the year is given again behind it."""
    again = _YEAR.search(text, start, end)
    return end if again is None or text[again.end() : end].strip(_STRIP) else again.start()


def _agency(plain: PlainText, topic: Pattern) -> Words | None:
    """The body named before the topic; the year may stand on either side of it."""
    found = topic.search(plain.text)
    entry = _ENTRY.match(plain.text)
    start, end = entry.end() if entry else 0, found.start() if found else 0
    year = _YEAR.search(plain.text, start, end)
    if year:
        before = plain.text[start : year.start()].strip(_STRIP)
        start, end = (start, year.start()) if before else (year.end(), _without_year(plain.text, year.end(), end))
    text = plain.text[start:end]
    text = text.removeprefix("关于") if text.startswith("关于") else text
    start = end - len(text)
    text = text.partition("关于")[0]  # 县人民政府关于本县……
    stripped = text.rstrip(_STRIP + "关于")
    start += len(text) - len(text.lstrip(_STRIP))
    stripped = stripped.lstrip(_STRIP)
    if not stripped:
        return None
    span = plain.span(start, start + len(stripped))
    return Words(_WHITE.sub("", stripped), span)
