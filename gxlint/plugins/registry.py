"""What plugins brought, by name."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING

from gxlint.form.report import Form
from gxlint.hosting.hosting import Hosting
from gxlint.i18n import Translations, _, translating
from gxlint.parsers.base import Parser
from gxlint.plugins.errors import PluginError
from gxlint.plugins.interface import PROJECT, DeferredParser, Failure
from gxlint.plugins.loading import Loader
from gxlint.plugins.vetting import (
    form_of,
    format_of,
    parser_of,
    refuse_taken,
    translations_of,
    words_of,
)
from gxlint.plugins.vetting_rules import Subject, check_form, rule_of, subject_of
from gxlint.prose.wordlists import WordListOptions
from gxlint.reporters.base import Format
from gxlint.rule import Rule
from gxlint.settings import KIND_DOCUMENT, KIND_NONE

if TYPE_CHECKING:
    from pathlib import Path

    from gxlint.parsers.writing import Writer


_FORM, _PARSER, _FORMAT = "form", "parser", "format"


def suffix_of(path: str) -> str:
    """The ending of a file name in lower case, with the dot; empty if there is none."""
    return os.path.splitext(path)[1].lower()


class Registry:
    """Everything that plugins brought."""

    def __init__(self, plugins: Iterable[tuple[str, object]] = (), *, installed: bool = True) -> None:
        """Load the built-in plugin, the installed ones and those given.

        Args:
            plugins: further plugins, each with its namespace; the caller vouches for them.
            installed: whether plugins announced by entry points are loaded.
        """
        self._given = tuple(plugins)
        self._installed = installed
        self._rules: dict[str, Rule] = {}
        self._subjects: dict[str, Subject] = {}
        self._parsers: dict[str, Parser | DeferredParser] = {}
        self._by_suffix: dict[str, str] = {}
        self._forms: dict[str, Form] = {}
        self._formats: dict[str, Format] = {}
        self._owners: dict[tuple[str, str], str] = {}
        """The plugin that brought something, by the kind of thing and its name, unless it is the built-in one."""
        self._words: dict[str, tuple[Path, ...]] = {}
        self._translations: dict[str, Translations] = {}
        self._loader = Loader(lambda plugin: self._hosting(plugin, _("插件 {name}", name=plugin), ""))
        if installed:
            self._loader.load_installed()
        self._loader.load(self._given)
        for plugin, folder in self._loader.answers("gxlint_translations"):
            self._loader.attempt(plugin, partial(self._add_translations, plugin, folder))
        self._loader.collect("gxlint_rules", self._add_rule)
        self._loader.collect("gxlint_parsers", self._add_parser)
        self._loader.collect("gxlint_forms", self._add_form, built_in_last=True)
        self._loader.collect("gxlint_reporters", self._add_format)
        self._loader.collect("gxlint_word_lists", self._add_words)
        self._drop_homeless()

    def extended(self, plugins: Iterable[tuple[str, object]]) -> Registry:
        """A registry with further plugins; arguments as for the constructor."""
        return Registry((*self._given, *plugins), installed=self._installed)

    @property
    def is_whole(self) -> bool:
        """Whether everything could be loaded."""
        return not self._loader.failures

    @property
    def rules(self) -> Mapping[str, Rule]:
        """By id, in the order of loading."""
        return MappingProxyType(self._rules)

    @property
    def forms(self) -> Mapping[str, Form]:
        """By id, in the order in which they are asked: those of plugins first, for they know better what is theirs."""
        return MappingProxyType(self._forms)

    @property
    def formats(self) -> Mapping[str, Format]:
        """Output formats by name."""
        return MappingProxyType(self._formats)

    @property
    def failures(self) -> tuple[Failure, ...]:
        """What could not be loaded."""
        return tuple(self._loader.failures)

    @property
    def suffixes(self) -> tuple[str, ...]:
        """File name endings that can be read, in lower case."""
        return tuple(self._by_suffix)

    @property
    def kinds(self) -> tuple[str, ...]:
        """What a draft can be said to be: a form's id, ``document`` or ``none``."""
        return (*self._forms, KIND_DOCUMENT, KIND_NONE)

    def subject(self, rule: Rule) -> Subject:
        """What a rule of this registry reads."""
        return self._subjects[rule.id]

    def options(self, rule: Rule, chosen: object | None) -> object | None:
        """The options that a rule of this registry runs with: those chosen, if any, and the words that plugins add."""
        words = self._words.get(rule.id, ())
        if not words:
            return chosen
        options = WordListOptions() if chosen is None else chosen
        return WordListOptions((*words, *options.extra)) if isinstance(options, WordListOptions) else options

    def parser(self, name: str) -> Parser:
        """The parser with that name.

        Raises:
            KeyError: there is none.
            Exception: whatever importing its module raises.
        """
        parser = self._parsers[name]
        if isinstance(parser, DeferredParser):
            parser = self._parsers[name] = parser.load()
        return parser

    def parser_name(self, path: str) -> str | None:
        """The name of the parser for a file name; ``None`` if nothing reads its kind."""
        return self._by_suffix.get(suffix_of(path))

    def writer(self, name: str) -> Writer | None:
        """What puts edits into files that the parser with that name reads; ``None`` if nothing does yet.

        Raises:
            KeyError: there is no such parser.
        """
        from gxlint.parsers.writing import TextWriter, Writer

        parser = self.parser(name)
        if isinstance(parser, Writer):
            return parser
        return TextWriter() if hasattr(parser, "parse_text") else None

    def hosting_rule(self, rule: Rule, path: str) -> AbstractContextManager[None]:
        """A block in which a rule is at work, over the draft at *path*."""
        if not rule.namespace:
            return nullcontext()
        return self._hosting(rule.namespace, _("规则 {name}", name=rule.id), path)

    def hosting_form(self, id: str, path: str) -> AbstractContextManager[None]:
        """A block in which a form is at work, over the draft at *path*."""
        owner = self._owners.get((_FORM, id), "")
        return self._hosting(owner, _("报告格式 {name}（插件 {plugin}）", name=id, plugin=owner), path)

    def parser_owner(self, name: str) -> str:
        """The plugin that brought a parser; empty of a built-in one."""
        return self._owners.get((_PARSER, name), "")

    def hosting_parser(self, name: str, path: str) -> AbstractContextManager[None]:
        """A block in which a parser is at work, over the file at *path*."""
        owner = self.parser_owner(name)
        return self._hosting(owner, _("解析器 {name}（插件 {plugin}）", name=name, plugin=owner), path)

    def format_owner(self, name: str) -> str:
        """The plugin that brought an output format; empty of a built-in one."""
        return self._owners.get((_FORMAT, name), "")

    def hosting_format(self, name: str) -> AbstractContextManager[None]:
        """A block in which an output format is at work."""
        owner = self.format_owner(name)
        return self._hosting(owner, _("输出格式 {name}（插件 {plugin}）", name=name, plugin=owner), "")

    @contextmanager
    def _hosting(self, plugin: str, name: str, path: str) -> Iterator[None]:
        """A block in which a plugin is at work; an empty name is that of the built-in one, which needs none."""
        if not plugin:
            yield
            return
        with Hosting(name, path, self._source(plugin)), translating(self._translations.get(plugin)):
            yield

    def _source(self, plugin: str) -> str:
        """Where a plugin stands that was given; empty of others."""
        module = dict(self._given).get(plugin)
        folders = getattr(module, "__path__", None)
        return str(folders[0] if folders else getattr(module, "__file__", None) or "")

    def _add_rule(self, plugin: str, item: object) -> None:
        if isinstance(item, Failure):
            self._loader.failures.append(item)
            return
        rule = rule_of(plugin, item)
        if rule.id in self._rules:
            raise PluginError(_("已有编号为“{id}”的规则", id=rule.id))
        self._subjects[rule.id] = subject_of(rule)
        self._rules[rule.id] = rule._replace(translations=self._translations.get(plugin))

    def _drop_homeless(self) -> None:
        """Leave out rules for forms that nobody has brought: they would never run, and nobody would know."""
        for rule in [rule for rule in self._rules.values() if rule.written and rule.written.form]:
            self._loader.attempt(rule.namespace, partial(self._check_home, rule))

    def _check_home(self, rule: Rule) -> None:
        try:
            check_form(rule, self._forms)
        except PluginError:
            del self._rules[rule.id]
            raise

    def _add_translations(self, plugin: str, folder: object) -> None:
        self._translations[plugin] = translations_of(folder)

    def _add_parser(self, plugin: str, item: object) -> None:
        parser = parser_of(item)
        refuse_taken(parser.name, self._parsers)
        for suffix in parser.suffixes:
            refuse_taken(suffix, self._by_suffix)
        self._parsers[parser.name] = parser
        self._own(_PARSER, parser.name, plugin)
        self._by_suffix.update(dict.fromkeys(parser.suffixes, parser.name))

    def _add_form(self, plugin: str, item: object) -> None:
        form = form_of(item)
        refuse_taken(form.id, (*self._forms, KIND_DOCUMENT, KIND_NONE))
        self._forms[form.id] = form
        self._own(_FORM, form.id, plugin)

    def _add_format(self, plugin: str, item: object) -> None:
        format_ = format_of(item)
        refuse_taken(format_.name, self._formats)
        self._formats[format_.name] = format_
        self._own(_FORMAT, format_.name, plugin)

    def _own(self, kind: str, name: str, plugin: str) -> None:
        if plugin != PROJECT:
            self._owners[kind, name] = plugin

    def _add_words(self, _plugin: str, item: object) -> None:
        from pathlib import Path  # costs half as much as a bare interpreter start

        words = words_of(item, self._rules)
        self._words[words.rule] = (*self._words.get(words.rule, ()), Path(words.path))
