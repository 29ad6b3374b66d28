"""What plugins bring, checked before it is taken: what passes here cannot trip whoever uses it later."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any

from gxlint.form.report import Form
from gxlint.i18n import LANGUAGES, SOURCE, Translations, _
from gxlint.locale.files import compiled_in
from gxlint.parsers.base import Parser
from gxlint.plugins.errors import PluginError, in_short
from gxlint.plugins.interface import LOCAL, PROJECT, DeferredParser, WordFile
from gxlint.prose.wordlists import WordListOptions
from gxlint.reporters.base import Format
from gxlint.rule import CATEGORIES, Rule
from gxlint.settings import KIND_DOCUMENT, KIND_NONE
from gxlint.text import Pattern

#: Of plugins, and of what they bring.
NAME = Pattern(r"[\w-]+")
#: No plugin may be called so: the names mean something else in a configuration.
RESERVED = frozenset({PROJECT, LOCAL, KIND_DOCUMENT, KIND_NONE, *CATEGORIES})
#: More than so many things are not taken from one hook of one plugin: a generator may have no end.
_MOST = 10_000
#: What begins a compiled catalogue, by byte order.
_COMPILED = (b"\xde\x12\x04\x95", b"\x95\x04\x12\xde")


def check_plugin_name(name: str, *, reserved: Iterable[str] = RESERVED) -> None:
    """Refuse a name that cannot be a plugin's.

    Raises:
        PluginError: it has other characters than names have, or means something else.
    """
    if not NAME.fullmatch(name):
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


def parser_of(item: object) -> Parser | DeferredParser:
    """A parser.

    Raises:
        PluginError: it is none.
    """
    name, suffixes = getattr(item, "name", None), getattr(item, "suffixes", None)
    if not isinstance(name, str) or not NAME.fullmatch(name):
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
    if not isinstance(name, str) or not NAME.fullmatch(name):
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
