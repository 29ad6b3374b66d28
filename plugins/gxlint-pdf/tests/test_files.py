"""Files as they come: faulty reports, last year's report, scans, locked and damaged files."""

from __future__ import annotations

import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from prints import MIDDLE, SHAPES, SMALL, UNRULED, Look, print_pdf
from pypdf import PdfWriter
from reportlab.pdfgen.canvas import Canvas

from gxlint.api import Linter
from gxlint.parsers.base import UnreadableError
from gxlint.plugins.registry import Registry
from gxlint.settings import Settings
from gxlint.testing import CorrectReport, Sample, check_parser
from gxlint.testing.running import serious
from gxlint.testing.shapes import Shape
from gxlint_pdf.parser import PdfParser

REPORT = CorrectReport()


def gxlint(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "gxlint", *arguments], cwd=cwd, capture_output=True, text=True, check=False
    )


def test_keeps_what_a_parser_owes() -> None:
    words = ("政府信息公开工作年度报告", "一、总体情况", "行政规范性文件", "四、结转下年度继续办理", "2025年1月15日")
    check_parser(PdfParser(), [Sample("报告.pdf", SHAPES[0].write(REPORT), words)])


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
def test_a_fault_is_found_at_its_words(shape: Shape) -> None:
    linter = Linter(Settings(), Registry())
    faulty = REPORT.with_cell("applications", "total", "business", 5)
    found = serious(linter.data(shape.write(faulty), "报告.pdf").diagnostics)
    assert found
    assert all("（七）总计" in item.place or "结转" in item.place for item in found)
    assert any(item.source and item.span and item.source[item.span] == "5" for item in found)


@pytest.mark.parametrize("look", [UNRULED, MIDDLE], ids=["top", "middle"])
def test_a_figure_that_lacks_in_a_table_without_ruling_lines_is_not_guessed(look: Look) -> None:
    blank = REPORT.with_cell("applications", "total", "research", "")
    found = Linter(Settings(), Registry()).data(print_pdf(blank.pieces, look=look), "报告.pdf").diagnostics
    assert [item.rule for item in serious(found)] == ["unreadable-table"]


@pytest.mark.parametrize("look", [UNRULED, MIDDLE], ids=["top", "middle"])
def test_a_table_without_ruling_lines_in_letters_of_the_text_raises_no_alarm_about_it(look: Look) -> None:
    data = print_pdf(REPORT.pieces, SMALL, look=look)
    found = serious(Linter(Settings(), Registry()).data(data, "报告.pdf").diagnostics)
    assert {item.rule for item in found if item.category != "typography"} <= {"unreadable-table"}


def test_last_years_report_may_be_a_pdf(tmp_path: Path) -> None:
    (tmp_path / "去年.pdf").write_bytes(print_pdf(REPORT.preceding().pieces))
    off = REPORT.with_cell("applications", "carried_in", "natural_person", 3)
    (tmp_path / "今年.pdf").write_bytes(print_pdf(off.pieces))
    done = gxlint("check", "今年.pdf", "--previous", "去年.pdf", cwd=tmp_path)
    assert "[carried-over-mismatch]" in done.stdout
    shown = gxlint("show", "去年.pdf", cwd=tmp_path)
    assert (shown.returncode, "行政规范性文件" in shown.stdout) == (0, True)


def scan() -> bytes:
    file = BytesIO()
    canvas = Canvas(file)
    canvas.rect(100, 100, 300, 300, fill=1)
    canvas.showPage()
    canvas.save()
    return file.getvalue()


def locked() -> bytes:
    writer = PdfWriter(BytesIO(print_pdf(REPORT.pieces)))
    writer.encrypt("secret", algorithm="AES-128")
    file = BytesIO()
    writer.write(file)
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (scan(), "没有文字.*扫描件.*识别文字"),
        (locked(), "密码"),
        (b"%PDF-1.7\nnothing", "损坏"),
        (b"PK\x03\x04", "不是 PDF"),
        (b"", "不是 PDF"),
    ],
    ids=["scan", "locked", "damaged", "no-pdf", "empty"],
)
def test_what_cannot_be_read_is_refused_with_the_remedy(data: bytes, message: str) -> None:
    with pytest.raises(UnreadableError, match=message):
        PdfParser().parse(data, "报告.pdf")
