"""Text files from any computer."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gxlint.parsers import encoding as encodings
from gxlint.parsers.base import UnreadableError
from gxlint.parsers.encoding import decode, encode, garbled

REPORT = """青禾县云溪镇人民政府2024年政府信息公开工作年度报告

根据《中华人民共和国政府信息公开条例》，编制本报告。统计期限为2024年1月1日至2024年12月31日。

一、总体情况

（一）主动公开。全年公开政府信息81条，其中网站40条、公众号41条。
"""
TRADITIONAL = "政府資訊公開工作年度報告，統計期間為2024年1月1日至12月31日。為了便於查閱，全年共公開資訊八十一條。"
CODECS = [
    "utf-8",
    "utf-8-sig",
    "gb18030",
    "utf-16-le",
    "utf-16-be",
    "utf-16-le-sig",
    "utf-16-be-sig",
    "utf-32-le-sig",
    "utf-32-be-sig",
]


@pytest.mark.parametrize("codec", CODECS)
@pytest.mark.parametrize("length", [10, 30, 60, 200])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_every_codec_is_told_and_written_back(codec: str, length: int, line_end: str) -> None:
    text = REPORT[:length].replace("\n", line_end)
    data = encode(text, codec)
    assert decode(data) == (text, codec)


@given(
    st.text(st.sampled_from("一二三政府信息公开，。《》0123\n\r\t 𠮷"), min_size=1).filter(str.strip),
    st.sampled_from(CODECS),
)
@settings(max_examples=100)
def test_what_is_read_is_written_back_byte_by_byte(text: str, codec: str) -> None:
    data = encode(REPORT + text, codec)
    decoded = decode(data)
    assert decoded.text == REPORT + text
    assert encode(*decoded) == data


def test_big5() -> None:
    assert decode(TRADITIONAL.encode("big5")) == (TRADITIONAL, "big5")


def test_traditional_characters_in_gb18030() -> None:
    assert decode(TRADITIONAL.encode("gb18030")) == (TRADITIONAL, "gb18030")


def test_ascii_is_utf_8() -> None:
    assert decode(b"# README\n") == ("# README\n", "utf-8")


def test_the_locale_has_no_say(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C")
    monkeypatch.setenv("PYTHONIOENCODING", "ascii")
    assert decode(REPORT.encode("gb18030")).encoding == "gb18030"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "文件是空的"),
        (b"\xef\xbb\xbf", "文件是空的"),
        (b"\xff\xfe", "文件是空的"),
        (" \n\u3000\r\n".encode(), "文件是空的"),
        (b"%PDF-1.7\n%\xe2\xe3", "PDF.*请"),
        (b"PK\x03\x04\x14\x00\x06\x00", "docx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0", "旧版 Office.*另存为 .docx"),
        (rb"{\rtf1\ansi}", "RTF.*另存为"),
        (b"\x89PNG\r\n\x1a\n\0", "图片"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "图片"),
        (b"Rar!\x1a\x07\0", "压缩包.*解压"),
        (bytes(range(256)) * 8, "二进制数据.*另存为 UTF-8"),
        (b"\0" * 500, "二进制数据"),
        (REPORT.encode() + b"\0\0\0", "二进制数据"),
        (b"\xff\xfe" + "政府".encode("utf-16-le") + b"\x00", "标明是 UTF-16.*损坏"),
        ("Déjà vu à la carte, garçon".encode("latin-1"), "认不出文件的编码.*UTF-8"),
        ("Привет, мир, это отчёт".encode("cp1251"), "认不出文件的编码"),
    ],
)
def test_what_is_no_text(data: bytes, message: str) -> None:
    with pytest.raises(UnreadableError, match=message):
        decode(data)


def test_a_file_too_big(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encodings, "MAX_BYTES", 100)
    with pytest.raises(UnreadableError, match="太大"):
        decode(REPORT.encode())


@pytest.mark.parametrize("codec", ["utf-8", "gb18030"])
def test_a_damaged_place_is_named(codec: str) -> None:
    before, after = REPORT.split("一、")
    with pytest.raises(UnreadableError, match=f"{codec.upper()} 编码，但第 5 行"):
        decode((before + "一、").encode(codec) + b"\x80\xff\xff" + after.encode(codec))


def test_a_file_cut_within_a_character() -> None:
    with pytest.raises(UnreadableError, match="第 7 行有损坏的字节"):
        decode(REPORT.strip().encode()[:-1])


def test_lost_characters_are_a_problem_where_they_stand() -> None:
    text = f"{REPORT}政府信��公开\n�"
    (problem,) = garbled(text)
    assert "2 处" in problem.message
    assert "GB18030" in problem.message
    assert problem.span is not None
    assert text[slice(*problem.span)] == "��"


def test_what_is_left_of_lost_characters() -> None:
    text = f"{REPORT}政府锟斤拷锟斤拷公开"
    (problem,) = garbled(text)
    assert problem.span is not None
    assert text[slice(*problem.span)] == "锟斤拷锟斤拷"


@pytest.mark.parametrize(("right", "wrong"), [("utf-8", "gb18030"), ("utf-8", "cp1252"), ("gb18030", "latin-1")])
def test_a_text_misread_before_it_was_saved(right: str, wrong: str) -> None:
    text = "# 2024\n" + REPORT.encode(right).decode(wrong, "ignore")
    (problem,) = garbled(text)
    assert right.upper() in problem.message
    assert problem.span is not None
    assert problem.span.start == 7
    assert "\n" not in text[slice(*problem.span)]


@pytest.mark.parametrize(
    "text",
    [REPORT, TRADITIONAL, "", "plain ASCII", "Déjà vu à la carte, où ça?", "Привет, мир", "بىز ئۇيغۇر", "🎉" * 50],
)
def test_text_in_order_is_no_problem(text: str) -> None:
    assert list(garbled(text)) == []
