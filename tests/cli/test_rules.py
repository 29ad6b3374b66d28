from __future__ import annotations

import json
import re

import pytest
from rich.cells import cell_len

from gxlint.api import default_registry
from gxlint.cli.explain import readable
from gxlint.reporters.text import category_name

from .conftest import Run


class TestRules:
    def test_lists_every_rule_under_its_category(self, gxlint: Run) -> None:
        done = gxlint("rules")
        assert (done.status, done.err) == (0, "")
        blocks = {block.splitlines()[0]: block for block in done.out.split("\n\n") if block.strip()}
        for rule in default_registry().rules.values():
            assert f"  {rule.id} " in blocks[category_name(rule.category)]
            assert rule.summary in blocks[category_name(rule.category)]

    def test_columns_line_up(self, gxlint: Run) -> None:
        lines = [line for line in gxlint("rules").out.splitlines() if line.startswith("  ")]
        rules = default_registry().rules
        ends = {cell_len(line[: line.index(rules[line.split()[0]].summary)]) for line in lines}
        assert len(ends) == 1

    def test_json_has_all_of_them(self, gxlint: Run) -> None:
        listed = {rule["id"]: rule for rule in json.loads(gxlint("rules", "--format", "json").out)}
        assert list(listed) == list(default_registry().rules)
        assert listed["unreadable-document"] == {
            "id": "unreadable-document",
            "category": "document",
            "severity": "error",
            "enabled": True,
            "fix": None,
            "summary": "文件读不出来：损坏、加密、过大、类型不对或编码有误。",
            "basis": [],
            "options": [],
        }


class TestExplain:
    def test_gives_the_documentation(self, gxlint: Run) -> None:
        done = gxlint("explain", "unreadable-document")
        assert done.status == 0
        assert done.out.startswith("unreadable-document：文件读不出来")
        for words in ("类别：文稿（document）", "级别：错误", "修复：无", "GB18030"):
            assert words in done.out

    def test_every_rule_can_be_explained(self, gxlint: Run) -> None:
        for rule in default_registry().rules.values():
            done = gxlint("explain", rule.id)
            assert done.status == 0
            assert not re.search(r"```\w+ (bad|good|expect|fixed|other|previous)", done.out), rule.id
            assert all(citation.source in done.out for citation in rule.basis)

    def test_an_unknown_rule_is_2_with_the_nearest(self, gxlint: Run) -> None:
        done = gxlint("explain", "unreadable-documents")
        assert (done.status, done.out) == (2, "")
        assert "没有规则 unreadable-documents；是不是 unreadable-document" in done.err

    def test_without_a_rule_it_says_what_is_missing(self, gxlint: Run) -> None:
        done = gxlint("explain")
        assert done.status == 2
        assert "请写明要解释哪条规则" in done.err


@pytest.mark.parametrize(
    ("fence", "label"),
    [
        ("markdown bad in=一", "有问题的写法（第一部分）："),
        ('markdown bad for=署名 formats=markdown reason="…"', "有问题的写法（署名）："),
        ("markdown good in=whole", "没有问题的写法："),
        ("text expect", "会提示："),
        ("markdown fixed", "修复后："),
        ("markdown previous in=三", "上一年的报告（第三部分）："),
    ],
)
def test_examples_are_labelled_in_words(fence: str, label: str) -> None:
    assert list(readable(f"## 示例\n```{fence}\n截止2024年底\n```\n完")) == ["示例", label, "    截止2024年底", "完"]


def test_other_fences_stay_as_they_are() -> None:
    assert list(readable("```toml\nselect = []\n```")) == ["```toml", "select = []", "```"]
