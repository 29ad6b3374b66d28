"""``required``: something that a part of the report must say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from gxlint.findings import Finding
from gxlint.i18n import _, later
from gxlint.text import Pattern
from gxlint.toml_rules.definition import Definition, Find, Kind
from gxlint.toml_rules.draft import Draft, Part
from gxlint.toml_rules.keys import NAMED_TEXTS, Key

_ANY, _ALL = "any", "all"


def _make(definition: Definition) -> Find | None:
    table = definition.table
    if (_ANY in table) == (_ALL in table):
        table.mistake("", _("any（写明一样就行）和 all（样样都要写明）要写一个，也只写一个"))
    patterns = table.patterns(_ALL if _ALL in table else _ANY)
    message = definition.message(("missing", "part"))
    enough = _ANY in table

    def find(draft: Draft) -> Iterator[Finding]:
        parts = draft.parts(definition.parts)
        missing = _missing(parts, patterns)
        if parts and missing and not (enough and len(missing) < len(patterns)):
            words = ("或" if enough else "、").join(missing)
            said = message(draft, {"missing": words, "part": parts[0].name})
            if said is not None:
                yield Finding(parts[0].head, said)

    return find


def _missing(parts: list[Part], patterns: Mapping[str, Pattern]) -> list[str]:
    return [name for name, pattern in patterns.items() if not any(part.says(pattern) for part in parts)]


KIND = Kind(
    name="required",
    doc=later("某一部分必须写明的内容；没有写明的，提示在这一部分的标题上"),
    category="statement",
    keys=(
        Key(_ANY, NAMED_TEXTS, later("正则表达式，写明其中一样就行"), 'any = ["12345", "政务服务热线"]'),
        Key(
            _ALL,
            NAMED_TEXTS,
            later("正则表达式，样样都要写明；写成表时，键是内容的名称"),
            'all = { "电话" = "电话" }',
        ),
    ),
    make=_make,
)
