"""Loads plugins, each guarded from the others, and keeps what they brought by name."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

import pluggy

from gxlint.document import Document
from gxlint.entry_points import installed_plugins
from gxlint.form.report import Condensed, Form, Report
from gxlint.i18n import _
from gxlint.parsers.base import Parser
from gxlint.plugins import PROJECT, BuiltIn, DeferredParser, Failure, Hooks
from gxlint.reporters.base import Format
from gxlint.rule import Rule
from gxlint.settings import KIND_DOCUMENT, KIND_NONE
from gxlint.text import Pattern

if TYPE_CHECKING:
    from gxlint.parsers.writing import Writer

_NAME = Pattern(r"[\w-]+")


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
    raise TypeError(_("check 的第一个参数应标注为 Document、Report（或其子类）或 Sequence[Report]"))


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
        self._failures: list[Failure] = []
        self._manager = pluggy.PluginManager(PROJECT)
        self._manager.add_hookspecs(Hooks)
        self._manager.register(BuiltIn(), PROJECT)
        for entry in installed_plugins() if installed else ():
            with self._guard(entry.name):
                self._register(entry.name, entry.load())
        for name, plugin in self._given:
            with self._guard(name):
                self._register(name, plugin)
        self._collect(self._manager.hook.gxlint_rules, self._add_rule)
        self._collect(self._manager.hook.gxlint_parsers, self._add_parser)
        self._collect(self._manager.hook.gxlint_forms, self._add_form, built_in_last=True)
        self._collect(self._manager.hook.gxlint_reporters, self._add_format)

    def extended(self, plugins: Iterable[tuple[str, object]]) -> Registry:
        """A registry with further plugins; arguments as for the constructor."""
        return Registry((*self._given, *plugins), installed=self._installed)

    @property
    def is_whole(self) -> bool:
        """Whether everything could be loaded."""
        return not self._failures

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
        return tuple(self._failures)

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

    @contextmanager
    def _guard(self, plugin: str) -> Iterator[None]:
        """Keep what goes wrong inside as a failure of *plugin*."""
        try:
            yield
        except (Exception, SystemExit) as error:
            self._failures.append(Failure(plugin, error))

    def _register(self, name: str, plugin: object) -> None:
        if not _NAME.fullmatch(name):
            raise ValueError(_("插件的名称“{name}”只能由字母、数字、下划线和短横线组成", name=name))
        if self._manager.has_plugin(name):
            raise ValueError(_("已有名为“{name}”的插件", name=name))
        try:
            self._manager.register(plugin, name)
            self._manager.check_pending()  # refuses misspelt hooks, which would silently do nothing
            if not self._manager.get_hookcallers(plugin):
                raise ValueError(_("插件没有任何带 @hookimpl 的函数"))
        except Exception:
            self._manager.unregister(name=name)
            raise

    def _collect(
        self, hook: pluggy.HookCaller, add: Callable[[str, Any], None], *, built_in_last: bool = False
    ) -> None:
        """Call each implementation of a hook by itself: pluggy would give up all for one that fails."""
        implementations = hook.get_hookimpls()
        implementations.sort(key=lambda implementation: (implementation.plugin_name == PROJECT) == built_in_last)
        for implementation in implementations:
            with self._guard(implementation.plugin_name):
                items: Iterable[Any] = implementation.function()  # type: ignore[assignment]  # pluggy types no results
                for item in items:
                    with self._guard(implementation.plugin_name):
                        add(implementation.plugin_name, item)

    def _add_rule(self, plugin: str, item: Rule | Failure) -> None:
        if isinstance(item, Failure):
            self._failures.append(item)
            return
        if not isinstance(item, Rule):
            raise TypeError(_("gxlint_rules 给出的不是规则：{item}", item=repr(item)))
        name = item.id if plugin == PROJECT else item.id.removeprefix(f"{plugin}/")
        if not _NAME.fullmatch(name):
            raise ValueError(_("规则编号“{id}”只能由字母、数字、下划线和短横线组成", id=item.id))
        rule = item if plugin == PROJECT else item._replace(id=f"{plugin}/{name}")
        if rule.id in self._rules:
            raise ValueError(_("已有编号为“{id}”的规则", id=rule.id))
        self._subjects[rule.id] = subject_of(rule)
        self._rules[rule.id] = rule

    def _add_parser(self, _plugin: str, parser: Parser | DeferredParser) -> None:
        _refuse_taken(parser.name, self._parsers)
        for suffix in parser.suffixes:
            _refuse_taken(suffix, self._by_suffix)
        self._parsers[parser.name] = parser
        self._by_suffix.update(dict.fromkeys(parser.suffixes, parser.name))

    def _add_form(self, _plugin: str, form: Form) -> None:
        _refuse_taken(form.id, (*self._forms, KIND_DOCUMENT, KIND_NONE))
        self._forms[form.id] = form

    def _add_format(self, _plugin: str, item: Format) -> None:
        _refuse_taken(item.name, self._formats)
        self._formats[item.name] = item


def _refuse_taken(name: str, taken: Iterable[str]) -> None:
    if name in taken:
        raise ValueError(_("名称“{name}”已被占用", name=name))
