"""XML parts of a package: parsed within bounds, without document types, with short names; and ways through them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from gxlint.i18n import _
from gxlint.parsers.base import UnreadableError
from gxlint.parsers.docx.fold import Folds, fold
from gxlint.parsers.docx.names import ALTERNATIVES, CHOICE, FALLBACK, SHORT_NAMES, WRAPPERS

#: Child indices from a part's root element down to an element; comments and processing instructions do not count.
Path = tuple[int, ...]

MAX_DEPTH = 256
#: Tags, opening and closing, in one part: five hundred tables have about a million.
MAX_TAGS = 2_000_000

#: Extensions whose content only the fallback gives as text (w16se: a sign by its code).
_UNREADABLE = frozenset(("w16se",))
_NAMESPACE = re.compile(rb"""((?::[\w.-]+)?\s*=\s*)(["'])([^"'<>]*)\2""")
_DECLARED_ENCODING = re.compile(rb"""^\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.-]+)["'][^>]*\?>""")
_DECLARATION = re.compile(r"^\s*<\?xml.*?\?>", re.DOTALL)
#: Only these are decoded here: some of Python's codecs are no character encodings, some take quadratic time.
_CODECS = frozenset(
    ("utf-16", "utf-16le", "utf-16be", "gb2312", "gbk", "gb18030", "big5", "iso-8859-1", "windows-1252")
)


class Part(NamedTuple):
    """A part of the package."""

    name: str
    root: Element
    """Its tree, folded; see :mod:`gxlint.parsers.docx.fold`."""
    folds: Folds


def parse(name: str, data: bytes) -> Part:
    """Parse a part.

    Raises:
        UnreadableError: the part is no well-formed XML, has a document type, or too many elements.
    """
    try:
        folded, folds = fold(prepared(name, data))
        return Part(name, ElementTree.XML(folded), folds)
    except (ElementTree.ParseError, ValueError) as error:
        raise UnreadableError(
            _("文件已损坏（{part} 不是完整的 XML），请用 Word 或 WPS 打开修复后另存为 .docx。", part=name)
        ) from error


def prepared(name: str, data: bytes) -> bytes:
    """A part in UTF-8 with short namespace names, fit to be parsed.

    Raises:
        UnreadableError: it has a document type, too many elements, or an encoding that no word processor writes.
    """
    data = _utf8(name, data)
    if b"<!DOCTYPE" in data:
        raise UnreadableError(
            _(
                "文件的 {part} 含有文档类型声明（DOCTYPE），为安全起见不予读取。请用 Word 或 WPS 打开，另存为 .docx。",
                part=name,
            )
        )
    if len(data) > 2 * MAX_TAGS and data.count(b"<") > MAX_TAGS:
        raise UnreadableError(_("文件的 {part} 内容过多，请拆分后再检查。", part=name))
    # Cutting at the few declarations is quicker than to search all of a part with a regular expression.
    before, *declarations = data.split(b"xmlns")
    return b"".join([before, *chain.from_iterable(map(_with_short_name, declarations))])


def _utf8(name: str, data: bytes) -> bytes:
    """The part in UTF-8; a few programs write UTF-16 or another encoding that they declare."""
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ""
    if not encoding and (declared := _DECLARED_ENCODING.match(data[:200])):
        encoding = declared[1].decode().lower()
    if encoding in ("", "utf-8", "us-ascii"):
        return data
    if encoding not in _CODECS:
        raise UnreadableError(
            _(
                "文件的 {part} 用了不支持的编码 {encoding}。请用 Word 或 WPS 打开，另存为 .docx。",
                part=name,
                encoding=encoding,
            )
        )
    try:
        text = data.decode(encoding)
    except ValueError:
        return data  # mislabelled: the parser will read it or say that it is damaged
    return _DECLARATION.sub("", text, count=1).encode("utf-8", "replace")


def _with_short_name(piece: bytes) -> tuple[bytes | memoryview, ...]:
    """A declaration and all that follows it, in parts, with a namespace that is known under its short name.

    Args:
        piece: what stands behind ``xmlns``; behind the last one nearly the whole part, which is not to be copied twice.
    """
    found = _NAMESPACE.match(piece)
    if found is None or (short := SHORT_NAMES.get(found[3])) is None:
        return b"xmlns", piece
    return b"xmlns", found[1], found[2], short, found[2], memoryview(piece)[found.end() :]


def contents(container: Element, path: Path) -> Iterator[tuple[Element, Path]]:
    """The children of *container*, wrappers opened and alternatives decided, each with its path.

    Raises:
        UnreadableError: elements are nested deeper than any word processor writes them.
    """
    if len(path) > MAX_DEPTH:
        raise too_deep()
    for index, child in enumerate(container):
        if child.tag in WRAPPERS:
            yield from contents(child, (*path, index))
        elif child.tag == ALTERNATIVES:
            yield from alternative(child, (*path, index))
        else:
            yield child, (*path, index)


def alternative(element: Element, path: Path) -> Iterator[tuple[Element, Path]]:
    """The contents of the first choice that can be read here; the fallback says the same for older programs."""
    for index, child in enumerate(element):
        readable = child.tag == CHOICE and child.get("Requires") not in _UNREADABLE
        if readable or child.tag == FALLBACK:
            yield from contents(child, (*path, index))
            return


def too_deep() -> UnreadableError:
    """The error for elements nested too deeply."""
    return UnreadableError(_("文件内部嵌套超过 {limit} 层，不是正常的 Word 文档，无法读取。", limit=MAX_DEPTH))


def integer(value: str | None, default: int, low: int, high: int) -> int:
    """An attribute's number, cut to ``low..high``; *default* if it is no number."""
    try:
        return min(max(int(value or ""), low), high)
    except ValueError:
        return default


def switched_on(element: Element | None) -> bool | None:
    """An on-off property such as w:vanish: ``None`` where it is not given."""
    if element is None:
        return None
    return element.get("{w}val", "true") not in ("0", "false", "off")
