"""From a file, bytes or text to a document, by the parser that the name calls for."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable, Iterable
from typing import cast

from gxlint.crashes import describe
from gxlint.document import Document
from gxlint.hosting.interrupts import pass_on
from gxlint.i18n import _
from gxlint.parsers.base import Parser, UnreadableError
from gxlint.plugins.errors import PluginError, in_short
from gxlint.plugins.registry import Registry, suffix_of
from gxlint.text import Source

#: Bigger files are refused; a report with all its pictures has a tenth of it.
MAX_BYTES = 100_000_000

#: Reads a text whose name does not say what it is.
DEFAULT_PARSER = "markdown"

#: What Word files begin with: today's, and those of old, which its parser refuses by name.
_WORD = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
#: Drafts that Word and WPS open, and that they must save as .docx before anything here can read them.
OFFICE = frozenset({".doc", ".wps", ".wpt", ".rtf", ".odt", ".dot", ".dotx"})
#: What plugins of this project read, and which does.
_BY_PLUGIN = {".pdf": "gxlint-pdf", ".html": "gxlint-html", ".htm": "gxlint-html"}


def parse_text(registry: Registry, text: str, path: str, parser: str | None) -> Document:
    """Read text that is in no file yet.

    Args:
        registry: of the parsers.
        text: without a byte order mark.
        path: what to call it; its suffix chooses the parser, Markdown where it has none.
        parser: the parser's name, if the suffix is not to choose.

    Raises:
        UnreadableError: the parser does not read text.
    """
    name = parser or registry.parser_name(path) or DEFAULT_PARSER

    def parse(chosen: Parser) -> object:
        if not hasattr(chosen, "parse_text"):
            raise UnreadableError(_("{parser} 不是文本格式，请保存为文件再检查", parser=name))
        return chosen.parse_text(text, path)

    return _parsed(registry, name, path, parse)


def parse_data(registry: Registry, data: bytes, path: str, parser: str | None) -> Document:
    """Read the bytes of a file; arguments as for :func:`parse_text`. Without a path they may be a Word file's.

    Raises:
        UnreadableError: they are not what their name says.
    """
    name = parser or registry.parser_name(path) or (DEFAULT_PARSER if path or not data.startswith(_WORD) else "docx")

    def parse(chosen: Parser) -> object:
        if not data.strip() and hasattr(chosen, "parse_text"):
            return Document(Source("", path, name), ())  # a parser would refuse it, and that is not its affair
        return chosen.parse(data, path)

    return _parsed(registry, name, path, parse)


def _parsed(registry: Registry, name: str, path: str, parse: Callable[[Parser], object]) -> Document:
    """What a parser makes of a file.

    Raises:
        UnreadableError: the file is not what its name says.
        PluginError: the parser is a plugin's and failed; the text says so.
    """
    owner = registry.parser_owner(name)
    if not owner:
        return cast("Document", parse(registry.parser(name)))
    try:
        with registry.hosting_parser(name, path):
            document = parse(registry.parser(name))
        if not isinstance(document, Document):
            raise PluginError(_("parse 应返回 {wanted}，实为 {found}", wanted="Document", found=in_short(document)))
    except UnreadableError:
        raise
    except BaseException as error:
        pass_on(error)
        raise PluginError(
            _(
                "解析器 {name}（插件 {plugin}）读这个文件时出错，其余文件不受影响：{error}",
                name=name,
                plugin=owner,
                error=describe(error),
            )
        ) from error
    return document


def parse_file(registry: Registry, path: str) -> Document:
    """Read a file.

    Raises:
        UnreadableError: nothing reads files of its kind, or it is not what its name says.
        OSError: it cannot be opened.
    """
    return parse_named(registry, read_file(path), path)


def parse_named(registry: Registry, data: bytes, path: str) -> Document:
    """Read the bytes of a file, by its name only.

    Raises:
        UnreadableError: nothing reads files of its kind, or it is not what its name says.
    """
    if registry.parser_name(path) is None:
        raise UnreadableError(_unsupported(suffix_of(path), registry.suffixes))
    return parse_data(registry, data, path, None)


def read_file(path: str) -> bytes:
    """The bytes of a draft.

    Raises:
        UnreadableError: it is too big to be one.
        OSError: it cannot be opened.
    """
    kind = os.stat(path).st_mode
    if not (stat.S_ISREG(kind) or stat.S_ISDIR(kind)):  # opening a pipe waits for somebody to write into it
        raise UnreadableError(_("这是管道或设备，不是文件；要检查管道里的内容，请用 - 从标准输入读"))
    with open(path, "rb") as file:
        data = file.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise UnreadableError(_("文件超过 {size} MB；请压缩其中的图片后再检查", size=MAX_BYTES // 1_000_000))
    return data


def why_unopened(error: OSError) -> str:
    """What kept a file from being opened, and what to do."""
    match error:
        case FileNotFoundError(filename=str(name)) if os.path.islink(name):
            return _("这是链接，它指向的文件不存在；请直接检查原来的文件")
        case IsADirectoryError():
            return _("这是文件夹，不是文件")
        case PermissionError():
            return _("没有读取的权限，或文件正被其他程序占用；请关闭占用它的程序后再试")
        case OSError(filename=str(name)) if "*" in name or "?" in name:  # Windows calls such a name invalid
            return _("没有与这个通配符相符、可以检查的文件；请检查路径和扩展名")
        case FileNotFoundError():
            return _("没有这个文件或文件夹；请检查路径")
        case OSError(errno=errno.ELOOP):
            return _("这是链接，转来转去又指回自己；请直接检查原来的文件")
        case _other:
            reason = " ".join(f"{type(error).__name__}: {error}".split())
            return _("文件读不出来（{error}）；请检查磁盘或网络位置", error=reason)


def _unsupported(suffix: str, known: Iterable[str]) -> str:
    if suffix in OFFICE:
        return _("不支持 {suffix} 文件；请用 Word 或 WPS 打开，另存为 .docx 再检查", suffix=suffix)
    if suffix in _BY_PLUGIN:
        return _(
            "没有安装读 {suffix} 文件的插件；请检查原来的 .docx 文件，没有的话先运行 pip install {plugin}",
            suffix=suffix,
            plugin=_BY_PLUGIN[suffix],
        )
    if not suffix:
        return _("文件名没有扩展名，看不出类型；能检查的类型是 {known}", known=_("、").join(known))
    return _("不支持“{suffix}”类型的文件；能检查的类型是 {known}", suffix=suffix, known=_("、").join(known))
