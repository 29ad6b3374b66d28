"""Rules that are written in TOML."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest

from gxlint.testing import CorrectReport
from gxlint.testing.drafts import Draft
from gxlint.testing.shapes import PIPE_MARKDOWN, TABBED_TEXT, TYPED_DOCX
from gxlint.toml_rules.schema import schema

from .conftest import Run

ROOT = Path(__file__).parents[2]
PACK = ROOT / "docs" / "qinghe.toml"
PAGE = ROOT / "docs" / "toml-rules.md"
HEAD = 'namespace = "qinghe"\nbasis = "《编制规范》第六条"\n'
WORDING = """
[[rule]]
id = "house-wording"
kind = "wording"
summary = "没有用县里统一的提法"
doc = "县里统一用“群众”。"
fix = "safe"
except = ["老百姓大舞台"]
[rule.replace]
"老百姓" = "人民群众"
"乡亲" = "父老乡亲"
"""
Found = list[tuple[str, str]]
Find = Callable[[str, Draft], Found]


def report(place: str, words: str) -> Draft:
    return CorrectReport().with_paragraph(place, words)


@pytest.fixture
def find(gxlint: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Find:
    """What rules find in a report: the words marked and the message; the same in all formats."""
    monkeypatch.chdir(tmp_path)

    def run(rules: str, draft: Draft) -> Found:
        Path("规则.toml").write_text(HEAD + rules, encoding="utf-8")
        Path("gxlint.toml").write_text('plugins = ["规则.toml"]\nselect = ["qinghe/*"]\n', encoding="utf-8")
        results = [
            _found(gxlint, shape.suffix, shape.write(draft)) for shape in (PIPE_MARKDOWN, TABBED_TEXT, TYPED_DOCX)
        ]
        assert results[0] == results[1] == results[2]
        return results[0]

    return run


def _found(gxlint: Run, suffix: str, data: bytes) -> Found:
    Path(f"草稿{suffix}").write_bytes(data)
    done = gxlint("check", "--format", "json", f"草稿{suffix}")
    assert done.status in (0, 1), done.out + done.err
    return [(item["rule"].removeprefix("qinghe/"), item["message"]) for item in json.loads(done.out)]


def rule(kind: str, *lines: str, name: str = "tried") -> str:
    return "\n".join(["[[rule]]", f'id = "{name}"', f'kind = "{kind}"', 'summary = "试一试"', *lines, ""])


class TestKinds:
    def test_required(self, find: Find) -> None:
        rules = rule("required", 'in = "六"', 'any = ["12345", "热线"]', 'message = "{agency}的{part}没有写{missing}"')
        told = "青禾县云溪镇人民政府的六、其他需要报告的事项没有写12345或热线"
        assert find(rules, CorrectReport()) == [("tried", told)]
        assert find(rules, report("六", "全年通过 1 2345 答复8件。")) == []
        assert find(rules, report("六", "全年通过１２３４５答复8件。")) == []
        assert find(rules, CorrectReport().without_section("六")) == []

    def test_wording(self, find: Find) -> None:
        draft = report("六", "老百姓大舞台上，老百姓问，父老乡亲答。")
        assert find(WORDING, draft) == [("house-wording", "“老百姓”应为“人民群众”")]

    def test_pattern(self, find: Find) -> None:
        lines = (
            "pattern = '''(?P<年>\\d{4})财年'''",
            "except = '''财年报'''",
            'replace = "{年}年度"',
            'message = "{found}应为{expected}"',
        )
        assert find(rule("pattern", *lines), report("六", "2024财年和2023财年报")) == [
            ("tried", "2024财年应为2024年度")
        ]

    @pytest.mark.parametrize(
        ("limit", "told"),
        [
            ("max = 100", "表二 行政许可 本年处理决定数量为146，应不大于 100"),
            ("min = 200", "表二 行政许可 本年处理决定数量为146，应不小于 200"),
            ("one-of = [1, 2]", "表二 行政许可 本年处理决定数量为146，应为 1或2"),
            ("max = 146", None),
        ],
    )
    @pytest.mark.parametrize("cell", ["disclosure.licensing.decisions", "表二 行政许可 本年处理决定数量"])
    def test_cell(self, find: Find, cell: str, limit: str, told: str | None) -> None:
        found = find(rule("cell", f'cell = "{cell}"', limit), CorrectReport())
        assert found == ([("tried", told)] if told else [])

    def test_any_column(self, find: Find) -> None:
        found = find(rule("cell", 'cell = "applications.new.*"', "max = 10"), CorrectReport())
        assert [message.split("为")[0].split()[-1] for _rule, message in found] == ["自然人", "总计"]

    def test_cells_that_are_equal(self, find: Find) -> None:
        lines = ('left = "applications.granted.total"', 'right = ["applications.partial.total"]')
        told = "表三 （一）予以公开 总计为7，表三 （二）部分公开 总计为2，两者应相等"
        assert find(rule("equal", *lines), CorrectReport()) == [("tried", told)]

    @pytest.mark.parametrize(
        ("number", "is_told"),
        [("十", True), ("12", True), ("九", False), ("９", False), ("约10", False), ("十余", False)],
    )
    def test_a_number_in_prose(self, find: Find, number: str, is_told: bool) -> None:
        cells = 'left = ["applications.granted.total", "applications.partial.total"]'
        rules = rule(
            "equal",
            cells,
            "pattern = '''公开和部分公开的共(?:约)?{number}(?:余)?件'''",
            'message = "{found}不是{expected}"',
        )
        found = find(rules, report("六", f"公开和部分公开的共{number}件。"))
        assert found == ([("tried", f"{number}不是9")] if is_told else [])

    def test_headings(self, find: Find) -> None:
        rules = rule(
            "headings", 'in = "六"', 'titles = ["组织领导", "业务培训", "考核"]', "pattern = '''（[一二三四]）.{2,6}'''"
        )
        draft = (
            report("六", "（一）业务培训。")
            .with_paragraph("六", "（二）组织领导。")
            .with_paragraph("六", "（三）宣传引导和其他工作")
        )
        assert find(rules, draft) == [
            ("tried", "六、其他需要报告的事项缺少小标题：考核"),
            ("tried", "小标题“组织领导”应放在“业务培训”前面"),
            ("tried", "小标题“（三）宣传引导和其他工作”的写法不合规定"),
        ]

    def test_dates(self, find: Find) -> None:
        rules = rule("date", "pattern = '''截至{date}'''", 'earliest = "{year}-12-31"', 'latest = "署名"')
        told = "日期“2024年6月30日”应不早于2024年12月31日"
        assert find(rules, report("六", "截至2024年6月30日共5条，截至6月1日共3条。")) == [("tried", told)]
        assert find(rules, report("六", "截至2024年12月31日共5条。")) == []

    def test_the_age_of_a_date(self, find: Find) -> None:
        rules = rule("date", "pattern = '''更新于{date}'''", "max-age-days = 400", 'message = "{found}太旧"')
        assert find(rules, report("六", "指南更新于2020年3月1日。")) == [("tried", "2020年3月1日太旧")]
        assert find(rules, report("六", "指南更新于2024年6月1日。")) == []

    def test_the_date_of_signature(self, find: Find) -> None:
        (found,) = find(rule("date", 'latest = "{year}-12-31"'), CorrectReport())
        assert found[1].endswith("应不晚于2024年12月31日")

    def test_another_form_is_left_alone(self, find: Find) -> None:
        assert find(rule("wording", 'form = "report"', 'in = "标题"', 'forbid = ["人民政府"]'), CorrectReport())


MISTAKES = (
    HEAD
    + """
