"""The tester against rules that are right, and against rules and examples that are wrong in every way it knows."""

from __future__ import annotations

import importlib.util
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from gxlint.rule import Rule
from gxlint.testing.examples import ExampleError, NotationError, cases, check_rule_examples
from gxlint.testing.updating import update_case

MakeRule = Callable[..., Rule]

EXAMPLES = """
## 说明
“截止到”后面应是事情停下来的日子。

## 示例

```markdown bad in=一
截**止**到2024年底，共公开信息截止。

无关的一行。
```

```text expect
1:1-1:8 应为“截至”
  「青禾县云溪镇人民政府2024年政府信息公开工作年度报告」 见标题
```

```markdown fixed
截至2024年底，共公开信息截止。

无关的一行。
```

```markdown good in=三
| （七）总计 | 11 | 3 | 0 | 1 | 0 | 0 | 15 |

报名截止日期为2024年5月1日。
```

```markdown good in=一 word=截止于
截止到2024年底。
```
"""
CODE = '''
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from gxlint.findings import Finding, Fix, Related, Safety, Severity
from gxlint.form.report import Report
from gxlint.rule import Citation, rule


@dataclass(frozen=True)
class Options:
    word: str = "截止到"
    """What to look for."""


@rule(category="wording", severity=Severity.WARNING, basis=[Citation("词典")], options=Options, fix=Safety.SAFE)
def check(report: Report, options: Options) -> Iterator[Finding]:
    for found in report.document.prose.find(options.word):
        fix = Fix.replace(found.span, "截至", "改为“截至”", safety=Safety.SAFE)
        yield Finding(found.span, "应为“截至”", (Related(report.head, "见标题"),), (fix,))
'''


@pytest.fixture
def make_rule(tmp_path: Path) -> Iterator[MakeRule]:
    """Makes a rule from its source, in a file of its own."""
    made: list[str] = []

    def make(examples: str = EXAMPLES, code: str = CODE, *, summary: str = "误用“截止到”。") -> Rule:
        name = f"made_up_{len(made)}"
        path = tmp_path / f"{name}.py"
        path.write_text(f'"""{summary}\n{examples}"""\n{code}', encoding="utf-8")
        spec = importlib.util.spec_from_file_location(name, path)
        assert spec is not None
        assert spec.loader is not None
        module = sys.modules[name] = importlib.util.module_from_spec(spec)
        made.append(name)
        spec.loader.exec_module(module)
        rule = module.check
        assert isinstance(rule, Rule)
        return rule

    yield make
    for name in made:
        del sys.modules[name]


def test_a_rule_that_keeps_its_promises_passes(make_rule: MakeRule) -> None:
    check_rule_examples(make_rule())


MARKED = """\
     1 │ 截**止**到2024年底，共公开信息截止。
       │ ^^^^^^^^^^
       │ 应为“截至”
"""


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("1:1-1:8", "1:1-1:7", "却没有提示：\n" + MARKED.replace("^^^^^^^^^^", "^^^^^^^^")),
        ("应为“截至”\n", "应为截至\n", "没有写：\n" + MARKED),
        ("见标题", "见引言", "相关：「青禾县云溪镇人民政府2024年政府信息公开工作年度报告」 见引言"),
        ("1:1-1:8 应为“截至”\n", "", "提示要写成"),
        ("1:1-1:8", "9:1-9:8", "示例没有这么多行"),
        ("截**止**到2024年底", "至2024年底", "有问题的示例里没有提示"),
        ("截至2024年底", "截至 2024年底", "       │ -截至 2024年底，共公开信息截止。\n       │ +截至2024年底"),
        (
            "报名截止日期",
            "报名截止到日期",
            "不应提示，却提示了：\n     3 │ 报名截止到日期为2024年5月1日。\n       │     ^^^^^^\n",
        ),
        ("| 0 | 15 |", "| 0 | 16 |", "[row-sum-mismatch]"),
        ("无关的一行", "XX县", "[leftover-placeholder]"),
    ],
)
def test_an_example_that_is_wrong_is_told(make_rule: MakeRule, old: str, new: str, complaint: str) -> None:
    assert old in EXAMPLES
    with pytest.raises((ExampleError, NotationError)) as raised:
        check_rule_examples(make_rule(EXAMPLES.replace(old, new)))
    assert complaint in str(raised.value)


def test_a_failure_names_the_file_and_the_line(make_rule: MakeRule) -> None:
    rule = make_rule(EXAMPLES.replace("1:1-1:8", "1:2-1:8"))
    path = Path(rule.check.__code__.co_filename)
    line = path.read_text(encoding="utf-8").split("\n").index("```markdown bad in=一") + 1
    with pytest.raises(ExampleError, match=re.escape(f"{path}:{line}")):
        check_rule_examples(rule)


