"""The zip package of a Word file: which parts it has, read within limits."""

from __future__ import annotations

import posixpath
from io import BytesIO
from zipfile import ZipFile, ZipInfo

from gxlint.i18n import _
from gxlint.parsers.base import UnreadableError
from gxlint.parsers.docx.names import BODY
from gxlint.parsers.docx.preflight import foreign_archive, objection
from gxlint.parsers.docx.xml import Part, parse, prepared

MAX_ENTRIES = 4000
MAX_PART = 64 << 20
MAX_TOTAL = 256 << 20
MAX_RATIO = 100
#: Up to this size a part may be compressed as well as it likes.
RATIO_FROM = 4 << 20

_RELATIONSHIP = "{rel}Relationship"
#: Looked for where no relationship leads to a part.
_USUAL_NAMES = {"officeDocument": "word/document.xml"}


class Package:
    """A .docx file's parts, by what they are to its main part.

    Args:
        data: the whole file.

    Raises:
        UnreadableError: it is no Word package, damaged, encrypted, or bigger inside than any real one.
    """

    def __init__(self, data: bytes) -> None:
        if message := objection(data):
            raise UnreadableError(message)
        # Each entry costs the zip reader time before it can be counted, so the signatures are counted first.
        if data.count(b"PK\x01\x02") > MAX_ENTRIES:
            raise UnreadableError(_("文件内的条目超过 {limit} 个，不是正常的 Word 文档，无法读取。", limit=MAX_ENTRIES))
        try:
            self._zip = ZipFile(BytesIO(data))
        except Exception as error:  # the zip reader raises whatever a damaged field leads it to
            raise UnreadableError(_damaged()) from error
        self._entries = _checked(self._zip.infolist())
        self.main = self._main_part()
        self._targets = self._relationships(self.main.name)

    def part(self, kind: str) -> Part | None:
        """The part that the main part calls ``styles``, ``numbering``, ``footnotes``, ``comments``…, if there is one.

        Args:
            kind: the last word of the relationship's type.

        Raises:
            UnreadableError: the part is damaged or exceeds a limit.
        """
        entry = self._entry(self._targets, kind, posixpath.dirname(self.main.name))
        return parse(entry.filename, self._read(entry)) if entry else None

    def unparsed(self, kind: str) -> bytes:
        """As :meth:`part`, but prepared and not parsed; empty if there is no such part."""
        entry = self._entry(self._targets, kind, posixpath.dirname(self.main.name))
        return prepared(entry.filename, self._read(entry)) if entry else b""

    def _main_part(self) -> Part:
        entry = self._entry(self._relationships(""), "officeDocument", "word")
        if entry is None:
            mimetype = self._entries.get("mimetype")
            kind = self._read(mimetype) if mimetype else b""
            raise UnreadableError(foreign_archive(frozenset(self._entries), kind))
        part = parse(entry.filename, self._read(entry))
        if part.root.find(BODY) is None:
            raise UnreadableError(foreign_archive(frozenset(self._entries), b""))
        return part

    def _entry(self, targets: dict[str, str], kind: str, folder: str) -> ZipInfo | None:
        usual = _USUAL_NAMES.get(kind, f"{folder}/{kind}.xml")
        return self._entries.get(targets.get(kind, "").lower()) or self._entries.get(usual.lower())

    def _relationships(self, source: str) -> dict[str, str]:
        """Targets by the last word of the relationship's type, which strict and transitional files share."""
        folder, name = posixpath.split(source)
        entry = self._entries.get(posixpath.join(folder, "_rels", f"{name}.rels").lower())
        if entry is None:
            return {}
        targets: dict[str, str] = {}
        for found in parse(entry.filename, self._read(entry)).root.iter(_RELATIONSHIP):
            kind = found.get("Type", "").rpartition("/")[2]
            path = posixpath.normpath(posixpath.join("/", folder, found.get("Target", "").replace("\\", "/")))
            if found.get("TargetMode") != "External":
                targets.setdefault(kind, path.lstrip("/"))
        return targets

    def _read(self, entry: ZipInfo) -> bytes:
        """An entry's content; what the archive says of its size is not trusted."""
        limit = min(MAX_PART, max(RATIO_FROM, entry.compress_size * MAX_RATIO))
        try:
            with self._zip.open(entry) as stream:
                data = stream.read(limit + 1)
        except Exception as error:  # as above: also wrong checksums, unknown compression, cut streams
            raise UnreadableError(_damaged()) from error
        if len(data) > limit:
            raise UnreadableError(_too_big(entry.filename))
        return data


def _checked(infos: list[ZipInfo]) -> dict[str, ZipInfo]:
    """Entries by name, in lower case and with slashes, as the packages of careless programs must be read."""
    entries: dict[str, ZipInfo] = {}
    total = 0
    for info in infos:
        if info.flag_bits & 1:
            raise UnreadableError(_("文件的压缩包设有密码，无法读取。请取消密码后再检查。"))
        name = info.filename.replace("\\", "/").lower().lstrip("/")
        if name in entries:
            raise UnreadableError(
                _(
                    "文件内有两个同名条目 {name}，无法确定以哪个为准。请用 Word 或 WPS 打开，另存为 .docx。",
                    name=info.filename,
                )
            )
        entries[name] = info
        total += info.file_size
    if total > MAX_TOTAL:
        raise UnreadableError(_too_big(_("全部内容")))
    return entries


def _damaged() -> str:
    return _("文件不完整或已损坏，可能没有下载完。请重新获取，或用 Word 打开修复后另存为 .docx。")


def _too_big(name: str) -> str:
    return _("文件解压后过大（{name}），不是正常的 Word 文档，为安全起见不予读取。", name=name)
