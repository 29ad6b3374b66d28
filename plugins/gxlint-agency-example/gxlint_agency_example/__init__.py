"""青禾县卫生健康系统的本地规则。青禾县是虚构的；这个包是给各机关照着改的样例。"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from gxlint.plugins import Failure, WordFile, hookimpl, toml_rules, walk_rules
from gxlint.rule import Rule

#: 按 gxlint 插件接口的哪一版写的。
gxlint_interface = 1

_HERE = Path(__file__).parent


@hookimpl
def gxlint_rules() -> Iterable[Rule | Failure]:
    """rules.toml 里的规则，和 rules 文件夹里的规则。"""
    from gxlint_agency_example import rules

    yield from toml_rules(_HERE / "rules.toml")
    yield from walk_rules(rules)


@hookimpl
def gxlint_word_lists() -> Iterable[WordFile]:
    """本地的地名、机构名常见的错别字，并入 gxlint 自己的错别字表。"""
    yield WordFile("misspelling", _HERE / "words.txt")


@hookimpl
def gxlint_translations() -> Path:
    """提示的英文，给英文界面用。"""
    return _HERE / "locale"
