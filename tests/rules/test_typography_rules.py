"""What the rules on typography do where other rules find something in the same words."""

from __future__ import annotations

from gxlint.api import Linter
from gxlint.settings import Settings
from gxlint.testing.running import built_in_registry


def test_a_bracket_behind_a_broken_link_is_no_part_of_it() -> None:
    text = "云溪镇2024年政府信息公开工作年度报告\n\n一、总体情况\n\n请登录门户网站(http:// www.qinghe.gov.cn)下载。"
    linter = Linter(Settings(select=("broken-link",)), built_in_registry())
    (diagnostic,) = linter.text(text, "草稿.txt").diagnostics
    assert diagnostic.span
    assert text[diagnostic.span.start : diagnostic.span.end] == "http:// www.qinghe.gov.cn"
