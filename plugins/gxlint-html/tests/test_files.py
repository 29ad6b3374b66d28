"""Pages as they come: faulty reports, last year's report, suppressions, fixes, other encodings, damaged files."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from pages import SHAPES, for_wechat, from_word, page, published

from gxlint.api import Linter
from gxlint.parsers.base import UnreadableError
from gxlint.plugins.registry import Registry
from gxlint.settings import Settings
from gxlint.testing import CorrectReport, Sample, check_parser
from gxlint.testing.running import serious
from gxlint.testing.shapes import Shape
from gxlint_html.parser import HtmlParser

REPORT = CorrectReport()
WORDS = ("政府信息公开工作年度报告", "一、总体情况", "行政规范性文件", "四、结转下年度继续办理", "2025年1月15日")


def gxlint(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "gxlint", *arguments], cwd=cwd, capture_output=True, text=True, check=False
    )


def test_keeps_what_a_parser_owes() -> None:
    check_parser(HtmlParser(), [Sample("报告" + shape.suffix, shape.write(REPORT), WORDS) for shape in SHAPES])


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
def test_a_fault_is_found_at_its_words(shape: Shape) -> None:
    faulty = REPORT.with_cell("applications", "total", "business", 5)
    found = serious(Linter(Settings(), Registry()).data(shape.write(faulty), "报告.html").diagnostics)
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
