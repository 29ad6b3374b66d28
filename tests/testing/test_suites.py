"""A plugin of somebody else, tested by the three lines that the documentation tells him to write."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

INIT = """
from gxlint.plugins import hookimpl, walk_rules
from gxlint_ningxia import rules

@hookimpl
def gxlint_rules():
    return walk_rules(rules)
"""
TESTS = """
from gxlint.testing import rule_tests

TestRules = rule_tests("ningxia")
"""
RULE = '''"""“群众满意度高”没有依据。

## 说明
没有数据支持的评价不要写。

## 示例

```markdown bad in=一
全年办理事项81件，**群众满意度高**。
```

```text expect
1:13-1:19 “群众满意度高”没有依据
```

```markdown fixed
全年办理事项81件，**评议结果见附件**。
```

```markdown good in=一
群众满意度为98%。
```

```markdown good in=一 words=群众口碑好
群众满意度高。
```
"""

from typing import NamedTuple

from gxlint.findings import Finding, Fix, Safety, Severity
from gxlint.rule import rule
from gxlint.document import Document


class Options(NamedTuple):
    words: str = "群众满意度高"
    """什么话。"""


@rule(category="local", severity=Severity.WARNING, options=Options, fix=Safety.UNSAFE)
def check(document: Document, options: Options):
    for found in document.prose.find(options.words):
        fix = Fix.replace(found.span, "评议结果见附件", "改写")
        yield Finding(found.span, f"“{found.text}”没有依据", fixes=(fix,))
'''
DEMANDING = '''"""没有写监督投诉热线。

## 说明
按本县要求，报告应公布监督投诉热线。

## 示例

```markdown bad in=一
本县没有热线。
```

```text expect
「青禾县云溪镇人民政府2024年政府信息公开工作年度报告」 没有写热线
```

