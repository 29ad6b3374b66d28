"""What a rule in TOML may say, as data: for reading, for the schema of editors, and for who reads messages."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple

from gxlint.findings import Safety, Severity
from gxlint.i18n import later


class Type(NamedTuple):
    """What a value may be."""

    fits: Callable[[object], bool]
    schema: dict[str, Any]
    """As JSON Schema has it."""


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _are_texts(value: object) -> bool:
    return _is_text(value) or (isinstance(value, list) and bool(value) and all(map(_is_text, value)))


def _is_table_of_texts(value: object) -> bool:
    return isinstance(value, dict) and bool(value) and all(isinstance(item, str) for item in value.values())


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _are_numbers(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(map(_is_number, value))


def _is_day(value: object) -> bool:
    return isinstance(value, str) or type(value) is date


def _is_count(value: object) -> bool:
    return type(value) is int and value >= 0


def _are_tables(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, dict) for item in value)


_STRING: dict[str, Any] = {"type": "string", "minLength": 1}
_STRINGS: dict[str, Any] = {"type": "array", "items": _STRING, "minItems": 1}
_TABLE: dict[str, Any] = {"type": "object", "additionalProperties": {"type": "string"}, "minProperties": 1}
_EITHER: dict[str, Any] = {"anyOf": [_STRING, _STRINGS]}

TEXT = Type(_is_text, _STRING)
ANY_TEXT = Type(lambda value: isinstance(value, str), {"type": "string"})
"""It may be empty."""
TEXTS = Type(_are_texts, _EITHER)
"""One or several."""
NAMED_TEXTS = Type(lambda value: _are_texts(value) or _is_table_of_texts(value), {"anyOf": [_STRING, _STRINGS, _TABLE]})
"""One or several, or a table that gives each a name."""
PAIRS = Type(_is_table_of_texts, _TABLE)
NUMBER = Type(_is_number, {"type": "number"})
NUMBERS = Type(_are_numbers, {"type": "array", "items": {"type": "number"}, "minItems": 1})
COUNT = Type(_is_count, {"type": "integer", "minimum": 0})
FLAG = Type(lambda value: isinstance(value, bool), {"type": "boolean"})
DAY = Type(_is_day, {"type": "string"})
TABLES = Type(_are_tables, {"type": "array", "items": {"type": "object"}})


class Key(NamedTuple):
    """A setting of a rule."""

    name: str
    type: Type
    doc: str
    example: str
    """The setting as it is written."""
    choices: tuple[str, ...] = ()
    is_needed: bool = False

    @property
    def schema(self) -> dict[str, Any]:
        """As JSON Schema has it, without the description."""
        return {"enum": list(self.choices)} if self.choices else self.type.schema


ID, KIND, SUMMARY, DOC, MESSAGE = "id", "kind", "summary", "doc", "message"
SEVERITY, CATEGORY, BASIS, ENABLED, FORM, IN, FIX, EXAMPLE = (
    "severity",
    "category",
    "basis",
    "enabled",
    "form",
    "in",
    "fix",
    "example",
)
NAMESPACE, RULE = "namespace", "rule"

_BASIS = Key(BASIS, TEXTS, later("依据：法规、标准或通知的名称和条款"), 'basis = "《……办法》第八条"')
_SEVERITY = Key(
    SEVERITY,
    TEXT,
    later("级别"),
    'severity = "warning"',
    tuple([severity.label for severity in reversed(Severity)]),
)
_FORM = Key(
    FORM,
    TEXT,
    later("检查哪种报告：disclosure（政府信息公开年度报告）、report（各种报告）、document（任何文档）或其他格式的名称"),
    'form = "disclosure"',
)

#: At the top of a file.
FILE_KEYS = (
    Key(NAMESPACE, TEXT, later("规则编号的前缀；不写时用文件名"), 'namespace = "qinghe"'),
    _BASIS._replace(doc=later("没有另写依据的规则的依据")),
    _SEVERITY._replace(doc=later("没有另写级别的规则的级别")),
    _FORM._replace(doc=later("没有另写的规则检查哪种报告")),
    Key(RULE, TABLES, later("规则，每条写在一个 [[rule]] 下面"), "[[rule]]"),
)
#: Of any rule.
RULE_KEYS = (
    Key(ID, TEXT, later("编号，由小写字母、数字和短横线组成"), 'id = "missing-hotline"', is_needed=True),
    Key(KIND, TEXT, later("种类"), 'kind = "required"', is_needed=True),
    Key(SUMMARY, TEXT, later("一句话说明什么情况不对"), 'summary = "没有写明热线办理情况"', is_needed=True),
    Key(DOC, TEXT, later("详细说明：为什么，怎么改"), "doc = '''……'''"),
    Key(MESSAGE, TEXT, later("提示的内容，{found} 等处填入查到的内容"), 'message = "没有写明热线办理情况"'),
    _SEVERITY,
    Key(CATEGORY, TEXT, later("类别，用来成批选择规则"), 'category = "statement"'),
    _BASIS,
    Key(ENABLED, FLAG, later("是否默认运行"), "enabled = true"),
    _FORM,
    Key(IN, TEXTS, later("查哪一部分：标题、引言、一 至 六、署名，或官方标题；不写时查全文"), 'in = "六"'),
    Key(EXAMPLE, TABLES, later("示例，每个写在一个 [[rule.example]] 下面"), "[[rule.example]]"),
)
#: Of a rule that can mend what it finds.
FIX_KEY = Key(
    FIX,
    TEXT,
    later("自动修改是否需要确认：safe 直接修改，unsafe 确认后修改"),
    'fix = "safe"',
    tuple([safety.value for safety in Safety]),
)
#: Of an example.
EXAMPLE_KEYS = (
    Key("bad", TEXT, later("有问题的写法"), "bad = '''……'''"),
    Key("good", TEXT, later("没有问题的写法"), "good = '''……'''"),
    Key("in", TEXT, later("加在报告的哪一部分后面：标题、引言、一 至 六、署名；whole 表示整份文稿"), 'in = "六"'),
    Key("for", TEXT, later("替换报告的哪一部分"), 'for = "引言"'),
    Key(
        "expect",
        TEXTS,
        later("提示，一行一条：「标出的文字」 提示的内容"),
        'expect = "「老百姓」 “老百姓”应为“群众”"',
    ),
    Key("fixed", ANY_TEXT, later("修改后的写法"), "fixed = '''…'''"),
    Key("agency", TEXT, later("报告的机关"), 'agency = "青禾县教育局"'),
    Key("year", COUNT, later("报告的年度"), "year = 2024"),
    Key("without", TEXTS, later("报告没有的部分"), 'without = ["四"]'),
    Key("also", TEXTS, later("同时提示也不算错的其他规则"), 'also = ["missing-contact"]'),
    Key("formats", TEXTS, later("只在这些格式里试：markdown、docx、plain"), 'formats = ["markdown"]'),
    Key("reason", TEXT, later("为什么只在这些格式里试"), 'reason = "……"'),
)
