"""What an editor's user chose: the ``initializationOptions``, and the settings under ``gxlint``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from gxlint.i18n import LANGUAGES, _
from gxlint.rule import Rule
from gxlint.settings import Settings


class Choices(NamedTuple):
    """Choices of one editor. In JSON the names are in camel case."""

    lang: str = ""
    """``zh`` or ``en``; empty follows the editor's own language."""
    config: str = ""
    """A configuration file that holds for all drafts; empty looks upwards from each draft."""
    previous_report: str = ""
    """Last year's report, for all drafts."""
    select: tuple[str, ...] = ()
    """Only these rules; none means the default set."""
    ignore: tuple[str, ...] = ()
    """Not these rules."""
    rule_pages: str = ""
    """Address of a rule's page, with ``{rule}`` in it; empty links to a file that the server writes."""
    time_limit: float = 5.0
    """Seconds after which a rule that still runs is given up."""

    def settings(self, rules: Iterable[Rule]) -> Settings:
        """The same for the engine; names that are no rule's are passed over."""
        chosen = Settings(select=self.select or None, ignore=self.ignore)
        unknown = set(chosen.unknown_selectors(rules))
        select = tuple([name for name in self.select if name not in unknown])
        return Settings(
            select=select if self.select and select else None,
            ignore=tuple([name for name in self.ignore if name not in unknown]),
        )

    def over(self, given: object) -> tuple[Choices, list[str]]:
        """These with what an editor gave, and what is wrong with that."""
        if given is None:
            return self, []
        if not isinstance(given, Mapping):
            return self, [_("编辑器传来的设置应是一个对象，实为 {value}", value=repr(given))]
        wrong: list[str] = []
        return self._replace(**dict(_read(given, wrong))), wrong


def _read(given: Mapping[Any, Any], wrong: list[str]) -> Iterator[tuple[str, Any]]:
    for name, (key, expected, read) in _FIELDS.items():
        value = given.get(key)
        if value is None:
            continue
        found = read(value)
        if found is None:
            text = _(
                "设置 gxlint.{key} 的值 {value} 无效，应为{expected}", key=key, value=repr(value), expected=expected()
            )
            wrong.append(text)
        else:
            yield name, found


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _language(value: object) -> str | None:
    return value if isinstance(value, str) and value in ("", *LANGUAGES) else None


def _names(value: object) -> tuple[str, ...] | None:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        return None
    return tuple(value)


def _seconds(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) and value > 0 else None


#: By field: the name in JSON, what to say is expected, and what reads it.
_FIELDS: Mapping[str, tuple[str, Callable[[], str], Callable[[object], Any]]] = {
    "lang": ("lang", lambda: "zh、en", _language),
    "config": ("config", lambda: _("文件路径"), _text),
    "previous_report": ("previousReport", lambda: _("文件路径"), _text),
    "select": ("select", lambda: _("规则编号的列表"), _names),
    "ignore": ("ignore", lambda: _("规则编号的列表"), _names),
    "rule_pages": ("rulePages", lambda: _("网址"), _text),
    "time_limit": ("timeLimit", lambda: _("大于 0 的秒数"), _seconds),
}
