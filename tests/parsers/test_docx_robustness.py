"""Whatever the bytes: a document, or a message that says what is wrong and what to do."""

from __future__ import annotations

import contextlib
import io
import random
import struct
import zipfile
from collections.abc import Callable

import pytest

from gxlint.parsers.base import UnreadableError
from gxlint.parsers.docx import DocxParser

from .docx_files import (
    MAIN,
    NAMESPACES,
    STRICT,
    docx,
    entries,
    lines,
    p,
    parsed,
    relationships,
    run,
    tbl,
    tc,
    tr,
    zipped,
)

OLE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504)
BODY = p("一、总体情况")


def altered(**files: bytes | None) -> bytes:
    """A small document with other, or without some, entries; ``document`` stands for ``word/document.xml``."""
    changed: dict[str, bytes | None] = {**entries(BODY), **{f"word/{name}.xml": data for name, data in files.items()}}
    return zipped({name: data for name, data in changed.items() if data is not None})


def document_xml(content: str, before: str = "") -> bytes:
    return f'<?xml version="1.0"?>{before}<w:document {NAMESPACES}><w:body>{content}</w:body></w:document>'.encode()


def flagged_as_encrypted() -> bytes:
    data = bytearray(docx(BODY))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(signature)
        data[at + offset] |= 1
    return bytes(data)


def doubled() -> bytes:
    out = io.BytesIO(docx(BODY))
    with zipfile.ZipFile(out, "a") as package, pytest.warns(UserWarning, match="Duplicate"):
        package.writestr("word/document.xml", document_xml(p("另一")))
    return out.getvalue()


def understated() -> bytes:
    """A package whose directory says that a big part is small."""
    data = bytearray(altered(document=document_xml(p("一" * 20_000_000))))
    directory = data.find(b"PK\x01\x02", data.find(b"word/document.xml", data.find(b"PK\x01\x02")) - 60)
    struct.pack_into("<I", data, directory + 24, 1000)
    return bytes(data)


def many_entries() -> bytes:
    return zipped({f"word/{number}.xml": b"" for number in range(4001)}, zipfile.ZIP_STORED)


def nested(opening: str, closing: str, depth: int = 300) -> bytes:
    return docx(opening * depth + p("深") + closing * depth)


REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "nothing": (lambda: b"", "空的.*重新"),
    "zeros": (lambda: bytes(2000), "空的"),
    "legacy doc": (lambda: OLE + "WordDocument".encode("utf-16-le"), r"旧版 \.doc，请在 Word 或 WPS 中另存为 \.docx"),
    "password": (lambda: OLE + "EncryptedPackage".encode("utf-16-le"), "密码.*取消密码"),
    "legacy xls": (lambda: OLE + "Workbook".encode("utf-16-le"), "Excel"),
    "pdf": (lambda: b"%PDF-1.7\n", "PDF"),
    "rtf": (lambda: b"{\\rtf1\\ansi", "RTF.*另存为"),
    "html": (lambda: "\ufeff<!DOCTYPE html><p>报告".encode(), "网页"),
    "saved web page": (lambda: b"MIME-Version: 1.0\r\n", "网页"),
    "xml": (lambda: b'<?xml version="1.0"?><?mso-application progid="Word.Document"?>', "单个 XML"),
    "png": (lambda: b"\x89PNG\r\n\x1a\n", "图片"),
    "jpeg": (lambda: b"\xff\xd8\xff\xe0", "图片"),
    "rar": (lambda: b"Rar!\x1a\x07", "压缩包.*解压"),
    "text": (lambda: "一、总体情况".encode(), "纯文本.*\\.txt"),
    "noise": (lambda: bytes(range(1, 255)) + b"\0", "不是 Word 文档"),
    "odt": (lambda: zipped({"mimetype": b"application/vnd.oasis.opendocument.text"}), "OpenDocument"),
    "ofd": (lambda: zipped({"OFD.xml": b"<x/>"}), "OFD"),
    "xlsx": (lambda: zipped({"xl/workbook.xml": b"<x/>"}), "Excel"),
    "pptx": (lambda: zipped({"ppt/presentation.xml": b"<x/>"}), "演示文稿"),
    "zip": (lambda: zipped({"报告.txt": b"x"}), "没有 Word 正文"),
    "empty zip": (lambda: zipped({}), "没有 Word 正文"),
    "only a signature": (lambda: b"PK\x03\x04", "不完整或已损坏"),
    "cut short": (lambda: docx(BODY)[:-40], "不完整或已损坏"),
    "damaged inside": (lambda: docx(BODY).replace(b"PK\x03\x04", b"PK\x03\x05"), "不完整或已损坏"),
    "locked archive": (flagged_as_encrypted, "密码"),
    "two of a name": (doubled, "同名"),
    "too many entries": (many_entries, "条目超过"),
    "no main part": (lambda: altered(document=None), "没有 Word 正文"),
    "no body": (lambda: altered(document=b"<x/>"), "没有 Word 正文"),
    "broken xml": (lambda: altered(document=b"<w:document"), "XML.*修复"),
    "empty part": (lambda: altered(document=b""), "XML"),
    "document type": (lambda: altered(document=document_xml(p("一"), '<!DOCTYPE x [<!ENTITY a "b">]>')), "DOCTYPE"),
    "document type in utf-16": (
        lambda: altered(document=document_xml(p("一"), "<!DOCTYPE x>").decode().encode("utf-16")),
        "DOCTYPE",
    ),
    "odd encoding": (lambda: altered(document=b'<?xml version="1.0" encoding="punycode"?><x/>'), "编码"),
    "bomb": (lambda: altered(document=document_xml(p("一" * 20_000_000))), "过大"),
    "bomb beside the text": (lambda: altered(media=bytes(300_000_000)), "过大"),
    "bomb that understates itself": (understated, "过大|损坏"),
    "too many elements": (lambda: altered(document=document_xml("<w:p/>" * 3_100_000)), "过大|内容过多"),
    "deep controls": (lambda: nested("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"), "嵌套"),
    "deep tables": (lambda: nested("<w:tbl><w:tr><w:tc>", "<w:p/></w:tc></w:tr></w:tbl>"), "嵌套"),
    "deep tables in a cell": (
        lambda: docx(tbl(tr("1", tc("<w:tbl><w:tr><w:tc>" * 300 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 300)))),
        "嵌套",
    ),
    "deep links": (lambda: docx(p("<w:hyperlink>" * 300 + run("深") + "</w:hyperlink>" * 300)), "嵌套"),
    "deep drawings": (
        lambda: docx(p("<w:r><w:pict>" + "<v:group>" * 300 + "</v:group>" * 300 + "</w:pict></w:r>")),
        "嵌套",
    ),
    "deep formulas": (lambda: docx(p("<m:oMath>" + "<m:e>" * 300 + "</m:e>" * 300 + "</m:oMath>")), "嵌套"),
    "deep alternatives": (
        lambda: nested("<mc:AlternateContent><mc:Choice>", "</mc:Choice></mc:AlternateContent>"),
        "嵌套",
    ),
    "deep text boxes": (
        lambda: nested("<w:p><w:r><w:pict><w:txbxContent>", "</w:txbxContent></w:pict></w:r></w:p>"),
        "嵌套",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_refused_with_the_fault_and_the_remedy(name: str) -> None:
    make, message = REFUSED[name]
    with pytest.raises(UnreadableError, match=message):
        DocxParser().parse(make(), "草稿.docx")


def relations(target: str, kind: str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/") -> bytes:
    return relationships(f'<Relationship Id="r" Type="{kind}officeDocument" Target="{target}"/>').encode()


def elsewhere(target: str, name: str) -> bytes:
    """A package whose main part has another name."""
    files = entries(BODY)
    files[name] = files.pop("word/document.xml")
    files["_rels/.rels"] = relations(target)
    return zipped(files)


def strict() -> bytes:
    files = entries(BODY)
    strict_kind = STRICT.removesuffix("wordprocessingml/main") + "officeDocument/relationships/"
    files["word/document.xml"] = files["word/document.xml"].replace(MAIN.encode(), STRICT.encode())
    files["_rels/.rels"] = relations("word/document.xml", strict_kind)
    return zipped(files)


READ: dict[str, Callable[[], bytes]] = {
    "strict namespaces": strict,
    "main part elsewhere": lambda: elsewhere("/doc/main.xml", "doc/main.xml"),
    "names in another case": lambda: elsewhere("Word/Document.XML", "word/document.xml"),
    "backslashes": lambda: elsewhere("word\\main.xml", "word\\main.xml"),
    "a dangling relationship": lambda: elsewhere("word/none.xml", "word/document.xml"),
    "out of the package": lambda: elsewhere("../../etc/passwd", "word/document.xml"),
    "no relationships": lambda: zipped({"word/document.xml": document_xml(BODY)}),
    "no content types": lambda: zipped({k: v for k, v in entries(BODY).items() if not k.startswith("[")}),
    "stored": lambda: zipped(entries(BODY), zipfile.ZIP_STORED),
    "utf-16": lambda: altered(
        document=document_xml(BODY).decode().replace("?>", ' encoding="UTF-16"?>').encode("utf-16")
    ),
    "gbk": lambda: altered(document=document_xml(BODY).decode().replace("?>", ' encoding="GBK"?>').encode("gbk")),
    "byte order mark": lambda: altered(document=b"\xef\xbb\xbf" + document_xml(BODY)),
    "a picture that compresses well": lambda: altered(media=bytes(20_000_000)),
    "something before the archive": lambda: docx(BODY) + b"\0\0",
    "one quote or two": lambda: altered(
        document=document_xml(BODY).replace(b'xmlns:w="', b"xmlns:w='").replace(b'main"', b"main'", 1)
    ),
}


@pytest.mark.parametrize("name", READ)
def test_read_all_the_same(name: str) -> None:
    assert lines(parsed(READ[name]())) == ["一、总体情况"]


def test_problems_of_parts_that_the_text_does_not_need() -> None:
    numbered = p("甲", '<w:numPr><w:numId w:val="1"/></w:numPr>')
    noted = p(run("乙") + '<w:r><w:footnoteReference w:id="2"/></w:r>')
    document = parsed(docx(numbered + noted, numbering="<w:num", footnotes="<w:x></w:y>"))
    assert lines(document) == ["甲", "乙"]
    assert [("numbering" in each.message, "footnotes" in each.message) for each in document.problems] == [
        (True, False),
        (False, True),
    ]


def test_absurd_numbers_everywhere() -> None:
    attributes = ("x", "-1", "99999999999999999999", "")
    numbering = "".join(
        [
            f'<w:abstractNum w:abstractNumId="{n}"><w:lvl w:ilvl="{value}"><w:start w:val="{value}"/>'
            f'<w:numFmt w:val="{value}"/><w:lvlText w:val="%1%9"/><w:lvlRestart w:val="{value}"/></w:lvl>'
            "</w:abstractNum>"
            f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/><w:lvlOverride w:ilvl="{value}">'
            f'<w:startOverride w:val="{value}"/></w:lvlOverride></w:num>'
            for n, value in enumerate(attributes, 1)
        ]
    )
    body = "".join(
        [
            p("甲", f'<w:numPr><w:ilvl w:val="{value}"/><w:numId w:val="{n}"/></w:numPr>')
            + tbl(tr("1", "2", properties=f'<w:gridBefore w:val="{value}"/>'))
            for n in range(1, 5)
            for value in attributes
        ]
    )
    assert parsed(docx(body, numbering=numbering)).text.count("甲") == 16


def test_a_long_number_text_is_cut() -> None:
    numbering = (
        f'<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:lvlText w:val="{"附" * 100_000}"/></w:lvl>'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    body = p("甲", '<w:numPr><w:numId w:val="1"/></w:numPr>') * 1000
    assert len(parsed(docx(body, numbering=numbering)).text) < 300_000


SAMPLE = docx(
    p("一、总体情况", '<w:pStyle w:val="1"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
    + p(run("全年") + "<w:ins>" + run("公开", "<w:b/>") + "</w:ins><w:r><w:tab/><w:br/></w:r>" + run("8条"))
    + tbl(tr(tc("项目", '<w:gridSpan w:val="2"/><w:vMerge w:val="restart"/>'), "1"), tr(tc("", "<w:vMerge/>"), "2")),
    styles='<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>',
    numbering='<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
)


def mutated(source: bytes, random: random.Random) -> bytes:
    """*source* with a few of its pieces cut, doubled, swapped or overwritten."""
    data = bytearray(source)
    for _ in range(random.randint(1, 4)):
        start = random.randrange(len(data))
        piece = data[start : start + random.randint(1, 60)]
        at = random.randrange(len(data))
        match random.randrange(4):
            case 0:
                del data[start : start + len(piece)]
            case 1:
                data[at:at] = piece
            case 2:
                data[at : at + len(piece)] = piece
            case _:
                data[start] = random.randrange(256)
    return bytes(data)


def tags_mutated(source: bytes, random: random.Random) -> bytes:
    """*source* with elements swapped for others: it stays well-formed, and becomes nonsense."""
    pieces = source.split(b"<w:")
    names = [b"p", b"r", b"t", b"tbl", b"tr", b"tc", b"pPr", b"rPr", b"tcPr", b"br", b"tab", b"sdt", b"ins", b"vMerge"]
    old, new = random.sample(names, 2)
    return b"<w:".join(pieces).replace(b"<w:%b>" % old, b"<w:%b>" % new).replace(b"</w:%b>" % old, b"</w:%b>" % new)


@pytest.mark.parametrize("seed", range(4))
def test_mutations(seed: int) -> None:
    random_ = random.Random(seed)
    with zipfile.ZipFile(io.BytesIO(SAMPLE)) as package:
        files = {name: package.read(name) for name in package.namelist()}
    for number in range(120):
        name = random_.choice(["word/document.xml"] * 4 + ["word/styles.xml", "word/numbering.xml", "_rels/.rels"])
        mutate = tags_mutated if number % 3 == 0 else mutated
        changed = zipped({**files, name: mutate(files[name], random_)}, zipfile.ZIP_STORED)
        for data in (changed, mutated(changed, random_)):
            with contextlib.suppress(UnreadableError):
                parsed(data)
