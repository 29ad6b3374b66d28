"""Plugins that misbehave: each is named once, with what is wrong; everything else goes on as if it were not there."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from .conftest import Run, in_a_process

HEAD = '''"""一条规则。"""

import os
import sys
import threading
import time
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from gxlint.document import Document
from gxlint.findings import Edit, Finding, Fix, Related, Severity
from gxlint.form.report import Report
from gxlint.plugins import hookimpl
from gxlint.reporters.base import Format
from gxlint.rule import Rule, rule
from gxlint.text import Span

'''
RULE = """
@rule(category="wording", severity=Severity.WARNING)
def check(document: Document) -> Iterator[Finding]:
"""
GOOD = HEAD + RULE + '    yield Finding(Span(0, 2), "好的规则")\n'


class Case(NamedTuple):
    """A plugin, and what is to be said of it."""

    name: str
    code: str
    told: str
    """Part of the message."""


def body(name: str, code: str, told: str) -> Case:
    """A rule by what its check does."""
    return Case(name, RULE + "".join(f"    {line}\n" for line in code.splitlines()), told)


LOADING = [
    Case("import", "import no_such_module", "插件 bad.py 无法加载，其余部分不受影响：ModuleNotFoundError"),
    Case("syntax", "def (", "插件 bad.py 无法加载，其余部分不受影响：SyntaxError"),
    Case("leaves", "sys.exit(0)", "插件 bad.py 无法加载，其余部分不受影响：SystemExit"),
    Case("odd", "class Odd(BaseException): ...\nraise Odd('怪')", "插件 bad.py 无法加载，其余部分不受影响：Odd: 怪"),
    Case("endless", "while True: pass", "插件 bad.py 无法加载，其余部分不受影响：运行超过 1 秒没有结束，已中断"),
    Case("waiting", "time.sleep(1000)", "插件 bad.py 无法加载，其余部分不受影响：运行超过 1 秒没有结束，已中断"),
    Case("old", "gxlint_interface = 0" + RULE + "    pass", "请升级这个插件"),
    Case("new", "gxlint_interface = 99" + RULE + "    pass", "请升级 gxlint（pip install --upgrade gxlint）"),
    Case("empty", "", "文件里没有规则：需要一个带 @rule(…) 的函数 check"),
    Case("no rule", "def check(document): ...", "文件里没有规则：需要一个带 @rule(…) 的函数 check"),
    Case(
        "subject", RULE.replace("document: Document", "document: bytes") + "    yield", "的第一个参数应标注为 Document"
    ),
    Case(
        "severity",
        RULE.replace("Severity.WARNING", "'warning'") + "    yield",
        "severity 应是 Severity，实为 'warning'",
    ),
    Case("category", RULE.replace('"wording"', '"用 语"') + "    yield", "category 应是 一个词，例如 wording"),
    Case("basis", RULE.replace("WARNING", "WARNING, basis=['条例']") + "    yield", "basis 应是 [Citation]"),
    Case(
        "option type",
        "class Options(NamedTuple):\n    where: complex = 1j\n"
        + RULE.replace("WARNING", "WARNING, options=Options")
        + "    yield",
        "选项 where 的类型 complex 在配置里写不出来",
    ),
    Case(
        "option without default",
        "class Options(NamedTuple):\n    most: int\n"
        + RULE.replace("WARNING", "WARNING, options=Options")
        + "    yield",
        "的选项类用不了（每个字段都要有类型和默认值）",
    ),
    Case(
        "hook raises",
        "@hookimpl\ndef gxlint_rules(): raise ValueError('脱轨')",
        "插件 bad 无法加载，其余部分不受影响：ValueError: 脱轨",
    ),
    Case("hook gives nothing", "@hookimpl\ndef gxlint_rules(): pass", "gxlint_rules 应返回一列值，实为 None"),
    Case("hook gives a string", "@hookimpl\ndef gxlint_rules(): return 'abc'", "gxlint_rules 应返回一列值，实为 'abc'"),
    Case("hook gives nonsense", "@hookimpl\ndef gxlint_rules(): return [3]", "gxlint_rules 给出的不是规则：3"),
    Case(
        "hook is endless",
        "@hookimpl\ndef gxlint_rules():\n    while True: yield from ()",
        "运行超过 1 秒没有结束，已中断",
    ),
    Case("hook misspelt", "@hookimpl\ndef gxlint_rule(): return []", "gxlint_rule"),
    Case("parser", "@hookimpl\ndef gxlint_parsers(): return [object()]", "gxlint_parsers 给出的不是解析器"),
    Case("form", "@hookimpl\ndef gxlint_forms(): return [object()]", "gxlint_forms 给出的不是报告格式"),
    Case(
        "format", "@hookimpl\ndef gxlint_reporters(): return ['brief']", "gxlint_reporters 给出的不是 Format：'brief'"
    ),
    Case("words", "@hookimpl\ndef gxlint_word_lists(): return ['词.txt']", "gxlint_word_lists 给出的不是 WordFile"),
    Case(
        "translations", "@hookimpl\ndef gxlint_translations(): return 3", "gxlint_translations 应返回一个文件夹的路径"
    ),
    Case(
        "taken format",
        "@hookimpl\ndef gxlint_reporters(): yield Format('json', '', lambda *_: None)",
        "名称“json”已被占用",
    ),
]
RUNNING = [
    body("raises", "raise ValueError('脱轨')", "ValueError: 脱轨"),
    body("raises half way", "yield Finding(Span(0, 1), '一')\nraise ValueError('脱轨')", "ValueError: 脱轨"),
    body("leaves", "sys.exit(0)", "SystemExit: 0"),
    body("odd", "class Odd(BaseException): ...\nraise Odd('怪')", "Odd: 怪"),
    body("generator exit", "raise GeneratorExit", "GeneratorExit"),
    body("recursion", "def deeper(): return deeper()\nyield deeper()", "RecursionError"),
    body("error that cannot be shown", "class Mute(Exception):\n    def __str__(self): 1 / 0\nraise Mute", "Mute"),
    body("returns nothing", "pass", "check 应当用 yield 逐个给出 Finding，实为 None"),
    body("returns a string", "return '没有热线'", "实为 '没有热线'"),
    body(
        "returns one finding", "return Finding(Span(0, 1), '一')", "check 应当用 yield 逐个给出 Finding，实为 Finding"
    ),
    body("gives a string", "yield '没有热线'", "应给出 Finding，实为 '没有热线'"),
    body("gives nothing", "yield None", "应给出 Finding，实为 None"),
    body("outside", "yield Finding(Span(0, 10**9), '外')", "不在文稿的"),
    body("negative", "yield Finding(Span(-3, 1), '外')", "不在文稿的"),
    body("no span", "yield Finding((0, 1), '元组')", "span 应是 Span，实为 (0, 1)"),
    body("no message", "yield Finding(Span(0, 1), None)", "应给出 Finding"),
    body("no fix", "yield Finding(Span(0, 1), '一', fixes=('改',))", "fixes 应是 tuple[Fix, ...]"),
    body("edit outside", "yield Finding(Span(0, 1), '一', fixes=(Fix.replace(Span(0, 10**9), '', ''),))", "不在文稿的"),
    body(
        "edit of no text",
        "yield Finding(Span(0, 1), '一', fixes=(Fix.replace(Span(0, 1), None, ''),))",
        "Edit.text 应是 str",
    ),
    body("related", "yield Finding(Span(0, 1), '一', related=(Related(Span(0, 10**9), ''),))", "不在文稿的"),
    body("endless", "while True: pass", "规则 local/bad 运行出错，其余规则不受影响：运行超过 1 秒没有结束，已中断"),
    body("deaf", "while True:\n    try: time.sleep(1000)\n    except Exception: pass", "运行超过 1 秒没有结束，已中断"),
    body("waiting", "threading.Event().wait()", "运行超过 1 秒没有结束，已中断"),
    body("pattern without end", "import re\nre.match('(a+)+$', 'a' * 60 + 'b')", "运行超过 1 秒没有结束，已中断"),
    body("reads input", "yield input('热线？')", "EOFError"),
    body("level", "document.paragraphs[0].level = 7\nreturn iter(())", "改动了文稿（Paragraph.level）"),
    body("blocks", "document.blocks = ()\nreturn iter(())", "改动了文稿（Document.blocks）"),
    body("text", "document.source.text = '空'\nreturn iter(())", "改动了文稿（Source.text）"),
    body("cells", "document.tables[0].cells[0].row = 99\nreturn iter(())", "改动了文稿（TableCell.row）"),
    body("more", "document.notes = 1\nreturn iter(())", "改动了文稿（Document.notes）"),
    Case(
        "report",
        RULE.replace("document: Document", "report: Report") + "    report.sections = ()\n    return iter(())",
        "改动了文稿（DisclosureReport.sections）",
    ),
]


@pytest.fixture(autouse=True)
def _clean(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("GXLINT_TIME_LIMIT", "1")
    yield
    for name in [name for name in sys.modules if name.startswith("gxlint_local_")]:
        del sys.modules[name]


def write(code: str, *others: str) -> None:
    Path("bad.py").write_text(HEAD + code, encoding="utf-8")
    Path("good.py").write_text(GOOD, encoding="utf-8")
    plugins = ", ".join(f'"{name}"' for name in ("bad.py", "good.py", *others))
    Path("gxlint.toml").write_text(f"plugins = [{plugins}]\n", encoding="utf-8")


def checked(gxlint: Run, *arguments: str) -> tuple[int, list[dict[str, Any]]]:
    done = gxlint("check", "--format", "json", *arguments)
    return done.status, json.loads(done.out)


def others_of(found: list[dict[str, Any]]) -> list[tuple[str, str, str]]:
    return [
        (item["path"], item["rule"], item["message"])
        for item in found
        if item["rule"] not in ("internal-error", "local/bad")
    ]


@pytest.mark.parametrize("case", [*LOADING, *RUNNING], ids=lambda case: case.name)
def test_it_is_named_and_everything_else_is_found(gxlint: Run, case: Case) -> None:
    write(RULE + "    return iter(())")
    status, without = checked(gxlint, "有误.md")
    assert status == 1
    write(case.code)
    status, found = checked(gxlint, "有误.md")
    assert status == 2
    (crash,) = [item for item in found if item["rule"] == "internal-error"]
    assert case.told in crash["message"]
    assert "bad" in crash["message"]
    assert others_of(found) == others_of(without)
    assert any(item["rule"] == "local/good" for item in found)


@pytest.mark.parametrize("name", ["wording", "document", "none"])
def test_a_name_that_means_something_else_is_refused(gxlint: Run, name: str) -> None:
    write(RULE + "    return iter(())", f"{name}/")
    Path(name).mkdir()
    Path(name, "words.py").write_text(GOOD, encoding="utf-8")
    status, found = checked(gxlint, "正确.md")
    assert status == 2
    (crash,) = [item for item in found if item["rule"] == "internal-error"]
    assert crash["message"] == (
        f"插件 {name} 无法加载，其余部分不受影响：“{name}”是 gxlint 自己用的名称，请给插件另取一个"
    )


def test_a_folder_may_be_called_local(gxlint: Run) -> None:
    write(RULE + "    return iter(())", "local/")
    Path("local").mkdir()
    Path("local", "words.py").write_text(GOOD, encoding="utf-8")
    status, found = checked(gxlint, "正确.md")
    assert (status, {item["rule"] for item in found}) == (1, {"local/good", "local/words"})


class TestOutput:
    """What a plugin prints; in a process, where standard output is a file."""

    NOISE = (
        "print('噪声')",
        "sys.stdout.write('噪声')",
        "sys.stdout.buffer.write('噪声'.encode())",
        "os.write(1, '噪声'.encode())",
        "__import__('subprocess').run(['echo', '噪声'])",
        "threading.Thread(target=print, args=['噪声']).start()",
    )

    @pytest.mark.parametrize("code", NOISE)
    @pytest.mark.parametrize("jobs", ["1", "2"])
    def test_is_no_part_of_what_gxlint_says(self, folder: Path, code: str, jobs: str) -> None:
        for number in range(8):
            Path(f"又{number}.md").write_bytes(Path("有误.md").read_bytes())
        write(RULE + f"    {code}\n    yield Finding(Span(0, 1), '一')")
        done = in_a_process("check", "--format", "json", "--jobs", jobs, cwd=folder)
        assert len([item for item in json.loads(done.out) if item["rule"] == "local/bad"]) == 12
        assert "噪声" not in done.out
        assert "噪声" in done.err

    def test_is_said_once_to_be_the_plugins(self, folder: Path) -> None:
        write("print('载入')" + RULE + "    print('运行')\n    yield Finding(Span(0, 1), '一')")
        done = in_a_process("check", "--format", "json", "--jobs", "1", cwd=folder)
        assert json.loads(done.out)
        lines = [line for line in done.err.splitlines() if "gxlint" not in line]
        assert lines == [
            "插件 bad.py 往标准输出写了内容，已转到标准错误：",
            "载入",
            "规则 local/bad 往标准输出写了内容，已转到标准错误：",
            *["运行"] * 4,
        ]

    @pytest.mark.parametrize("code", ["sys.stdout.close()", "os.close(1)", "sys.stdout = None"])
    def test_a_plugin_cannot_close_it(self, folder: Path, code: str) -> None:
        write(RULE + f"    {code}\n    yield Finding(Span(0, 1), '一')")
        done = in_a_process("check", "--format", "json", "有误.md", cwd=folder)
        assert "local/bad" in {item["rule"] for item in json.loads(done.out)}

    def test_lists_are_clean_too(self, folder: Path) -> None:
        write("print('噪声')" + RULE + "    yield")
        done = in_a_process("rules", "--format", "json", cwd=folder)
        assert "local/bad" in {item["id"] for item in json.loads(done.out)}


class TestEnding:
    """In a process: what keeps it from coming to an end."""

    def test_what_cannot_be_interrupted_is_named_before_the_process_is_left(self, folder: Path) -> None:
        write(RULE + "    while True:\n        try: time.sleep(1000)\n        except BaseException: pass")
        done = in_a_process("check", "--format", "json", "有误.md", cwd=folder)
        assert (done.status, done.out) == (2, "")
        assert done.err == "规则 local/bad 有误.md 运行超过 1 秒没有结束，也中断不了，gxlint 就此停止\n"

    def test_what_never_comes_back_to_python_is_left_with_its_calls(self, folder: Path) -> None:
        write(RULE + "    sum(__import__('itertools').repeat(0))")
        done = in_a_process("check", "--format", "json", "有误.md", cwd=folder)
        assert done.status != 0
        assert done.out == ""
        assert "bad.py" in done.err

    def test_in_one_of_several_processes_it_takes_one_file_with_it(self, folder: Path) -> None:
        for number in range(6):
            Path(f"又{number}.md").write_bytes(Path("有误.md").read_bytes())
        write(
            RULE + "    while '又3' in document.source.path:\n"
            "        try: time.sleep(1000)\n        except BaseException: pass\n"
            "    time.sleep(0.2)\n    yield Finding(Span(0, 1), '一')"
        )
        done = in_a_process("check", "--format", "json", "--jobs", "2", cwd=folder)
        assert done.status == 2
        found = json.loads(done.out)
        (died,) = [item for item in found if item["rule"] == "internal-error"]
        assert died["path"] == "又3.md"
        assert "规则 local/bad 又3.md 运行超过 1 秒没有结束" in done.err
        assert len([item for item in found if item["rule"] == "local/bad"]) == 9

    def test_what_was_too_slow_once_does_not_run_again(self, gxlint: Run) -> None:
        write(RULE + "    while True: pass")
        started = time.monotonic()
        status, found = checked(gxlint, "--jobs", "1")
        assert status == 2
        told = [item["message"] for item in found if item["rule"] == "internal-error"]
        assert len(told) == 4
        assert [message for message in told if "这次没有再运行" not in message] == told[:1]
        assert time.monotonic() - started < 30
        assert checked(gxlint, "--jobs", "1")[0] == 2  # and none of it was kept

    def test_threads_left_behind_are_not_waited_for(self, folder: Path) -> None:
        write(RULE + "    threading.Thread(target=time.sleep, args=[1000], name='没完').start()\n    return iter(())")
        done = in_a_process("check", "--format", "json", "有误.md", cwd=folder)
        assert done.status == 1
        assert json.loads(done.out)
        assert done.err == "插件留下的线程没有结束，不再等候：没完\n"

    def test_threads_that_end_with_the_interpreter_are_no_fault(self, folder: Path) -> None:
        pool = "__import__('concurrent.futures').futures.ThreadPoolExecutor().submit(int)"
        write(RULE + f"    {pool}\n    return iter(())")
        done = in_a_process("check", "有误.md", cwd=folder)
        assert (done.status, done.err) == (1, "")

    def test_ctrl_c_ends_it(self, folder: Path) -> None:
        write(RULE + "    while True:\n        try: time.sleep(1000)\n        except Exception: pass")
        command = [sys.executable, "-m", "gxlint", "check", "有误.md"]
        run = subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=_patient())
        time.sleep(2)
        run.send_signal(signal.SIGINT)
        out, err = run.communicate(timeout=30)
        assert (run.returncode, out.decode(), err.decode()) == (130, "", "已中断\n")


def _patient() -> dict[str, str]:
    import os

    return {**os.environ, "GXLINT_TIME_LIMIT": "0"}


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
