"""The settings that a configuration may hold, as data: for validation, the schema, and their users."""

from __future__ import annotations

from typing import NamedTuple

from gxlint.findings import Severity
from gxlint.i18n import LANGUAGES, SOURCE, later

OFF = "off"
NEVER = "never"
#: By name, the gravest first; ``off`` switches a rule off.
SEVERITIES = {**{severity.label: severity for severity in reversed(Severity)}, OFF: None}
FAIL_ON = (*[name for name in SEVERITIES if name != OFF], NEVER)


class Key(NamedTuple):
    """A setting at the top of a configuration."""

    name: str
    type: type[str | list[str] | bool]
    """One word, a list of words, or yes and no."""
    doc: str
    example: str
    """As TOML; a default, where there is one."""
    choices: tuple[str, ...] = ()
    is_path: bool = False
    """Relative to the file that it is written in."""
    must_exist: bool = False
    """It is a path, and nothing can be done without what it names."""
    selects: bool = False
    """It names rules."""
    default: object = None
    """What holds where nothing is written; ``None`` where there is no such value."""


class TableKey(NamedTuple):
    """A table of a configuration, whose keys are the user's."""

    name: str
    doc: str
    example: str


EXTEND, SELECT, IGNORE, PLUGINS = "extend", "select", "ignore", "plugins"
EXCLUDE, GITIGNORE = "exclude", "gitignore"
PREVIOUS, BASELINE, FAIL_ON_KEY, LANG = "previous-report", "baseline", "fail-on", "lang"
SEVERITY, PER_FILE_IGNORES, FILES, RULES = "severity", "per-file-ignores", "files", "rules"

KEYS = (
    Key(EXTEND, str, later("先读取的另一个配置文件，本文件的设置优先"), '"../公用.toml"', is_path=True),
    Key(SELECT, list, later("只运行这些规则：编号、类别或 插件/*"), '["table", "consistency"]', selects=True),
    Key(IGNORE, list, later("不运行这些规则：编号、类别或 插件/*"), '["short-law-name"]', selects=True, default=()),
    Key(
        EXCLUDE, list, later("检查文件夹时跳过的文件和文件夹，写法同 .gitignore"), '["归档/", "*模板*.md"]', default=()
    ),
    Key(GITIGNORE, bool, later("检查文件夹时也跳过 git 忽略的文件（.gitignore）"), "true", default=True),
    Key(
        PLUGINS,
        list,
        later("本地插件：规则文件（.py、.toml）或放规则文件的文件夹"),
        '["本地规则/"]',
        is_path=True,
        must_exist=True,
        default=(),
    ),
    Key(
        PREVIOUS,
        str,
        later("上一年的报告，用来核对结转数和雷同；不写时按文件名在旁边找"),
        '"../2023年/报告.docx"',
        is_path=True,
        must_exist=True,
    ),
    Key(BASELINE, str, later("已知问题的清单，其中的问题不再提示"), '"gxlint-baseline.json"', is_path=True),
    Key(
        FAIL_ON_KEY,
        str,
        later("有达到这个级别的问题时退出状态为 1"),
        '"warning"',
        FAIL_ON,
        default=Severity.WARNING.label,
    ),
    Key(LANG, str, later("提示所用的语言"), '"zh"', LANGUAGES, default=SOURCE),
)
TABLES = (
    TableKey(
        SEVERITY, later("规则、类别或 插件/* 的级别：error、warning、info，off 表示关闭"), 'missing-contact = "error"'
    ),
    TableKey(
        PER_FILE_IGNORES,
        later("对某些文件不运行的规则；键是路径，写法同 .gitignore"),
        '"科室/*.md" = ["missing-signature"]',
    ),
    TableKey(
        FILES,
        later("某些文件按什么检查：disclosure（年度报告）、插件带来的种类、document（任何文档）、none（不检查）"),
        '"通知/*.md" = "none"',
    ),
    TableKey(RULES, later("规则的选项，每条规则一个表"), 'slash-rows = ["rules"]'),
)
