"""``wording``: words that are not to be used, and those to be used instead."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from gxlint.findings import Finding, Fix
from gxlint.i18n import _, later
from gxlint.prose.entries import Entry
from gxlint.prose.wordlists import Hit, WordList
from gxlint.toml_rules.definition import Definition, Find, Kind
from gxlint.toml_rules.draft import Draft, Part, literal
from gxlint.toml_rules.keys import FIX_KEY, PAIRS, TEXTS, Key

_REPLACE, _FORBID, _EXCEPT = "replace", "forbid", "except"
#: Shorter words are parts of too many others.
_SHORTEST = 2


def _make(definition: Definition) -> Find | None:
    words = WordList(_entries(definition))
    replaced = forbidden = None
    if _REPLACE in definition.table:
        replaced = definition.message(("found", "expected", "part"), later("“{found}”应为“{expected}”"))
    if _FORBID in definition.table:
        forbidden = definition.message(("found", "part"), later("不要写“{found}”"))

    def find(draft: Draft) -> Iterator[Finding]:
        for part in draft.parts(definition.parts):
            for hit in words.find(part.prose):
                message = replaced if hit.entry.right else forbidden
                said = message and message(draft, _values(hit, part))
                if said:
                    yield Finding(hit.span, said, fixes=_fixes(hit, definition))

    return find


def _values(hit: Hit, part: Part) -> dict[str, object]:
    return {"found": hit.text, "expected": hit.entry.right, "part": part.name}


def _fixes(hit: Hit, definition: Definition) -> tuple[Fix, ...]:
    right = hit.entry.right
    if not right:
        return ()
    return (Fix.replace(hit.span, right, _("改为“{right}”", right=right), safety=definition.safety),)


def _entries(definition: Definition) -> Iterator[Entry]:
    """The words with what they do not mean: words given as exceptions, and right ones that hold a wrong one."""
    table = definition.table
    pairs = {**table.pairs(_REPLACE), **dict.fromkeys(table.texts(_FORBID), "")}
    if not pairs and _REPLACE not in table and _FORBID not in table:
        table.mistake("", _("缺少 {key}，写上 {example}", key=_REPLACE, example='[rule.replace] 和 "老百姓" = "群众"'))
    others = [*table.texts(_EXCEPT), *pairs.values()]
    for wrong, right in pairs.items():
        key = _FORBID if wrong in table.texts(_FORBID) else _REPLACE
        if len(wrong) < _SHORTEST:
            table.mistake(key, _("“{word}”太短，至少写两个字", word=wrong), wrong)
        elif right == wrong or (key == _REPLACE and not right):
            table.mistake(key, _("“{word}”要写明改成什么；只是不用，写进 forbid", word=wrong), wrong)
        else:
            yield Entry(wrong, right, never=literal([word for word in others if wrong in word and wrong != word]))
    _check_exceptions(definition, pairs)


def _check_exceptions(definition: Definition, wrong: Collection[str]) -> None:
    """Refuse exceptions that except nothing: they are misspelt."""
    for word in definition.table.texts(_EXCEPT):
        if not any(item in word for item in wrong):
            message = _("except 里的“{word}”不包含任何要改的词，不起作用；请核对", word=word)
            definition.table.mistake(_EXCEPT, message, word)


KIND = Kind(
    name="wording",
    doc=later("不该用的词和该用的词；两个词重叠时，长的优先"),
    category="wording",
    keys=(
        Key(_REPLACE, PAIRS, later("要改的词和改成的词，写在 [rule.replace] 下面，一行一对"), "[rule.replace]"),
        Key(_FORBID, TEXTS, later("不该用、又没有固定改法的词"), 'forbid = ["史无前例"]'),
        Key(_EXCEPT, TEXTS, later("包含要改的词、但并没有错的词语"), 'except = ["老百姓大舞台"]'),
        FIX_KEY,
    ),
    make=_make,
    mends=lambda definition: _REPLACE in definition.table,
)
