"""每条规则的每个示例，在 Markdown、Word 和纯文本里各运行一遍。"""

from __future__ import annotations

from gxlint.testing import rule_tests

TestRules = rule_tests("qinghe")