[[rule]]
id = "one"
kind = "wordin"

[[rule]]
id = "two"
kind = "wording"
summary = "改"
sevrity = "info"
severity = "bad"
forbid = ["空话"]
message = "{fuond}不好"

[[rule]]
id = "two"
kind = "required"
summary = "写"
in = "七"
any = ["(", "(a+)+", "热线*|"]

[[rule]]
id = "four"
kind = "cell"
summary = "数"
cell = "applications.totl.total"
max = "3"
[[rule.example]]
bad = "x = 1"

[[rule]]
id = "five"
kind = "pattern"
summary = '''
id = "not a key"
'''
pattern = "好"
message = "不写{found}"
"""
)


class TestMistakes:
    @pytest.fixture(autouse=True)
    def _here(self, folder: Path) -> None:
        Path("规则.toml").write_text(MISTAKES, encoding="utf-8")
        Path("gxlint.toml").write_text('plugins = ["规则.toml"]\n', encoding="utf-8")

    def test_all_are_told_with_their_lines(self, gxlint: Run) -> None:
        done = gxlint("test-rules", "规则.toml")
        assert done.status == 2
        lines = MISTAKES.split("\n")
        told = [(lines[int(number) - 1], text) for number, text in re.findall(r"规则\.toml:(\d+) (.*)", done.err)]
        expected = [
            ('kind = "wordin"', "没有这种规则：wordin；是不是 wording？"),
            ('sevrity = "info"', "没有这项设置：sevrity；是不是 severity？"),
            ('severity = "bad"', "“bad”不行，只能是 error、warning、info"),
            ('message = "{fuond}不好"', "没有这个占位符：{fuond}；是不是 {found}？"),
            ("[[rule]]", "缺少 message，写上 message = "),
            ('id = "two"', "编号“two”重复"),
            ('in = "七"', "报告没有这一部分：七（可以写 标题、引言"),
            ('any = ["("', "“(”不是正确的正则表达式"),
            ('any = ["("', "“(a+)+”里的重复可以用几种方式读“aa”"),
            ('any = ["("', "“热线*|”连空文字都匹配"),
            (
                'cell = "applications.totl.total"',
                "统计表里没有这一格：applications.totl.total；是不是 applications.total",
            ),
            ('max = "3"', "max 写得不对，应写成 max = 0.5"),
            ("[[rule.example]]", "示例要写 in（加在哪里）或 for"),
        ]
        assert len(told) == len(expected)
        for (line, message), (start, words) in zip(told, expected, strict=True):
            assert (line[: len(start)], message[: len(words)]) == (start, words)

    def test_the_others_go_on(self, gxlint: Run) -> None:
        Path("差.md").write_text("# 通知\n\n好。\n", encoding="utf-8")
        done = gxlint("check", "--kind", "document", "--format", "json", "差.md")
        assert done.status == 2
        found = json.loads(done.out)
        assert "qinghe/five" in [item["rule"] for item in found]
        crashes = [item["message"] for item in found if item["rule"] == "internal-error"]
        assert any(
            message.startswith("插件 规则.toml:6 无法加载") and "是不是 wording？" in message for message in crashes
        )

    @pytest.mark.parametrize(
        ("line", "told"),
        [
            ("id = “x”", '“ 是全角符号，要换成半角的 "，'),
            ('id ＝ "x"', "＝ 是全角符号，要换成半角的 =，"),
            ('any = ["热线"，"电话"]', "， 是全角符号，要换成半角的 ,，"),
            ('summary = "没有写明热线”', '” 是全角符号，要换成半角的 "，'),
            ("in = 六", '中文要加半角引号，写成 "六"'),
            ('replace = { 老百姓 = "群众" }', '中文要加半角引号，写成 "老百姓"'),
            ('pattern = "\\d{4}财年"', "双引号里的反斜杠要写两遍；或者把两边的双引号换成三个单引号"),
            ("[rule]\n[rule]", "[rule] 只能有一个；要写好几个的，每个都写成 [[rule]]"),
            ('id = "x"\nid = "y"', "同一项设置写了两遍"),
            ('summary = "没有写明热线', "引号没有成对"),
            ('any = ["热线"', "括号没有成对"),
            ('id = "x" severity = "info"', "这一项后面有多余的内容"),
            ("max = 很", '中文要加半角引号，写成 "很"'),
            ("max = >5", "等号右边写得不对"),
        ],
    )
    def test_slips_of_whoever_is_new_to_toml_are_named_with_what_is_right(
        self, gxlint: Run, line: str, told: str
    ) -> None:
        Path("规则.toml").write_text(f"# “注释”，不算\n{line}\n", encoding="utf-8")
        err = gxlint("test-rules", "规则.toml").err
        assert f"规则.toml:{line.count(chr(10)) + 2} 不是正确的 TOML：{told}" in err
        Path("gxlint.toml").write_text(f"{line}\n", encoding="utf-8")
        assert f"gxlint.toml:{line.count(chr(10)) + 1} 不是正确的 TOML：{told}" in gxlint("check").err

    @pytest.mark.parametrize(
        ("text", "told"),
        [("[[rule]\n", "规则.toml:1 不是正确的 TOML"), ("", "规则.toml:1 文件里没有规则"), ("[[rule]]\n", "缺少 kind")],
    )
    def test_files_that_are_none(self, gxlint: Run, text: str, told: str) -> None:
        Path("规则.toml").write_text(text, encoding="utf-8")
        done = gxlint("test-rules", "规则.toml")
        assert (done.status, done.out) == (2, "")
        assert told in done.err

    def test_a_form_that_nobody_brings(self, gxlint: Run) -> None:
        rules = rule("wording", 'form = "zhiban"', 'forbid = ["政府"]') + WORDING
        Path("规则.toml").write_text(HEAD + rules, encoding="utf-8")
        Path("好.md").write_bytes(PIPE_MARKDOWN.write(report("六", "老百姓来访。")))
        done = gxlint("check", "--select", "qinghe/*", "--format", "json", "好.md")
        assert done.status == 2
        found = {item["rule"]: item["message"] for item in json.loads(done.out)}
        assert set(found) == {"internal-error", "qinghe/house-wording"}
        assert "没有这种报告，有的是 disclosure" in found["internal-error"]
        assert f"规则.toml 第 {HEAD.count(chr(10)) + 1} 行" in found["internal-error"]


class TestUsing:
    def test_the_pack(self, gxlint: Run) -> None:
        done = gxlint("test-rules", str(PACK))
        assert (done.status, done.out.count("：通过 6 个示例")) == (0, 10), done.out

    def test_an_example_that_shows_something_else(self, gxlint: Run, tmp_path: Path) -> None:
        file = tmp_path / "规则.toml"
        example = '[[rule.example]]\nbad = "老百姓来访。"\nin = "六"\nexpect = "「老百姓」 别的话"\n'
        file.write_text(HEAD + WORDING + example + '[[rule.example]]\ngood = "来访。"\nin = "六"\n', encoding="utf-8")
        done = gxlint("test-rules", str(file))
        assert done.status == 1
        assert "house-wording：没有通过" in done.out
        assert "“老百姓”应为“人民群众”" in done.out

    def test_the_rules_of_the_page_are_right(self, gxlint: Run, tmp_path: Path) -> None:
        blocks = re.findall(r"```toml\n(.*?)```", PAGE.read_text(encoding="utf-8").replace("\n   ", "\n"), re.DOTALL)
        rules = [block for block in blocks if "[[rule]]" in block]
        assert len(rules) == 7
        for number, block in enumerate(rules):
            (tmp_path / f"{number}.toml").write_text(block, encoding="utf-8")
            done = gxlint("test-rules", str(tmp_path / f"{number}.toml"))
            assert done.status < 2, block + done.err
        assert gxlint("test-rules", str(tmp_path / "0.toml")).status == 0

    def test_like_any_rule(self, gxlint: Run, folder: Path) -> None:
        Path("公用").mkdir()
        Path("公用", "规则.toml").write_text(HEAD + WORDING, encoding="utf-8")
        Path("公用", "公用.toml").write_text('plugins = ["规则.toml"]\n', encoding="utf-8")
        Path("gxlint.toml").write_text('extend = "公用/公用.toml"\n', encoding="utf-8")
        assert "没有用县里统一的提法" in gxlint("rules").out
        assert "县里统一用“群众”。" in gxlint("explain", "qinghe/house-wording").out
        assert "qinghe/house-wording" in gxlint("config", "--schema").out
        Path("差.md").write_text("# 通知\n\n老百姓来访。\n", encoding="utf-8")
        assert gxlint("fix", "--kind", "document", "差.md").status == 0
        assert "人民群众来访" in Path("差.md").read_text(encoding="utf-8")
        Path("差.md").write_text("# 通知\n\n老百姓<!-- gxlint: disable-line -->\n", encoding="utf-8")
        Path("gxlint.toml").write_text('extend = "公用/公用.toml"\n[severity]\n"qinghe/*" = "off"\n', encoding="utf-8")
        assert "house-wording" not in gxlint("check", "--kind", "document", "差.md").out

    def test_in_a_plugin_with_hooks(self, gxlint: Run, folder: Path) -> None:
        Path("rules.toml").write_text(MISTAKES.replace("wordin", "wording"), encoding="utf-8")
        hooks = "from pathlib import Path\nfrom gxlint.plugins import hookimpl, toml_rules\n\n\n@hookimpl\n"
        hooks += 'def gxlint_rules():\n    return toml_rules(Path(__file__).with_name("rules.toml"))\n'
        Path("xian.py").write_text(hooks, encoding="utf-8")
        Path("gxlint.toml").write_text('plugins = ["xian.py"]\n', encoding="utf-8")
        done = gxlint("rules")
        assert "xian/five" in done.out
        assert "插件 rules.toml:29 无法加载，其余部分不受影响：max 写得不对，应写成 max = 0.5" in done.err


def test_the_schema_fits_the_pack_and_is_the_one_of_the_documentation() -> None:
    written = json.loads((ROOT / "docs" / "toml-rules.schema.json").read_text(encoding="utf-8"))
    assert written == schema(), "run: python -m gxlint.toml_rules.schema > docs/toml-rules.schema.json"
    validator = jsonschema.Draft7Validator(written)
    pack = tomllib.loads(PACK.read_text(encoding="utf-8"))
    assert list(validator.iter_errors(pack)) == []
    pack["rule"][0]["sevrity"] = "info"
    assert list(validator.iter_errors(pack)) != []
