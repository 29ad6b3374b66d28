"""Reading Word files beside what other readers begin with: inflating XML and parsing it with lxml."""

from __future__ import annotations

import gc
import re
import zipfile
from collections.abc import Callable, Sequence
from functools import partial
from io import BytesIO
from time import process_time

from lxml import etree  # type: ignore[import-untyped]  # comes with python-docx

from bench import corpus
from gxlint.api import default_registry

_MAIN = "word/document.xml"
_ROUNDS = 9
#: What Word and WPS write around the text of every run, paragraph and cell, which the writers of the tester leave out.
_RUN = (
    '<w:r w:rsidRPr="00A77B3E"><w:rPr><w:rFonts w:ascii="仿宋_GB2312" w:eastAsia="仿宋_GB2312" w:hAnsi="仿宋_GB2312"'
    ' w:cs="仿宋_GB2312" w:hint="eastAsia"/><w:color w:val="000000"/><w:kern w:val="0"/><w:sz w:val="32"/>'
    '<w:szCs w:val="32"/><w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar"/></w:rPr>'
)
_PARAGRAPH = (
    '<w:p w:rsidR="00000000" w:rsidRDefault="00A77B3E" w:rsidP="00A77B3E"><w:pPr><w:keepNext w:val="0"/>'
    '<w:widowControl/><w:spacing w:line="560" w:lineRule="exact"/><w:ind w:firstLine="640" w:firstLineChars="200"/>'
)
_BORDERS = "".join(
    f'<w:{side} w:val="single" w:color="000000" w:sz="4" w:space="0"/>' for side in ("top", "left", "bottom", "right")
)


def main(count: int) -> None:
    """Print the times for *count* reports, as the tester writes them and with Word's markup around every text."""
    lean = list(corpus.files(corpus.SHAPES["docx"], count))
    parse = default_registry().parser("docx").parse
    for name, drafts in (("lean", lean), ("as Word writes", [as_word_writes(data) for data in lean])):
        size = sum(len(_inflated(data, _MAIN)[0]) for data in drafts) / count / 1000
        main, everything = (_milliseconds(partial(_with_lxml, suffix), drafts) for suffix in (_MAIN, ".xml"))
        reading = _milliseconds(lambda data: parse(data, "draft.docx"), drafts)
        print(
            f"{name}, main part of {size:.0f} KB: reading {reading:5.2f} ms a file, {reading / main:4.2f} times "
            f"inflating the main part and parsing it with lxml, {reading / everything:4.2f} times that of all XML"
        )


def as_word_writes(data: bytes) -> bytes:
    """The same file, compressed, its main part with the markup of a word processor."""
    target = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as written:
        for item in source.namelist():
            content = source.read(item)
            written.writestr(item, _dressed(content.decode()) if item == _MAIN else content)
    return target.getvalue()


def _dressed(xml: str) -> str:
    xml = xml.replace("<w:tcPr>", f'<w:tcPr><w:tcW w:w="1093" w:type="dxa"/><w:tcBorders>{_BORDERS}</w:tcBorders>')
    xml = re.sub(r"<w:p>(?!<w:pPr>)", f"{_PARAGRAPH}</w:pPr>", xml).replace("<w:p><w:pPr>", _PARAGRAPH)
    return re.sub(r"<w:r>(?!<w:rPr>)", _RUN, xml)


def _with_lxml(suffix: str, data: bytes) -> None:
    for part in _inflated(data, suffix):
        etree.fromstring(part)


def _inflated(data: bytes, suffix: str) -> list[bytes]:
    """The parts whose names end so."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        return [package.read(name) for name in package.namelist() if name.endswith(suffix)]


def _milliseconds(read: Callable[[bytes], object], drafts: Sequence[bytes]) -> float:
    """The mean over the drafts of the least time that each took."""
    gc.collect()
    least = [float("inf")] * len(drafts)
    for _round in range(_ROUNDS):
        for number, data in enumerate(drafts):
            started = process_time()
            read(data)
            least[number] = min(least[number], process_time() - started)
    return sum(least) / len(drafts) * 1000
