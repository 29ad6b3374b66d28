"""From the bytes of a text file to its text, whatever computer it was written on.

The codec is told by the bytes alone, never by the locale: a byte order mark, else strict UTF-8, else whichever of
GB18030, Big5 and UTF-16 yields characters that people use. Nothing is ever replaced or dropped: what cannot be decoded
is refused, so that a fix never writes back less than it read.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import NamedTuple

from gxlint.document import Problem
from gxlint.i18n import _
from gxlint.parsers.base import UnreadableError
from gxlint.text import LINE_END, Pattern, Span

#: No text draft is bigger; a bigger file is something else under its name.
MAX_BYTES = 64 << 20

#: With byte order mark and its length; UTF-32 first, for UTF-16's mark begins its own.
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32-le-sig"),
    (codecs.BOM_UTF32_BE, "utf-32-be-sig"),
    (codecs.BOM_UTF16_LE, "utf-16-le-sig"),
    (codecs.BOM_UTF16_BE, "utf-16-be-sig"),
)
_UTF_16 = ("utf-16-le", "utf-16-be")
_SIGNATURES = {
    b"%PDF-": "pdf",
    b"PK\x03\x04": "zip",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "ole",
    b"{\\rtf": "rtf",
    b"\x89PNG\r\n": "picture",
    b"\xff\xd8\xff": "picture",
    b"GIF8": "picture",
    b"II*\0": "picture",
    b"MM\0*": "picture",
    b"Rar!\x1a\x07": "archive",
    b"7z\xbc\xaf\x27\x1c": "archive",
    b"\x1f\x8b\x08": "archive",
}
_CANDIDATES = ("gb18030", "big5", *_UTF_16)
#: Characters looked at to judge a decoding.
_SAMPLE = 20_000
#: Characters looked at to tell whether a text was misread before it was saved.
_MISREAD_SAMPLE = 300
#: Below this share of common characters a decoding is taken for a wrong one (right ones have nearly all).
_LEAST_SHARE = 0.75
#: Where one character in so many is lost, the whole text is.
_LOST_SHARE = 20
_NON_ASCII = Pattern(r"[^\x00-\x7f]+")
_LOST = Pattern("�+")
_LOST_TWICE = Pattern("(?:锟斤拷|锘锟|烫烫烫|屯屯屯)+")
#: No misreading of a Chinese text yields these characters in a row.
_WELL_READ = "政府"
#: How a text was read wrongly and then saved: by the first codec, although the second had written it.
_MISREADINGS = (("gb18030", "utf-8"), ("cp1252", "utf-8"), ("latin-1", "gb18030"))


class Decoded(NamedTuple):
    """A text and the codec that wrote it."""

    text: str
    """Without a byte order mark."""
    encoding: str
    """For :func:`encode`."""


def decode(data: bytes) -> Decoded:
    """The text of a file.

    Returns:
        The text without its byte order mark, and the codec, for which ``encode(text, encoding) == data``.

    Raises:
        UnreadableError: the file is empty, too big, not text, or in no codec known here.
    """
    if len(data) > MAX_BYTES:
        raise UnreadableError(_("文件太大（{size} MB），不像是报告文稿；请确认没有选错文件", size=len(data) >> 20))
    _refuse_other_formats(data)
    decoded = _by_mark(data) or _by_content(data)
    if not decoded.text.strip():
        raise UnreadableError(_("文件是空的，没有可以检查的内容；请确认文稿已经保存"))
    return decoded


def encode(text: str, encoding: str) -> bytes:
    """The bytes that :func:`decode` would read as *text* in that codec, byte order mark included.

    Raises:
        UnicodeEncodeError: the codec has no such character.
    """
    codec = encoding.removesuffix("-sig")
    mark = next((mark for mark, name in _BYTE_ORDER_MARKS if name == encoding), b"")
    return mark + text.encode(codec)


def garbled(text: str) -> Iterator[Problem]:
    """Signs that the text was read in a wrong codec and saved so, before it came here; at most one of each kind."""
    lost = _LOST.search(text) if "�" in text else None
    if lost:
        yield Problem(
            _(
                "有 {count} 处文字已成乱码（�），原文丢失；请用 GB18030（GBK）编码重新打开原来的文件，再另存为 UTF-8",
                count=len(_LOST.findall(text)),
            ),
            Span(*lost.span()),
            whole=_fills(_LOST, text),
        )
    twice = _LOST_TWICE.search(text) if "锟斤拷" in text or "烫烫烫" in text or "屯屯屯" in text else None
    if twice:
        yield Problem(
            _("“{text}”是编码转换留下的乱码，原文丢失；请用转换之前的文件", text=twice.group()[:6]),
            Span(*twice.span()),
            whole=_fills(_LOST_TWICE, text),
        )
    if not lost and not twice:
        yield from _misread(text)


def _fills(damage: Pattern, text: str) -> bool:
    """Whether so much is lost that nobody can tell what the text was."""
    return sum(len(lost) for lost in damage.findall(text)) * _LOST_SHARE > len(text)


def _refuse_other_formats(data: bytes) -> None:
    head = data[:64].lstrip()
    kind = next((kind for signature, kind in _SIGNATURES.items() if head.startswith(signature)), None)
    if kind is None:
        return
    refusals = {
        "pdf": _("文件其实是 PDF，不是纯文本；请检查生成它的文稿"),
        "zip": _("文件其实是 Word（.docx）文档或压缩包，不是纯文本；如果是 Word 文档，请把扩展名改为 .docx"),
        "ole": _(
            "文件其实是旧版 Office 文档（.doc、.wps、.xls）或加密文档，不是纯文本；请在 Word 或 WPS 中另存为 .docx"
        ),
        "rtf": _("文件其实是 RTF 文档，不是纯文本；请在 Word 或 WPS 中另存为 .docx"),
        "picture": _("文件其实是图片，不是纯文本；请提供可以选中文字的文稿"),
        "archive": _("文件其实是压缩包，不是纯文本；请先解压"),
    }
    raise UnreadableError(refusals[kind])


def _by_mark(data: bytes) -> Decoded | None:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            text = _strict(data[len(mark) :], encoding.removesuffix("-sig"))
            if text is None or "\0" in text:
                raise UnreadableError(
                    _(
                        "文件开头标明是 {encoding}，内容却不是，可能已损坏；请重新另存为 UTF-8",
                        encoding=encoding[:6].upper(),
                    )
                )
            return Decoded(text, encoding)
    return None


def _by_content(data: bytes) -> Decoded:
    if b"\0" not in data:
        text = _strict(data, "utf-8")
        if text is not None:
            return Decoded(text, "utf-8")
    best, best_share = Decoded("", ""), 0.0
    for encoding in _UTF_16 if b"\0" in data else _CANDIDATES:
        text = _strict(data, encoding)
        if text is not None and "\0" not in text and encode(text, encoding) == data:
            share = _share_of_common(text)
            if share > best_share:
                best, best_share = Decoded(text, encoding), share
    if best_share < _LEAST_SHARE:
        raise UnreadableError(_why_undecodable(data))
    return best


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _why_undecodable(data: bytes) -> str:
    if b"\0" in data:
        return _("文件含有二进制数据，不是文本文件，或者已经损坏；请用原来的软件打开，另存为 UTF-8 文本")
    for codec in ("utf-8", "gb18030"):
        before = _readable_start(data, codec)
        if len(_NON_ASCII.findall(before)) > 3 and _share_of_common(before) >= _LEAST_SHARE:
            return _(
                "文件是 {encoding} 编码，但第 {line} 行有损坏的字节，读不下去；请在编辑器中改好这一行，另存为 UTF-8",
                encoding=codec.upper(),
                line=len(LINE_END.findall(before)) + 1,
            )
    return _("认不出文件的编码（不是 UTF-8、GB18030、Big5 或 UTF-16）；请在记事本或 WPS 中打开，另存为 UTF-8")


def _readable_start(data: bytes, codec: str) -> str:
    """The text up to the first byte that the codec cannot decode."""
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        return data[: error.start].decode(codec)


def _share_of_common(text: str) -> float:
    """The share of characters beyond ASCII that are in common use; of a text without such characters 1 or 0."""
    sample = "".join(_NON_ASCII.findall(text, 0, 4 * _SAMPLE))[:_SAMPLE]
    if not sample:
        return float(text.isprintable() or not re.search(r"[\x00-\x08\x0e-\x1f]", text))
    return max(_common(sample, "gb2312", 0xD7), _common(sample, "big5", 0xC6)) / len(sample)


def _common(sample: str, codec: str, last: int) -> int:
    """How many of the characters are in the first, frequent part of a character set, or are its punctuation.

    Both sets put the frequent characters first, so the lead byte tells.
    """
    leads = sample.encode(codec, "ignore")[::2]
    return len(leads) - len(leads.translate(None, bytes(range(last + 1))))


def _misread(text: str) -> Iterator[Problem]:
    first = _NON_ASCII.search(text)
    sample = text[first.start() : first.start() + _MISREAD_SAMPLE] if first else ""
    if first is None or _WELL_READ in sample or _share_of_common(sample) >= _LEAST_SHARE:
        return
    for wrong, right in _MISREADINGS:
        if _makes_sense(sample.encode(wrong, "ignore").decode(right, "ignore"), of=sample):
            line_end = LINE_END.search(text, first.start())
            yield Problem(
                _(
                    "文字是乱码：{right} 编码的文件被当作 {wrong} 打开后又保存了；"
                    "请用 {right} 编码重新打开原来的文件，再另存为 UTF-8",
                    right=right.upper(),
                    wrong=wrong.upper(),
                ),
                Span(first.start(), line_end.start() if line_end else len(text)),
                whole=True,
            )
            return


def _makes_sense(meant: str, *, of: str) -> bool:
    """Whether re-reading gave enough text, in common characters; a character may have been read as three."""
    meant, of = "".join(_NON_ASCII.findall(meant)), "".join(_NON_ASCII.findall(of))
    return len(meant) > 5 and len(meant) * 5 > len(of) and _share_of_common(meant) >= _LEAST_SHARE
