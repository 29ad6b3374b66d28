"""Rules that plugins bring, checked before they are taken."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from gxlint.document import Document
from gxlint.findings import Safety, Severity
from gxlint.form.report import Condensed, Form, Report
from gxlint.i18n import _
from gxlint.plugins.errors import PluginError, in_short
from gxlint.plugins.interface import PROJECT
from gxlint.plugins.vetting import NAME
from gxlint.rule import Citation, Rule


class Subject(NamedTuple):
    """What a rule reads."""

    type: type[Document] | type[Report]
    many: bool = False
    """All reports of a run at once."""


def subject_of(rule: Rule) -> Subject:
    """What a rule reads, by the annotation of its first parameter.

    Raises:
        TypeError: it is neither ``Document``, nor a class of reports, nor a ``Sequence`` of one.
    """
    annotation = rule.subject
    many = getattr(annotation, "__origin__", None) is Sequence
    read = annotation.__args__[0] if many else annotation
    if many and read is Condensed and rule.condense is not None:
        read = rule.condensed
    if read is Document and not many:
        return Subject(Document)
    if isinstance(read, type) and issubclass(read, Report):
        return Subject(read, many)
    raise PluginError(
        _("规则 {id} 的 check 的第一个参数应标注为 Document、Report（或其子类）或 Sequence[Report]", id=rule.id)
    )


def rule_of(plugin: str, item: object) -> Rule:
    """A rule as it is to be known, with its namespace.

    Raises:
        PluginError: it is none, or its metadata make no sense.
    """
    if not isinstance(item, Rule):
        raise PluginError(_("gxlint_rules 给出的不是规则：{item}", item=in_short(item)))
    if plugin == PROJECT:
        return item
    name = item.id.removeprefix(f"{plugin}/") if isinstance(item.id, str) else ""
    if not NAME.fullmatch(name):
        raise PluginError(_("规则编号“{id}”只能由字母、数字、下划线和短横线组成", id=item.id))
    rule = item._replace(id=f"{plugin}/{name}")
    for field, is_right, wanted in _metadata(rule):
        if not is_right:
            found = in_short(getattr(rule, field))
            raise PluginError(
                _(
                    "规则 {id} 的 {field} 应是 {wanted}，实为 {found}",
                    id=rule.id,
                    field=field,
                    wanted=wanted,
                    found=found,
                )
            )
    if rule.options is not None:
        _check_options(rule)
    return rule


def _metadata(rule: Rule) -> Iterator[tuple[str, bool, str]]:
    """Each field that somebody relies on: its name, whether it is as it should be, and how that is."""
    category = rule.category
    yield "category", isinstance(category, str) and bool(NAME.fullmatch(category)), _("一个词，例如 wording")
    yield "severity", isinstance(rule.severity, Severity), "Severity"
    yield "severities", all(isinstance(one, Severity) for one in rule.severities), "[Severity]"
    yield "basis", all(isinstance(one, Citation) for one in rule.basis), "[Citation]"
    yield "fix", rule.fix is None or isinstance(rule.fix, Safety), "Safety"
    yield "enabled", isinstance(rule.enabled, bool), "bool"
    yield "check", callable(rule.check), _("函数")
    yield "condense", rule.condense is None or callable(rule.condense), _("函数")
    yield "options", rule.options is None or isinstance(rule.options, type), _("一个类")


def _check_options(rule: Rule) -> None:
    """Refuse options that a configuration cannot give.

    Raises:
        PluginError: there are such.
    """
    from gxlint.options import is_configurable, options_of  # costs as much as a third of a bare interpreter start

    try:
        options = options_of(rule)
    except Exception as error:
        reason = " ".join(f"{type(error).__name__}: {error}".split())
        raise PluginError(
            _("规则 {id} 的选项类用不了（每个字段都要有类型和默认值）：{reason}", id=rule.id, reason=reason)
        ) from error
    for option in options:
        if not is_configurable(option.type):
            raise PluginError(
                _(
                    "规则 {id} 的选项 {option} 的类型 {type} 在配置里写不出来；可以用 str、int、float、bool、Path、"
                    "Literal，以及由它们组成的 tuple[…, ...]、list、frozenset、dict[str, …]",
                    id=rule.id,
                    option=option.name,
                    type=getattr(option.type, "__name__", option.type),
                )
            )


def check_form(rule: Rule, forms: Mapping[str, Form]) -> None:
    """Refuse a rule for a form that is not there.

    Raises:
        PluginError: it is for one.
    """
    written = rule.written
    if written is not None and written.form and written.form not in forms:
        raise PluginError(
            _(
                "规则 {id} 是给报告 {form} 的，但没有这种报告，有的是 {known}；请安装带来它的插件，"
                "或改正 {path} 第 {line} 行的规则的 form",
                id=rule.id,
                form=written.form,
                known=_("、").join(forms),
                path=written.path,
                line=written.line,
            )
        )
