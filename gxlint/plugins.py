"""What a plugin may add, and the tools to write one.

A plugin is a module or an object with functions under :data:`hookimpl`, announced by an entry point of the group
``gxlint`` whose name becomes the plugin's namespace::

    # pyproject.toml                       # gxlint_ningxia/__init__.py
    [project.entry-points.gxlint]          from gxlint.plugins import hookimpl, walk_rules
    ningxia = "gxlint_ningxia"             from gxlint_ningxia import rules

                                           @hookimpl
                                           def gxlint_rules():
                                               return walk_rules(rules)

The rule in ``gxlint_ningxia/rules/missing_hotline.py`` is ``ningxia/missing-hotline`` to everyone.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable, Iterator
from types import ModuleType
from typing import NamedTuple

import pluggy

from gxlint.form.report import Form
from gxlint.i18n import _
from gxlint.parsers.base import Parser
from gxlint.reporters import FORMATS
from gxlint.reporters.base import Format
from gxlint.rule import Rule

PROJECT = "gxlint"
hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)


class Failure(NamedTuple):
    """A plugin, or a part of one, that could not be used."""

    plugin: str
    """The plugin's name; for a module of rules the module's."""
    error: BaseException


class DeferredParser(NamedTuple):
    """A parser named by where it stands: its module is imported when the first file needs it."""

    name: str
    suffixes: tuple[str, ...]
    target: str
    """``package.module:Class``; the class is called without arguments."""

    def load(self) -> Parser:
        """The parser itself.

        Raises:
            Exception: whatever importing its module raises.
        """
        module, _colon, name = self.target.partition(":")
        parser: Parser = getattr(importlib.import_module(module), name)()
        return parser


class Hooks:
    """What a plugin may implement. Each is called once at the start and should put off work until it is needed."""

    @hookspec
    def gxlint_rules(self) -> Iterable[Rule | Failure]:
        """Rules; :func:`walk_rules` yields those of a package, and a failure for each module that is broken."""
        raise NotImplementedError  # a specification, never called

    @hookspec
    def gxlint_parsers(self) -> Iterable[Parser | DeferredParser]:
        """Readers of further file formats. Names and suffixes that are taken are refused."""
        raise NotImplementedError  # a specification, never called

    @hookspec
    def gxlint_forms(self) -> Iterable[Form]:
        """Further official forms. They are asked before the built-in one whether they recognise a draft."""
        raise NotImplementedError  # a specification, never called

    @hookspec
    def gxlint_reporters(self) -> Iterable[Format]:
        """Further output formats for ``--format``."""
        raise NotImplementedError  # a specification, never called


class BuiltIn:
    """What gxlint itself brings, by the same hooks as anyone."""

    @hookimpl
    def gxlint_rules(self) -> Iterable[Rule | Failure]:
        """All modules under ``gxlint.rules``."""
        from gxlint import rules

        return walk_rules(rules)

    @hookimpl
    def gxlint_parsers(self) -> Iterable[Parser | DeferredParser]:
        """Markdown, plain text and Word."""
        yield DeferredParser("markdown", (".md", ".markdown"), "gxlint.parsers.markdown:MarkdownParser")
        yield DeferredParser("plain", (".txt", ".text"), "gxlint.parsers.plain:PlainParser")
        yield DeferredParser("docx", (".docx", ".docm"), "gxlint.parsers.docx:DocxParser")

    @hookimpl
    def gxlint_forms(self) -> Iterable[Form]:
        """The annual report on government information disclosure."""
        from gxlint.form.reading import DisclosureForm

        yield DisclosureForm()

    @hookimpl
    def gxlint_reporters(self) -> Iterable[Format]:
        """The formats under ``gxlint.reporters``."""
        return FORMATS


def walk_rules(package: ModuleType) -> Iterator[Rule | Failure]:
    """The rules of a package: the value ``check`` of every module in it, at any depth.

    Modules whose name starts with an underscore, and modules without ``check``, are helpers. A module that cannot be
    imported, or whose ``check`` is no rule, is a failure; the others go on.
    """
    for module in pkgutil.iter_modules(package.__path__, package.__name__ + "."):
        if module.name.rpartition(".")[2].startswith("_"):
            continue
        try:
            loaded = importlib.import_module(module.name)
        except (Exception, SystemExit) as error:
            yield Failure(module.name, error)
            continue
        if module.ispkg:
            yield from walk_rules(loaded)
        elif isinstance(check := getattr(loaded, "check", None), Rule):
            yield check
        elif check is not None:
            yield Failure(module.name, TypeError(_("check 不是规则，它上面缺少 @rule(…)")))