```markdown good in=一
监督投诉热线：12345。
```
"""

from gxlint.findings import Finding, Severity
from gxlint.form.report import Report
from gxlint.rule import rule


@rule(category="local", severity=Severity.WARNING)
def check(report: Report):
    if "12345" not in report.document.prose.text:
        yield Finding(report.head, "没有写热线")
'''
#: What is done to the rule, and what pytest must then say of it.
BROKEN = {
    "no_summary": ("“群众满意度高”没有依据。\n", "\n", ["no-summary：说明的第一行要用一句话说清错在哪里"]),
    "no_explanation": ("## 说明", "## 由来", ["no-explanation：缺少“## 说明”一节"]),
    "no_good_example": ("markdown good", "markdown", ["no-good-example：没有不该提示的示例"]),
    "unshown_option": (" words=群众口碑好\n群众满意度高", "\n群众口碑好", ["没有示例用到选项 words"]),
    "undeclared_fix": (", fix=Safety.UNSAFE", "", ["fix=None，示例里最好的修改是 Safety.UNSAFE"]),
    "wrong_place": (
        "1:13-1:19",
        "1:11-1:19",
        [
            "应当提示，却没有提示：\n"
            "     1 │ 全年办理事项81件，**群众满意度高**。\n"
            "       │                   ^^^^^^^^^^^^^^\n"
            "       │ “群众满意度高”没有依据\n",
            "提示了，示例的 expect 块却没有写：\n"
            "     1 │ 全年办理事项81件，**群众满意度高**。\n"
            "       │                     ^^^^^^^^^^^^\n",
        ],
    ),
    "nothing_expected": (
        "1:13-1:19 “群众满意度高”没有依据\n",
        "",
        ["提示了，示例的 expect 块却没有写：\n     1 │ 全年办理事项"],
    ),
    "nothing_found": (
        "群众满意度高**。\n",
        "群众的满意度高**。\n",
        ["有问题的示例里没有提示：\n       │ 全年办理事项81件，**群众的满意度高**。"],
    ),
    "false_alarm": (
        "群众满意度为98%",
        "群众满意度高",
        ["不应提示，却提示了：\n     1 │ 群众满意度高。\n       │ ^^^^^^^^^^^^\n"],
    ),
    "other_fixed_text": (
        "评议结果见附件**。\n",
        "评议结果见附件二**。\n",
        ["       │ -全年办理事项81件，**评议结果见附件二**。\n       │ +全年办理事项81件，**评议结果见附件**。\n"],
    ),
    "no_fixed_text": ("```markdown fixed\n全年办理事项81件，**评议结果见附件**。\n```", "", ["示例却没有 fixed 块"]),
    "other_fault": (
        "群众满意度为98%",
        "群众满意度为98%，，",
        ["[repeated-punctuation]", "^^^^"],
    ),
    "blind_in_word": (
        "for found",
        'for found in () if document.source.kind == "docx" else document.prose.find(options.words):\n'
        "        yield Finding(found.span, '无')\n    for found",
        ["只在 markdown 里提示："],
    ),
    "unclosed": ('群众满意度高。\n```\n"""', '群众满意度高。\n"""', ["没有结束"]),
    "broken_import": ("from typing import", "from nowhere import", ["gxlint_ningxia.rules.broken_import"]),
}
SIGNS = "子丑寅卯辰巳午未申酉戌亥甲乙丙"


class Project:
    """The folder of a plugin's author."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.rules = folder / "gxlint_ningxia" / "rules"
        self.rules.mkdir(parents=True)
        (self.rules / "__init__.py").touch()
        (self.rules.parent / "__init__.py").write_text(INIT, encoding="utf-8")
        info = folder / "gxlint_ningxia-1.0.dist-info"
        info.mkdir()
        (info / "METADATA").write_text("Metadata-Version: 2.1\nName: gxlint-ningxia\nVersion: 1.0\n", encoding="utf-8")
        (info / "entry_points.txt").write_text("[gxlint]\nningxia = gxlint_ningxia\n", encoding="utf-8")
        self.write_tests(TESTS)

    def write_tests(self, text: str) -> None:
        (self.folder / "test_rules.py").write_text(text, encoding="utf-8")

    def write_rule(self, name: str, text: str = RULE) -> Path:
        path = self.rules / f"{name}.py"
        path.write_text(text, encoding="utf-8")
        return path

    def pytest(self, *arguments: str, root: str = ".") -> tuple[int, str]:
        done = subprocess.run(
            [sys.executable, "-m", "pytest", "-p", "gxlint.pytest_plugin", "--rootdir", root, *arguments],
            cwd=self.folder,
            env={**os.environ, "PYTHONPATH": str(self.folder), "COLUMNS": "200"},
            capture_output=True,
            text=True,
            check=False,
        )
        return done.returncode, done.stdout + done.stderr


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path)


def test_a_sound_plugin_passes(project: Project) -> None:
    project.write_rule("unfounded_praise")
    status, out = project.pytest()
    assert status == 0, out
    assert "11 passed" in out  # the plugin, the rule's documentation, three examples in three formats


def test_a_rule_that_asks_for_more_than_the_form_spoils_no_other_examples(project: Project) -> None:
    project.write_rule("unfounded_praise")
    project.write_rule("missing_hotline", DEMANDING)
    status, out = project.pytest()
    assert status == 0, out
    project.write_rule("missing_hotline", DEMANDING.replace("」 没有写热线", "」 没写热线"))
    title = "「青禾县云溪镇人民政府2024年政府信息公开工作年度报告」"
    assert f"       │ {title} 没有写热线\n" in project.pytest()[1], "as it is to be written in the example"
    project.write_rule("unfounded_praise", RULE.replace("81件，", "81件，，"))
    assert "[repeated-punctuation]" in project.pytest()[1]


def test_each_fault_is_told_where_it_is(project: Project) -> None:
    for sign, (name, (old, new, _said)) in zip(SIGNS, BROKEN.items(), strict=True):
        assert old in RULE, name
        own = RULE.replace(old, new).replace("满意度", f"满意{sign}")  # each looks for words of its own
        project.write_rule(name, own)
    status, out = project.pytest()
    assert status == 1
    for sign, (name, (_old, _new, said)) in zip(SIGNS, BROKEN.items(), strict=True):
        parts = re.split(r"\n_{3,}", out)
        told = "\n".join(part for part in parts if name in part.partition("\n")[2].replace("-", "_"))
        for words in said:
            assert words.replace("满意度", f"满意{sign}") in told, f"{name}\n{told}"
    assert "Traceback" not in out
    assert "gxlint/testing" not in out, "where in gxlint a fault was noticed helps nobody"


