"""What plugins bring, checked before it is taken: what passes here cannot trip whoever uses it later."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, NamedTuple

from gxlint.document import Document
from gxlint.findings import Safety, Severity
from gxlint.form.report import Condensed, Form, Report
from gxlint.i18n import LANGUAGES, SOURCE, Translations, _
from gxlint.locale.files import compiled_in
from gxlint.parsers.base import Parser
from gxlint.plugins.errors import PluginError, in_short
from gxlint.plugins.interface import LOCAL, PROJECT, DeferredParser, WordFile
from gxlint.prose.wordlists import WordListOptions
from gxlint.reporters.base import Format
from gxlint.rule import CATEGORIES, Citation, Rule
from gxlint.settings import KIND_DOCUMENT, KIND_NONE
from gxlint.text import Pattern

_NAME = Pattern(r"[\w-]+")
#: No plugin may be called so: the names mean something else in a configuration.
RESERVED = frozenset({PROJECT, LOCAL, KIND_DOCUMENT, KIND_NONE, *CATEGORIES})
#: More than so many things are not taken from one hook of one plugin: a generator may have no end.
_MOST = 10_000
#: What begins a compiled catalogue, by byte order.
_COMPILED = (b"\xde\x12\x04\x95", b"\x95\x04\x12\xde")


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


def check_plugin_name(name: str, *, reserved: Iterable[str] = RESERVED) -> None:
    """Refuse a name that cannot be a plugin's.

    Raises:
        PluginError: it has other characters than names have, or means something else.
    """
    if not _NAME.fullmatch(name):
        raise PluginError(_("插件的名称“{name}”只能由字母、数字、下划线和短横线组成", name=name))
    if name in reserved:
        raise PluginError(_("“{name}”是 gxlint 自己用的名称，请给插件另取一个", name=name))


def items_of(hook: str, given: object) -> Iterator[Any]:
    """What a hook has given, one by one.

    Raises:
        PluginError: it is nothing that can be gone through.
    """
    if isinstance(given, str | bytes | Mapping) or not isinstance(given, Iterable):
        raise PluginError(_("{hook} 应返回一列值，实为 {item}", hook=hook, item=in_short(given)))
    return islice(given, _MOST)


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
    if not _NAME.fullmatch(name):
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
    yield "category", isinstance(category, str) and bool(_NAME.fullmatch(category)), _("一个词，例如 wording")
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


def parser_of(item: object) -> Parser | DeferredParser:
    """A parser.

    Raises:
        PluginError: it is none.
    """
    name, suffixes = getattr(item, "name", None), getattr(item, "suffixes", None)
    if not isinstance(name, str) or not _NAME.fullmatch(name):
        raise PluginError(_("gxlint_parsers 给出的不是解析器：{item}", item=in_short(item)))
    if not isinstance(suffixes, tuple) or not all(map(_is_suffix, suffixes)):
        raise PluginError(
            _(
                '解析器 {name} 的 suffixes 应是小写的后缀，例如 (".html", ".htm")，实为 {found}',
                name=name,
                found=in_short(suffixes),
            )
        )
    if not isinstance(item, DeferredParser) and not callable(getattr(item, "parse", None)):
        raise PluginError(_("解析器 {name} 没有 parse(data, path)", name=name))
    return item  # type: ignore[return-value]  # as far as can be told


def _is_suffix(text: object) -> bool:
    return isinstance(text, str) and text.startswith(".") and len(text) > 1 and text == text.lower()


def form_of(item: object) -> Form:
    """A form.

    Raises:
        PluginError: it is none.
    """
    name = getattr(item, "id", None)
    if not isinstance(name, str) or not _NAME.fullmatch(name):
        raise PluginError(_("gxlint_forms 给出的不是报告格式：{item}", item=in_short(item)))
    for method in ("recognises", "read"):
        if not callable(getattr(item, method, None)):
            raise PluginError(_("报告格式 {name} 没有 {method}(…)", name=name, method=method))
    return item  # type: ignore[return-value]  # as far as can be told


def format_of(item: object) -> Format:
    """An output format.

    Raises:
        PluginError: it is none.
    """
    if not isinstance(item, Format) or not isinstance(item.name, str) or not callable(item.open):
        raise PluginError(_("gxlint_reporters 给出的不是 Format：{item}", item=in_short(item)))
    return item


def words_of(item: object, rules: Mapping[str, Rule]) -> WordFile:
    """Words for a rule.

    Raises:
        PluginError: they are none, or for no rule that works from a word list; a line of the file is no entry.
    """
    if not isinstance(item, WordFile) or not isinstance(item.rule, str):
        raise PluginError(_("gxlint_word_lists 给出的不是 WordFile：{item}", item=in_short(item)))
    if item.rule not in rules:
        raise PluginError(_("词表是给规则 {id} 的，但没有这条规则", id=item.rule))
    if rules[item.rule].options is not WordListOptions:
        listed = [rule.id for rule in rules.values() if rule.options is WordListOptions]
        raise PluginError(_("规则 {id} 不用词表；用词表的规则是：{listed}", id=item.rule, listed=_("、").join(listed)))
    from pathlib import Path  # costs half as much as a bare interpreter start

    from gxlint.prose.entries import WordListError
    from gxlint.prose.wordlists import entries_in

    try:
        path = Path(item.path)
        entries_in(path)
    except WordListError as error:
        raise PluginError(str(error)) from error
    except UnicodeDecodeError as error:
        raise PluginError(_("词表 {path} 不是 UTF-8 文本，请另存为 UTF-8", path=item.path)) from error
    except (OSError, TypeError) as error:
        raise PluginError(_("词表 {path} 读不出来", path=item.path)) from error
    return item


def translations_of(folder: object) -> Translations:
    """A plugin's catalogues.

    Raises:
        PluginError: there are none that gxlint can use.
    """
    if not isinstance(folder, str | os.PathLike):
        raise PluginError(_("gxlint_translations 应返回一个文件夹的路径，实为 {found}", found=in_short(folder)))
    path = os.fspath(folder)
    compiled = [file for language in LANGUAGES if language != SOURCE for file in compiled_in(path, language)]
    if not compiled:
        raise PluginError(
            _(
                "{path} 里没有编译好的译文（{example}）；请先运行 python -m gxlint.locale 插件的文件夹",
                path=path,
                example=os.path.join("en", "LC_MESSAGES", "*.mo"),
            )
        )
    for file in compiled:
        with open(file, "rb") as stream:
            if stream.read(4) not in _COMPILED:
                raise PluginError(_("{path} 不是编译好的译文（.mo）；请重新编译", path=file))
    return Translations(path)


def refuse_taken(name: str, taken: Iterable[str]) -> None:
    """Refuse a name that something else of the same kind has.

    Raises:
        PluginError: it is taken.
    """
    if name in taken:
        raise PluginError(_("名称“{name}”已被占用", name=name))
