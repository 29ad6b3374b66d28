"""Parsers, forms, formats and condensing rules of plugins that misbehave: each is named, everything else goes on."""

from __future__ import annotations

from pathlib import Path

import pytest

from .conftest import Run
from .unruly import checked, write

pytestmark = pytest.mark.usefixtures("unruly")

PARSER = """
class Parser:
    name = "pages"
    suffixes = (".pages",)

    def parse(self, data, path):
        {body}


@hookimpl
def gxlint_parsers():
    yield Parser()
"""
FORM = """
class Form:
    id = "law"
    name = "法治政府建设年度报告"
    subject = Report

    def recognises(self, document, path):
        {recognises}

    def read(self, document):
        {read}


@hookimpl
def gxlint_forms():
    yield Form()
"""
REPORTER = """
class Reporter:
    def __init__(self, stream):
        self.stream = stream
        stream.write("开头")

    def add(self, checked):
        {add}

    def finish(self, summary):
        {finish}


@hookimpl
def gxlint_reporters():
    yield Format("brief", "一行一个", lambda stream, style, rules: {open})
"""


class TestOtherHooks:
    @pytest.mark.parametrize(
        ("body", "told"),
        [
            ("raise ValueError('脱轨')", "ValueError: 脱轨"),
            ("raise OSError('坏')", "OSError: 坏"),
            ("sys.exit(0)", "SystemExit: 0"),
            ("return None", "parse 应返回 Document，实为 None"),
            ("while True: pass", "运行超过 1 秒没有结束，已中断"),
        ],
    )
    def test_a_parser(self, gxlint: Run, body: str, told: str) -> None:
        write(PARSER.format(body=body))
        Path("坏.pages").write_bytes(b"x")
        status, found = checked(gxlint, "有误.md", "坏.pages")
        assert status == 2
        (crash,) = [item for item in found if item["rule"] == "internal-error"]
        assert crash["path"] == "坏.pages"
        assert crash["message"] == f"解析器 pages（插件 bad）读这个文件时出错，其余文件不受影响：{told}"
        assert "misused-jiezhi" in {item["rule"] for item in found if item["path"] == "有误.md"}

    @pytest.mark.parametrize(
        ("recognises", "read", "told"),
        [
            ("raise ValueError('脱轨')", "return None", "ValueError: 脱轨"),
            ("return True", "raise ValueError('脱轨')", "ValueError: 脱轨"),
            ("return True", "return None", "read 应返回 Report，实为 None"),
            ("while True: pass", "return None", "运行超过 1 秒没有结束，已中断"),
        ],
    )
    def test_a_form(self, gxlint: Run, recognises: str, read: str, told: str) -> None:
        write(FORM.format(recognises=recognises, read=read))
        status, found = checked(gxlint, "有误.md")
        assert status == 2
        (crash,) = [item for item in found if item["rule"] == "internal-error"]
        assert crash["message"] == f"报告格式 law 识读文稿出错：{told}"
        assert "misused-jiezhi" in {item["rule"] for item in found}

    @pytest.mark.parametrize(
        ("how", "told"),
        [
            ({"add": "raise ValueError('脱轨')"}, "ValueError: 脱轨"),
            ({"finish": "raise ValueError('脱轨')"}, "ValueError: 脱轨"),
            ({"finish": "sys.exit(0)"}, "SystemExit: 0"),
            ({"open": "1 / 0"}, "ZeroDivisionError"),
            ({"open": "None"}, "AttributeError"),
            ({"add": "while True: pass"}, "运行超过 1 秒没有结束，已中断"),
        ],
    )
    def test_a_format(self, gxlint: Run, how: dict[str, str], told: str) -> None:
        write(REPORTER.format(**{"add": "pass", "finish": "pass", "open": "Reporter(stream)", **how}))
        done = gxlint("check", "--format", "brief", "有误.md")
        assert (done.status, done.out) == (2, "")
        assert "输出格式 brief（插件 bad）出错，没有输出结果：" in done.err
        assert told in done.err
        assert "Traceback" not in done.err
        Path("结果.txt").write_text("原来的", encoding="utf-8")
        assert gxlint("check", "--format", "brief", "-o", "结果.txt", "有误.md").status == 2
        assert Path("结果.txt").read_text(encoding="utf-8") == "原来的"

    def test_what_a_rule_makes_of_a_report(self, gxlint: Run) -> None:
        code = """
def essence(report: Report) -> object:
    return object()


@rule(category="consistency", severity=Severity.WARNING, condense=essence)
def check(reports: "Sequence[Condensed]") -> Iterator[Finding]:
    yield from ()
"""
        write("from gxlint.form.report import Condensed\n" + code)
        status, found = checked(gxlint, "有误.md", "正确.md")
        assert status == 2
        crashes = [item for item in found if item["rule"] == "internal-error"]
        assert {item["path"] for item in crashes} == {"有误.md", "正确.md"}
        assert all("规则 local/bad" in item["message"] for item in crashes)
