"""Opens a PDF file, or says why not and what to do."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

import pdfplumber
from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect
from pdfplumber.pdf import PDF

from gxlint.parsers.base import UnreadableError

#: No report has so many pages.
_MOST_PAGES = 300
#: What all streams of a file but pictures may hold once they are unpacked; fonts are most of it.
_MOST_UNPACKED = 256 << 20
_HEAD = 1024
_STREAM = re.compile(rb"(?s)<<(.{0,2000}?)>>\s*stream\r?\n")


@contextmanager
def opened(data: bytes) -> Iterator[PDF]:
    """The file, opened; whatever goes wrong while it is being read is a fault of the file.

    Raises:
        UnreadableError: it is no PDF, damaged, encrypted or too big.
    """
    if b"%PDF-" not in data[:_HEAD]:
        raise UnreadableError("文件不是 PDF，或者已经损坏；请重新下载，或用原来的文稿（.docx）检查")
    _refuse_bomb(data)
    try:
        with pdfplumber.open(BytesIO(data)) as pdf:
            if len(pdf.pages) > _MOST_PAGES:
                raise UnreadableError(f"文件有 {len(pdf.pages)} 页，不像是年度报告；请确认没有选错文件")
            yield pdf
    except UnreadableError:
        raise
    except Exception as error:  # pdfminer raises errors of every kind for files that are damaged
        if any(isinstance(cause, PDFPasswordIncorrect | PDFEncryptionError) for cause in _causes(error)):
            message = "文件加了密码，无法读取；请去掉密码后再检查，或用原来的文稿（.docx）"
        else:
            message = "文件已经损坏，无法读取；请重新下载，或在 WPS、Word 中重新输出为 PDF"
        raise UnreadableError(message) from error


def _causes(error: BaseException | None) -> Iterator[object]:
    while error is not None:
        yield error
        yield from error.args
        error = error.__cause__ or error.__context__


def _refuse_bomb(data: bytes) -> None:
    """Unpack as far as the limit what pdfminer would unpack without one."""
    left = _MOST_UNPACKED
    for head in _STREAM.finditer(data):
        if b"/FlateDecode" in head[1] and b"/Image" not in head[1]:
            unpacker = zlib.decompressobj()
            try:
                left -= len(unpacker.decompress(memoryview(data)[head.end() :], left + 1))
            except zlib.error:
                continue  # damaged; pdfminer will see how far it comes
            if left < 0:
                raise UnreadableError("文件解压后过大，不像是年度报告；请确认没有选错文件")
