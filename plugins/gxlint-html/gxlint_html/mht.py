"""Pages that a browser has saved as one file (.mht, .mhtml): a message whose first part in HTML is the page.

The text is that of the page, which stands in the file in a coding of its own. So a finding has its line in the page,
and nothing is written back.
"""

from __future__ import annotations

from email import message_from_bytes
from email.message import Message

from gxlint.document import Document
from gxlint.parsers.base import UnreadableError
from gxlint.parsers.encoding import MAX_BYTES, decode
from gxlint.text import Anchor, Source, SourceMap, Span
from gxlint_html.parser import read_page

_HTML = ("text/html", "application/xhtml+xml")


class MhtParser:
    """Reads the article of a page in such a file."""

    name = "mht"
    suffixes = (".mht", ".mhtml")

    def parse(self, data: bytes, path: str) -> Document:
        """Read a file's bytes; see :class:`~gxlint.parsers.base.Parser`."""
        if len(data) > MAX_BYTES:
            raise UnreadableError("文件太大，不像是一个网页；请确认没有选错文件")
        part = _page_in(message_from_bytes(data))
        payload = part.get_payload(decode=True) if part is not None else None
        if part is None or not isinstance(payload, bytes):
            raise UnreadableError(
                "文件里没有网页，或者已经损坏；请在浏览器里打开原来的网页，另存为“网页，仅 HTML”或“网页，单个文件”"
            )
        text, _encoding = decode(payload)
        text = text.removeprefix("\ufeff")
        anchor = Anchor(part.get("Content-Location") or "text/html", (), 0)
        return read_page(Source(text, path, self.name, map=SourceMap([(Span(0, len(text)), anchor)])))


def _page_in(message: Message) -> Message | None:
    """The part that is the page: the one that the file names as its start, else the first."""
    start = message.get_param("start")
    pages = [part for part in message.walk() if part.get_content_type() in _HTML]
    return next((part for part in pages if start and part.get("Content-ID") == start), pages[0] if pages else None)
