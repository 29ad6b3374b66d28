"""Plugins that misbehave: each is named once, with what is wrong; everything else goes on as if it were not there."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from .conftest import Run
from .unruly import GOOD, RULE, checked, others_of, write

pytestmark = pytest.mark.usefixtures("unruly")


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
    Case(
        "hook is endless before another",
        "@hookimpl\ndef gxlint_rules():\n    while True: yield from ()\n\n"
        "@hookimpl\ndef gxlint_reporters(): return [Format('brief', '', lambda *_: None)]",
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