@pytest.mark.parametrize(
    ("examples", "code", "summary", "complaint"),
    [
        (EXAMPLES, CODE, "", "说明的第一行"),
        (EXAMPLES[: EXAMPLES.index("```markdown good")], CODE, "概要", "没有不该提示的示例"),
        (
            EXAMPLES[EXAMPLES.index("```markdown good") :],
            CODE.replace(", fix=Safety.SAFE", ""),
            "概要",
            "没有有问题的示例",
        ),
        (EXAMPLES.replace("## 说明", "## 由来"), CODE, "概要", "缺少“## 说明”"),
        (EXAMPLES[: EXAMPLES.rindex("```markdown good")], CODE, "概要", "没有示例用到选项 word"),
        (EXAMPLES, CODE.replace(", fix=Safety.SAFE", ""), "概要", "fix=None，示例里最好的修改是 Safety.SAFE"),
        (EXAMPLES, CODE.replace(", fix=Safety.SAFE", ", fix=Safety.UNSAFE"), "概要", "写的是 fix=Safety.UNSAFE"),
        (EXAMPLES, CODE.replace("safety=Safety.SAFE)\n", ")\n"), "概要", "最好的修改是 Safety.UNSAFE"),
        (EXAMPLES, CODE.replace("for found", "raise ValueError\n    for found"), "概要", "ValueError"),
        (EXAMPLES, CODE.replace('"截至", "改为', '"截止到", "改为'), "概要", "修改以后，这条规则还会提示"),
    ],
    ids=[
        "summary",
        "good",
        "bad",
        "explanation",
        "option",
        "undeclared-fix",
        "unsafe-declared",
        "unsafe-offered",
        "crash",
        "idle-fix",
    ],
)
def test_a_rule_that_is_wrong_is_told(
    make_rule: MakeRule, examples: str, code: str, summary: str, complaint: str
) -> None:
    with pytest.raises(ExampleError) as raised:
        check_rule_examples(make_rule(examples, code, summary=summary))
    assert complaint in str(raised.value)


def test_a_rule_that_sees_only_one_format_is_told(make_rule: MakeRule) -> None:
    code = CODE.replace("    for found", '    if report.document.source.kind == "docx":\n        return\n    for found')
    with pytest.raises(ExampleError, match="只在 markdown 里提示："):
        check_rule_examples(make_rule(EXAMPLES, code))
    limited = EXAMPLES.replace("in=一", 'in=一 formats=markdown,plain reason="无"')
    check_rule_examples(make_rule(limited, code))


def test_options_are_settings_of_an_example(make_rule: MakeRule) -> None:
    with_option = EXAMPLES.replace("in=一", "in=一 word=报名").replace("截**止**到2024年底，共公开信息截止。", "报名。")
    check_rule_examples(
        make_rule(with_option.replace("1:1-1:8", "1:1-1:3").replace("截至2024年底，共公开信息截止。", "截至。"))
    )
    with pytest.raises(NotationError, match="words 不是示例的设置"):
        check_rule_examples(make_rule(EXAMPLES.replace("in=一", "in=一 words=报名")))


def update(rule: Rule) -> str:
    for case in cases(rule):
        update_case(case)
    return Path(rule.check.__code__.co_filename).read_text(encoding="utf-8")


def test_updating_leaves_a_right_example_alone(make_rule: MakeRule) -> None:
    rule = make_rule()
    before = Path(rule.check.__code__.co_filename).read_text(encoding="utf-8")
    assert update(rule) == before


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("1:1-1:8", "```\n\n```markdown fixed"),
        ("```text expect", "```markdown good"),
        ("```markdown fixed", "```markdown good"),
    ],
)
def test_updating_writes_what_is_found(make_rule: MakeRule, start: str, end: str) -> None:
    incomplete = EXAMPLES[: EXAMPLES.index(start)] + EXAMPLES[EXAMPLES.index(end) :]
    assert update(make_rule(incomplete)) == update(make_rule())


def test_updating_takes_out_what_is_no_more(make_rule: MakeRule) -> None:
    code = CODE.replace(", (fix,)", "").replace(", fix=Safety.SAFE", "")
    updated = update(make_rule(EXAMPLES, code))
    assert "```markdown fixed" not in updated
    assert "```\n\n```markdown good" in updated


PREVIOUS = """
## 说明
依据通知。

```markdown bad in=二
| 行政强制 | 7 |
```

```text expect
1:10-1:11 上年为 6
```

```markdown previous in=二
| 行政强制 | 6 |
```

```markdown good in=二
| 行政强制 | 7 |
```
"""
READS_PREVIOUS = """
from gxlint.findings import Finding, Severity
from gxlint.form.disclosure import DisclosureReport
from gxlint.rule import Citation, rule


@rule(category="consistency", severity=Severity.WARNING, basis=[Citation("通知")])
def check(report: DisclosureReport):
    if report.previous:
        year, before = (each.disclosure["coercion", "decisions"] for each in (report, report.previous))
        yield Finding(year.span, f"上年为 {before.value}")
"""


def test_a_rule_may_read_the_year_before(make_rule: MakeRule) -> None:
    check_rule_examples(make_rule(PREVIOUS, READS_PREVIOUS))
    with pytest.raises(ExampleError, match="上年为 5"):
        check_rule_examples(make_rule(PREVIOUS.replace("| 6 |", "| 5 |"), READS_PREVIOUS))


OTHERS = """
## 说明
依据通知。

```markdown bad in=六 also=copied-report
同样的一句话。
```

```text expect
「同样的一句话。」 也在这里
1:1-1:8 也在这里
```

```markdown other in=六 agency=临江市教育局
同样的一句话。
```

```markdown good in=六 also=copied-report
同样的一句话。
```

```markdown other in=六
另一句话。
```
"""
READS_ALL = """
from collections.abc import Sequence
from gxlint.findings import Finding, Severity
from gxlint.form.report import Report
from gxlint.rule import Citation, rule


@rule(category="consistency", severity=Severity.WARNING, basis=[Citation("通知")])
def check(reports: Sequence[Report]):
    found = [found for report in reports for found in report.document.prose.find("同样的一句话。")]
    for report in reports if len(found) > 1 else ():
        for found in report.document.prose.find("同样的一句话。"):
            yield Finding(found.span, "也在这里", source=report.document.source)
"""


def test_a_rule_may_read_all_reports_of_a_run(make_rule: MakeRule) -> None:
    check_rule_examples(make_rule(OTHERS, READS_ALL))
    with pytest.raises(ExampleError, match=r"没有写：\n.* 同样的一句话"):
        check_rule_examples(make_rule(OTHERS.replace("「同样的一句话。」 也在这里\n", ""), READS_ALL))