def test_a_plugin_with_a_catalogue_translates_all_that_it_says(project: Project) -> None:
    translated = RULE.replace("import rule\n", "import rule\nfrom gxlint.i18n import _\n")
    translated = translated.replace('f"“{found.text}”没有依据"', '_("“{text}”没有依据", text=found.text)')
    project.write_rule("unfounded_praise", translated)
    folder = project.rules.parent / "locale" / "en" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    hook = '\n@hookimpl\ndef gxlint_translations():\n    return __path__[0] + "/locale"\n'
    (project.rules.parent / "__init__.py").write_text(INIT + hook, encoding="utf-8")
    catalogue = Catalog("en")
    catalogue.add("“{text}”没有依据", "“{text}” is unfounded")
    with (folder / "gxlint_ningxia.mo").open("wb") as file:
        write_mo(file, catalogue)
    status, out = project.pytest()
    assert status == 1
    assert "没有译成 en：“群众满意度高”没有依据。\n" in out  # the summary
    assert "没有译成 en：改写\n" in out
    assert "1 failed, 10 passed" in out, "the message is translated, and the examples are tried in Chinese"


def test_a_failure_names_the_file_and_the_line(project: Project) -> None:
    path = project.write_rule("unfounded_praise", RULE.replace("1:13-1:19", "1:11-1:19"))
    _status, out = project.pytest()
    line = path.read_text(encoding="utf-8").split("\n").index("```markdown bad in=一") + 1
    assert f"gxlint_ningxia/rules/unfounded_praise.py:{line}" in out


def test_updating_writes_what_is_found(project: Project) -> None:
    incomplete = re.sub("1:13-1:19.*\n", "", RULE).replace(
        "```markdown fixed\n全年办理事项81件，**评议结果见附件**。\n```\n\n", ""
    )
    path = project.write_rule("unfounded_praise", incomplete)
    status, out = project.pytest("--update-examples", "-rs")
    assert status == 0, out
    assert "示例已更新" in out
    assert path.read_text(encoding="utf-8") == RULE
    assert project.pytest()[0] == 0


def test_updating_leaves_alone_what_is_installed_elsewhere(project: Project) -> None:
    path = project.write_rule("unfounded_praise", RULE.replace("1:13-1:19", "1:11-1:19"))
    before = path.read_text(encoding="utf-8")
    elsewhere = project.folder / "elsewhere"
    elsewhere.mkdir()
    (project.folder / "test_rules.py").rename(elsewhere / "test_rules.py")
    status, out = project.pytest("--update-examples", "elsewhere", root="elsewhere")
    assert status == 1
    assert "pip install -e ." in out
    assert path.read_text(encoding="utf-8") == before


def test_a_plugin_that_is_not_installed(project: Project) -> None:
    project.write_tests(TESTS.replace("ningxia", "gansu"))
    status, out = project.pytest()
    assert status == 1
    assert "没有安装名为 gansu 的插件" in out
    assert "ningxia" in out


def test_a_local_folder_and_its_edge_cases(project: Project) -> None:
    cases = project.folder / "cases"
    cases.mkdir()
    (cases / "unfounded-praise.md").write_text("```markdown good in=六\n群众满意度高。\n```\n", encoding="utf-8")
    (cases / "nobody.md").touch()
    project.write_rule("unfounded_praise")
    project.write_tests(
        "from pathlib import Path\nfrom gxlint.testing import rule_tests\n"
        "TestRules = rule_tests(Path('gxlint_ningxia/rules'), edge_cases=Path('cases'))\n"
    )
    status, out = project.pytest()
    assert status == 1
    assert "nobody.md：没有编号为 nobody 的规则" in out
    assert "test_example[rules/unfounded-praise-unfounded-praise.md:1-good-markdown]" in out
    assert "2 failed, 12 passed" in out, out  # what is found in all formats is told of the first
