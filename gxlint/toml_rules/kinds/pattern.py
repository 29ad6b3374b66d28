"""``pattern``: whatever a regular expression finds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from gxlint.findings import Finding, Fix
from gxlint.i18n import _, later
from gxlint.text import Found, Pattern, Span, compiled
from gxlint.toml_rules.definition import Definition, Find, Kind
from gxlint.toml_rules.draft import Draft, Part
from gxlint.toml_rules.keys import ANY_TEXT, FIX_KEY, TEXTS, Key

_PATTERN, _REPLACE, _EXCEPT = "pattern", "replace", "except"


def _make(definition: Definition) -> Find | None:
    table = definition.table
    patterns = list(table.patterns(_PATTERN).values())
    exceptions = list(table.patterns(_EXCEPT).values())
    groups = _groups(patterns)
    right = definition.checked(_REPLACE, table.text(_REPLACE), ("found", *groups)) if _REPLACE in table else None
    message = definition.message(("found", "part", *(("expected",) if right else ()), *groups))

    def find(draft: Draft) -> Iterator[Finding]:
        for part in draft.parts(definition.parts):
            for found in _matches(part, patterns, exceptions):
                values = {"found": found.text, "part": part.name, **{name: found[name] for name in groups}}
                if right is not None:
                    values["expected"] = right.filled(values)
                said = message(draft, values)
                if said is not None and values.get("expected") != found.text:
                    yield Finding(found.span, said, fixes=_fixes(found, values.get("expected"), definition))

    return find


def _groups(patterns: Iterable[Pattern]) -> tuple[str, ...]:
    """The names of the groups that all patterns have."""
    names = [compiled(pattern).groupindex.keys() for pattern in patterns]
    return tuple(name for name in names[0] if all(name in other for other in names)) if names else ()


def _matches(part: Part, patterns: Sequence[Pattern], exceptions: Sequence[Pattern]) -> Iterator[Found]:
    """Every match that touches no exception, each place once."""
    excused = [found.span for pattern in exceptions for found in part.find(pattern)]
    seen: list[Span] = []
    for pattern in patterns:
        for found in part.find(pattern):
            if not any(found.span.overlaps(span) for span in (*excused, *seen)):
                seen.append(found.span)
                yield found


def _fixes(found: Found, right: str | None, definition: Definition) -> tuple[Fix, ...]:
    if right is None:
        return ()
    title = _("改为“{right}”", right=right) if right else _("删去“{wrong}”", wrong=found.text)
    return (Fix.replace(found.span, right, title, safety=definition.safety),)


KIND = Kind(
    name="pattern",
    doc=later("用正则表达式查找；它的命名组可以写进提示和改法"),
    category="wording",
    keys=(
        Key(_PATTERN, TEXTS, later("正则表达式，一个或几个"), "pattern = '''(?P<年>\\d{4})财年'''", is_needed=True),
        Key(_REPLACE, ANY_TEXT, later("改成什么，可以有 {found} 和命名组"), 'replace = "{年}年度"'),
        Key(_EXCEPT, TEXTS, later("正则表达式：碰到它的地方不算"), "except = '''财年报告'''"),
        FIX_KEY,
    ),
    make=_make,
    mends=lambda definition: _REPLACE in definition.table,
)
