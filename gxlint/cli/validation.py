"""Refuses names on the command line that stand for nothing, and says which ones would."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import click

from gxlint.cli.commands import nearest
from gxlint.i18n import _
from gxlint.plugins.registry import Registry
from gxlint.rule import Rule
from gxlint.settings import Settings, selectors
from gxlint.suppress.directives import UNSPEAKABLE


def check_format(name: str, registry: Registry) -> None:
    """Refuse an unknown output format.

    Raises:
        click.UsageError: there is no such format.
    """
    _check(_("输出格式"), name, registry.formats)


def check_kind(name: str | None, registry: Registry) -> None:
    """Refuse an unknown kind of document.

    Raises:
        click.UsageError: there is no such kind.
    """
    if name is not None:
        _check(_("种类"), name, registry.kinds)


def check_selectors(settings: Settings, known: Mapping[str, Rule]) -> None:
    """Refuse selectors that no rule answers to.

    Raises:
        click.UsageError: there is one.
    """
    rules = known.values()
    for name in settings.unknown_selectors(rules):
        raise click.UsageError(
            _(
                "没有编号或类别为 {name} 的规则；{advice}",
                name=name,
                advice=advice(name, sorted({known for rule in rules for known in selectors(rule)})),
            )
        )


def check_reason(reason: str) -> None:
    """Refuse a reason that is none, or would end the remark that it stands in.

    Raises:
        click.UsageError: it does.
    """
    if not reason.strip():
        raise click.UsageError(_("--add-suppressions 后面要写明理由"))
    if any(sign in reason for sign in UNSPEAKABLE):
        raise click.UsageError(_("--add-suppressions 的理由写在一行里，不能有 -->"))


def advice(word: str, known: list[str]) -> str:
    """What somebody may do who named a rule that does not exist."""
    if hint := nearest(word, known):
        return _("是不是 {hint}？", hint=_("、").join(hint))
    return _("用 gxlint rules 查看所有规则")


def _check(what: str, name: str, known: Iterable[str]) -> None:
    if name not in known:
        raise click.UsageError(
            _("没有这种{what}：{name}；可用的有 {known}", what=what, name=name, known=_("、").join(known))
        )
