"""The parser of Word files."""

from __future__ import annotations

from gxlint.document import Document
from gxlint.i18n import _
from gxlint.parsers.base import UnreadableError
from gxlint.text import Source


class DocxParser:
    """Reads .docx and .docm files, as Word shows them with all changes accepted and no marks.

    A line that ends in a soft break is a paragraph; a sentence cut in two lines or paragraphs is one, as in text files.
    Paragraphs carry the attributes ``style`` (the style's name), ``font`` and ``size`` (East Asian font and points of
    the first words) and ``align``, where the file says so. Headers and footers are not read.
    """

    name = "docx"
    suffixes = (".docx", ".docm")

    def parse(self, data: bytes, path: str) -> Document:
        """Read a file's bytes.

        Args:
            data: the whole file.
            path: for messages; never opened.

        Raises:
            UnreadableError: the bytes are no Word package, damaged, encrypted or too big.
        """
        # The zip and XML readers take longer to import than most drafts to read; text drafts do without.
        from gxlint.parsers.docx.body import Body
        from gxlint.parsers.docx.package import Package
        from gxlint.parsers.joining import join_cut

        body = Body(Package(data))
        try:
            body.read()
        except RecursionError as error:
            raise UnreadableError(_("文件内部嵌套过深，不是正常的 Word 文档，无法读取。")) from error
        text = body.linear.text()
        source = Source(text, path, self.name, map=body.linear.source_map())
        comments = body.comments(text)
        return Document(source, join_cut(text, body.blocks), comments=comments, problems=body.problems)
