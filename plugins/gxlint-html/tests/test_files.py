"""Pages as they come: faulty reports, last year's report, suppressions, fixes, other encodings, damaged files."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from pages import SHAPES, for_wechat, from_word, listed, page, published, saved

from gxlint.api import Linter
from gxlint.parsers.base import UnreadableError
from gxlint.plugins.registry import Registry
from gxlint.settings import Settings
from gxlint.testing import CorrectReport, Sample, check_parser
from gxlint.testing.running import serious
from gxlint.testing.shapes import Shape
from gxlint_html.mht import MhtParser
from gxlint_html.parser import HtmlParser

REPORT = CorrectReport()
WORDS = ("政府信息公开工作年度报告", "一、总体情况", "行政规范性文件", "四、结转下年度继续办理", "2025年1月15日")


def gxlint(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "gxlint", *arguments], cwd=cwd, capture_output=True, text=True, check=False
    )


def test_keeps_what_a_parser_owes() -> None:
    for parser in (HtmlParser(), MhtParser()):
        shapes = [shape for shape in SHAPES if shape.suffix in parser.suffixes]
        check_parser(parser, [Sample("报告" + shape.suffix, shape.write(REPORT), WORDS) for shape in shapes])


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
def test_a_fault_is_found_at_its_words(shape: Shape) -> None:
    faulty = REPORT.with_cell("applications", "total", "business", 5)
    found = serious(Linter(Settings(), Registry()).data(shape.write(faulty), "报告" + shape.suffix).diagnostics)
    assert found
    assert all("（七）总计" in item.place or "结转" in item.place for item in found)
    assert any(item.source and item.span and item.source[item.span] == "5" for item in found)


def test_last_years_report_may_be_a_page(tmp_path: Path) -> None:
    (tmp_path / "去年.html").write_text(published(REPORT.preceding().pieces), encoding="utf-8")
    off = REPORT.with_cell("applications", "carried_in", "natural_person", 3)
    (tmp_path / "今年.html").write_text(page(off.pieces), encoding="utf-8")
    done = gxlint("check", "今年.html", "--previous", "去年.html", cwd=tmp_path)
    assert "[carried-over-mismatch]" in done.stdout
    shown = gxlint("show", "去年.html", cwd=tmp_path)
    assert (shown.returncode, "行政规范性文件" in shown.stdout) == (0, True)


def test_a_comment_silences(tmp_path: Path) -> None:
    text = page(REPORT.with_cell("applications", "total", "business", 5).pieces)
    (tmp_path / "报告.html").write_text(text, encoding="utf-8")
    assert gxlint("check", "报告.html", cwd=tmp_path).returncode == 1
    (tmp_path / "报告.html").write_text("<!-- gxlint-disable -->\n" + text, encoding="utf-8")
    assert gxlint("check", "报告.html", cwd=tmp_path).returncode == 0


def test_words_are_mended_in_the_encoding_of_the_page(tmp_path: Path) -> None:
    text = page(REPORT.with_paragraph("五", "下一步,将继续改进服务。").pieces, from_word)
    (tmp_path / "报告.html").write_bytes(text.encode("gb18030"))
    done = gxlint("fix", "报告.html", cwd=tmp_path)
    assert done.returncode in (0, 1), done.stderr
    assert (tmp_path / "报告.html").read_bytes().decode("gb18030") == text.replace("步,", "步，")


def test_the_number_of_a_list_is_marked_but_not_mended(tmp_path: Path) -> None:
    text = page(REPORT.pieces, listed).replace('start="3"', 'start="4"')
    (tmp_path / "报告.html").write_text(text, encoding="utf-8")
    found = gxlint("check", "报告.html", cwd=tmp_path).stdout
    assert "“收到和处理政府信息公开申请情况”的序号应为“三”，写成了“四”" in found
    done = gxlint("fix", "报告.html", cwd=tmp_path)
    assert "请在网页编辑器中手工修改" in done.stdout + done.stderr
    assert (tmp_path / "报告.html").read_text(encoding="utf-8") == text


@pytest.mark.parametrize(
    ("items", "lines"),
    [
        ("<ol><li>甲<li>乙</ol>", ["1.甲", "2.乙"]),
        ("<ol start=3 type=a><li>甲<li value=9>乙<li>丙</ol>", ["c.甲", "i.乙", "j.丙"]),
        ("<ol reversed><li>甲<li>乙</ol>", ["2.甲", "1.乙"]),
        ("<ol><li>甲<ol type=I><li>乙</ol><li>丙</ol>", ["1.甲", "I.乙", "2.丙"]),
        ("<ol><li>1．甲<li>（二）乙<li>丙</ol>", ["1．甲", "（二）乙", "3.丙"]),
        ('<ol style="list-style: none"><li>甲</ol><ul><li>乙</ul>', ["甲", "乙"]),
        ('<ol><li hidden>甲<li style="list-style-type: cjk-ideographic">乙</ol>', ["一、乙"]),
        ("<ol><li><table><tr><td>甲<td>乙</table>丙</ol>", ["丙"]),
    ],
)
def test_items_have_the_numbers_that_a_browser_shows(items: str, lines: list[str]) -> None:
    assert [paragraph.text for paragraph in HtmlParser().parse_text(items, "页.html").paragraphs] == lines


def test_words_in_a_table_outside_its_cells_are_lines() -> None:
    head = "<table>三、收到和处理政府信息公开申请情况<p>单位：件</p><tr><td>甲<td>1<tr><td>乙<td>2</tr>注：无</table>"
    document = HtmlParser().parse_text(head, "页.html")
    lines = [paragraph.text for paragraph in document.paragraphs]
    assert lines == ["三、收到和处理政府信息公开申请情况", "单位：件", "注：无"]
    assert [cell.text for cell in document.tables[0].cells] == ["甲", "1", "乙", "2"]


def test_a_page_saved_in_one_file_is_checked_and_stays_as_it_is(tmp_path: Path) -> None:
    data = saved(published(REPORT.with_paragraph("五", "下一步,将继续改进服务。").pieces))
    (tmp_path / "报告.mht").write_bytes(data)
    assert "下一步" in gxlint("check", "报告.mht", cwd=tmp_path).stdout
    done = gxlint("fix", "报告.mht", cwd=tmp_path)
    assert done.returncode in (0, 1), done.stderr
    assert (tmp_path / "报告.mht").read_bytes() == data


@pytest.mark.parametrize("data", [b"", b"\0\1\2", b"Content-Type: text/plain\r\n\r\nwords", b"<html>"])
def test_a_file_without_a_page_is_refused_with_the_remedy(data: bytes) -> None:
    with pytest.raises(UnreadableError, match="另存为"):
        MhtParser().parse(data, "报告.mht")


def test_a_page_without_end_tags_in_one_line() -> None:
    text = page(REPORT.pieces).replace("\n", "").replace("</p>", "").replace("</td>", "").replace("</tr>", "")
    assert not serious(Linter(Settings(), Registry()).data(text.encode(), "报告.html").diagnostics)


def test_what_is_nested_too_deeply_is_refused() -> None:
    with pytest.raises(UnreadableError, match="嵌套过深"):
        HtmlParser().parse(("<div>" * 5000 + "一、总体情况").encode(), "报告.html")


def test_a_site_may_use_any_editor() -> None:
    for block in (from_word, for_wechat):
        data = published(REPORT.pieces, block).encode()
        assert not serious(Linter(Settings(), Registry()).data(data, "报告.html").diagnostics)


def test_what_gxlint_wrote_itself_is_no_report(tmp_path: Path) -> None:
    (tmp_path / "报告.html").write_text(page(REPORT.pieces), encoding="utf-8")
    (tmp_path / "结果.html").write_text(gxlint("check", "报告.html", "--format", "html", cwd=tmp_path).stdout, "utf-8")
    shown = gxlint("show", "结果.html", "--format", "json", cwd=tmp_path)
    assert '"kind": "disclosure"' in gxlint("show", "报告.html", "--format", "json", cwd=tmp_path).stdout
    assert '"kind": "disclosure"' not in shown.stdout
