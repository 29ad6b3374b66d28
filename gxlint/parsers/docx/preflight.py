"""What a file is that says it is a Word file and is not: found from its first bytes."""

from __future__ import annotations

from gxlint.i18n import _

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\x00", b"MM\x00*", b"RIFF")
_ARCHIVES = (b"Rar!", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b")


def objection(data: bytes) -> str | None:
    """Why *data* cannot be a .docx package and what to do about it; ``None`` for a zip archive."""
    if not data.strip(b"\0"):
        return _("文件是空的，没有内容。请重新导出或重新索取这份文件。")
    if data.startswith(b"PK"):
        return None
    if data.startswith(_OLE):
        return _ole(data)
    if data.startswith(b"%PDF"):
        return _("文件其实是 PDF，不是 Word 文档。请用原来的 .docx 文件检查。")
    if data.startswith(_PICTURES):
        return _("文件其实是图片，不是 Word 文档。请用原来的 .docx 文件检查。")
    if data.startswith(_ARCHIVES):
        return _("文件其实是压缩包，不是 Word 文档。请解压后检查其中的 .docx 文件。")
    return _text(data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n").lower())


def _ole(data: bytes) -> str:
    """Word encrypts a .docx by putting it into the container format of the old .doc."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return _("文件设有打开密码，无法读取。请在 Word 或 WPS 中取消密码，保存后再检查。")
    if "Workbook".encode("utf-16-le") in data and "WordDocument".encode("utf-16-le") not in data:
        return _("文件其实是 Excel 表格，不是 Word 文档。请检查报告的 .docx 文件。")
    return _("文件是旧版 .doc，请在 Word 或 WPS 中另存为 .docx。")


def _text(head: bytes) -> str:
    if head.startswith(b"{\\rtf"):
        return _("文件其实是 RTF 格式，请在 Word 或 WPS 中打开，另存为 .docx。")
    if head.startswith((b"mime-version:", b"<!doctype html")) or b"<html" in head:
        return _("文件其实是网页（HTML），请在 Word 或 WPS 中打开，另存为 .docx。")
    if head.startswith((b"<?xml", b"<pkg:package")):
        return _("文件是单个 XML 文件，不是 .docx，请在 Word 或 WPS 中打开，另存为 .docx。")
    if b"\0" not in head:
        return _("文件其实是纯文本，不是 Word 文档。请改用 .txt 或 .md 作扩展名，或另存为 .docx。")
    return _("文件不是 Word 文档，或已损坏。请在 Word 或 WPS 中打开，另存为 .docx。")


def foreign_archive(names: frozenset[str], mimetype: bytes) -> str:
    """Why a zip archive without a Word document in it cannot be read.

    Args:
        names: the names of its entries, in lower case.
        mimetype: the content of its entry of that name.
    """
    if mimetype.startswith(b"application/vnd.oasis.opendocument"):
        return _("文件其实是 OpenDocument 格式（.odt），请在 Word 或 WPS 中打开，另存为 .docx。")
    if "ofd.xml" in names:
        return _("文件其实是 OFD 版式文件，不是 Word 文档。请用原来的 .docx 文件检查。")
    if any(name.startswith("xl/") for name in names):
        return _("文件其实是 Excel 表格，不是 Word 文档。请检查报告的 .docx 文件。")
    if any(name.startswith("ppt/") for name in names):
        return _("文件其实是演示文稿，不是 Word 文档。请检查报告的 .docx 文件。")
    return _("文件是 ZIP 压缩包，但其中没有 Word 正文。请在 Word 或 WPS 中打开，另存为 .docx。")
