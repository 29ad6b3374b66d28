"""The end of a report: who signs it and when, and where its last section stops."""

from __future__ import annotations

from collections.abc import Sequence

from gxlint.document import Paragraph
from gxlint.form.report import Signature
from gxlint.prose.dates import WrittenDate, find_dates
from gxlint.prose.folding import has_any, keywords
from gxlint.text import Pattern, Words

_BODIES = keywords(
    "政府 局 委 办 厅 部 署 处 所 院 会 社 团 办公室 中心 乡 镇 街道 公司 大学 学院 学校 医院 支队 大队 集团"
)
_IN_NAMES = "_（）()·"
_SEAL = Pattern(r"\s*[（(][^（）()]{0,8}[）)]$")
_APPENDIX = Pattern(r"附\s*[件表录图]?\s*\d{0,2}\s*[：:]|附\s*[件表录]\s*[\d一二三四五六七八九十]*$")
_PUNCTUATION = "。；，：！？"
_SPACE = Pattern(r"\s")
#: Stand for what is to be filled in, and are findings of their own.
PLACEHOLDERS = "_＿×xXＸ"
_BLANK = rf"[\s{PLACEHOLDERS}]*"
_BLANK_DATE = Pattern(
    rf"{_BLANK}[\d〇○零一二三四五六七八九]*{_BLANK}年{_BLANK}[\d一二三四五六七八九十]*{_BLANK}月{_BLANK}日$"
)


class _End:
    """What was found at the end of a draft."""

    def __init__(self) -> None:
        self.agency: Words | None = None
        self.date: WrittenDate | None = None
        self.blank_date: Words | None = None
        self.start: int | None = None
        """Offset of the first paragraph that no longer belongs to the last section."""


def find_signature(paragraphs: Sequence[Paragraph], agency: str) -> tuple[Signature, int | None]:
    """署名 and 成文日期 in what follows the last section's heading.

    Args:
        paragraphs: from the last heading on, the heading left out.
        agency: the body by the title; empty if unknown.

    Returns:
        The signature, and the offset where the last section's content ends because a signature or an appendix
        begins (``None`` = it goes on to the end of the draft).
    """
    end = _End()
    written = [paragraph for paragraph in paragraphs if paragraph.text]
    for index, paragraph in enumerate(written):
        text = paragraph.text
        if text[0] == "附" and _APPENDIX.match(text):
            end.start = paragraph.span.start if end.start is None else end.start
            break
        if end.date is None and len(text) <= 60 and not has_any(text, _PUNCTUATION):
            take = _take_blank if _BLANK_DATE.match(text) else _take
            take(paragraph, written[index - 1] if index else None, end)
        elif end.date is not None and end.agency is None and _is_body(paragraph):
            end.agency = Words(_SPACE.sub("", text), paragraph.plain.source)
    if end.date is None and written and end.start is None:
        _take_body(written[-1], agency, end)
    return Signature(end.agency, end.date, end.blank_date), end.start


def _take(paragraph: Paragraph, before: Paragraph | None, end: _End) -> None:
    """Take a paragraph that is a date, or a body and a date, with the body in the paragraph before."""
    date = next((date for date in find_dates(paragraph.plain) if date.month is not None), None)
    if date is None or date.span.end < paragraph.plain.end - 1:
        return
    rest = paragraph.plain.slice(0, paragraph.plain.index(date.span.start)).strip()
    if rest.text.strip("（(") and not _names_body(rest.text):
        return
    end.date = date
    end.start = paragraph.span.start
    if len(rest.text) > 1:
        end.agency = Words(_SPACE.sub("", rest.text), rest.source)
    else:
        _take_before(before, end)


def _take_blank(paragraph: Paragraph, before: Paragraph | None, end: _End) -> None:
    """Take a paragraph that is a date to be filled in, with the body in the paragraph before."""
    end.blank_date = Words(paragraph.text, paragraph.plain.source)
    end.start = paragraph.span.start
    _take_before(before, end)


def _take_before(paragraph: Paragraph | None, end: _End) -> None:
    """Take the paragraph before a date if it is a body."""
    if paragraph is not None and _is_body(paragraph):
        end.agency = Words(_SPACE.sub("", paragraph.text), paragraph.plain.source)
        end.start = paragraph.span.start


def _take_body(paragraph: Paragraph, agency: str, end: _End) -> None:
    """Without a date, the last paragraph is a signature only if it names the body of the title."""
    text = _SPACE.sub("", paragraph.text)
    if _is_body(paragraph) and agency and (agency.endswith(text) or text.endswith(agency)):
        end.agency = Words(text, paragraph.plain.source)
        end.start = paragraph.span.start


def _is_body(paragraph: Paragraph) -> bool:
    return len(paragraph.text) <= 40 and _names_body(paragraph.text)


def _names_body(text: str) -> bool:
    """Whether a text is the name of a body, perhaps with 盖章 or the like in brackets behind it."""
    name = text if text.endswith(_BODIES) else _SEAL.sub("", text)
    return (
        2 < len(name) <= 43
        and name.endswith(_BODIES)
        and all(char.isalnum() or char.isspace() or char in _IN_NAMES for char in name)
    )
