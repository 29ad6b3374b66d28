"""What a plugin may add, and the tools to write one.

A plugin is a module, or an object, with functions under :data:`hookimpl`; :class:`Hooks` says which there are. It is
announced by an entry point of the group ``gxlint``, whose name becomes the plugin's namespace::

    # pyproject.toml                       # gxlint_ningxia/__init__.py
    [project.entry-points.gxlint]          from gxlint.plugins import hookimpl, walk_rules
    ningxia = "gxlint_ningxia"             from gxlint_ningxia import rules

                                           gxlint_interface = 1

                                           @hookimpl
                                           def gxlint_rules():
                                               return walk_rules(rules)

The rule in ``gxlint_ningxia/rules/missing_hotline.py`` is ``ningxia/missing-hotline`` to everyone.

The interface, which is this module and what its signatures name, has a version, :data:`INTERFACE`. A plugin may say for
which one it was written, as ``gxlint_interface``; where gxlint no longer, or not yet, knows that one, the plugin is
refused with a word on what to upgrade. A plugin that says nothing is taken to be written for the one at hand. What a
newer version adds (a hook, an argument of a hook, a field with a default) does not make older plugins wrong: a function
under ``@hookimpl`` may leave out arguments that it has no use for.
"""

from __future__ import annotations

import importlib
import os
import pkgutil
from collections.abc import Iterable, Iterator
from types import ModuleType
from typing import TYPE_CHECKING, NamedTuple

import pluggy

from gxlint.form.report import Form
from gxlint.guests import pass_on
from gxlint.i18n import _
from gxlint.parsers.base import Parser
from gxlint.reporters import FORMATS
from gxlint.reporters.base import Format
from gxlint.rule import Rule

if TYPE_CHECKING:
    from gxlint.toml_rules import RuleFile

PROJECT = "gxlint"
#: The namespace of rules that stand in single files.
LOCAL = "local"
#: The version of what plugins are written against; it grows when a plugin that was right may be wrong afterwards.
INTERFACE = 1
#: The oldest one for which plugins may still be written.
OLDEST_INTERFACE = 1
#: The name under which a plugin says for which version of the interface it was written, as a whole number.
INTERFACE_NAME = "gxlint_interface"
hookspec = pluggy.HookspecMarker(PROJECT)
#: Marks a function of a plugin as its part of a hook: ``@hookimpl`` above one that is named as in :class:`Hooks`.
hookimpl = pluggy.HookimplMarker(PROJECT)


class PluginError(Exception):
    """What is wrong with a plugin, and what to do about it, in one line for whoever has installed it."""


def in_short(value: object) -> str:
    """A value that a plugin gave, in one short line, whatever its own ``repr`` does."""
    try:
        return f"{value!r:.100}"
    except Exception:
        return type(value).__name__


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


class WordFile(NamedTuple):
    """Words that a plugin adds to the list that a rule works from."""

    rule: str
    """The id of the rule: a built-in one such as ``misspelling``, or one of a plugin whose options are
    :class:`~gxlint.prose.wordlists.WordListOptions`."""
    path: str | os.PathLike[str]
    """A text file in UTF-8, in the format that ``gxlint explain misspelling`` describes: ``wrong right`` a line."""


class Hooks:
    """What a plugin may implement; each by itself is enough. Each is called once, when the plugin is loaded, and
    should put off work until it is needed. What it gives is checked; what is wrong is named and left out, the rest is
    used.
    """

    @hookspec
    def gxlint_rules(self) -> Iterable[Rule | Failure]:
        """Rules.

        :func:`walk_rules` yields those of a package, and a failure for each module that is broken. The id of each gets
        the plugin's namespace in front: ``missing-hotline`` becomes ``ningxia/missing-hotline``. A category may be one
        of the built-in ones or the plugin's own.
        """
        raise NotImplementedError  # a specification, never called

    @hookspec
    def gxlint_parsers(self) -> Iterable[Parser | DeferredParser]:
        """Readers of further file formats.

        Names and suffixes (in lower case, with the dot) that are taken are refused. A :class:`DeferredParser` spares
        every other run the import of its module.
        """
        raise NotImplementedError  # a specification, never called

    @hookspec
    def gxlint_forms(self) -> Iterable[Form]:
        """Further official forms. They are asked before the built-in one whether they recognise a draft."""
        raise NotImplementedError  # a specification, never called

    @hookspec
    def gxlint_reporters(self) -> Iterable[Format]:
        """Further output formats for ``--format``. Names that are taken are refused."""
        raise NotImplementedError  # a specification, never called

    @hookspec
    def gxlint_word_lists(self) -> Iterable[WordFile]:
        """Words for the lists that rules work from.

        They are read behind the built-in list and before the user's own (the option ``extra``): of two entries for the
        same wrong form the later one counts, and the right form ``-`` says that the words are no mistake.
        """
        raise NotImplementedError  # a specification, never called

    @hookspec
    def gxlint_translations(self) -> str | os.PathLike[str]:
        """The folder of the plugin's message catalogues: ``<language>/LC_MESSAGES/*.mo``, as gettext has them.

        They translate what the plugin's own code passes through :func:`gxlint.i18n._`, the first lines of its rules'
        documentation and the documentation of their options, and nobody else's. ``python -m gxlint.locale PACKAGE``
        makes the catalogues of a package and keeps them in step with its code.
        """
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
        except BaseException as error:
            pass_on(error)
            yield Failure(module.name, error)
            continue
        if module.ispkg:
            yield from walk_rules(loaded)
        elif isinstance(check := getattr(loaded, "check", None), Rule):
            yield check
        elif check is not None:
            yield Failure(module.name, PluginError(_("check 不是规则，它上面缺少 @rule(…)")))


def check_interface(plugin: object) -> None:
    """Refuse a plugin that was written for another version of the interface.

    Args:
        plugin: a module or an object; it may say nothing of it.

    Raises:
        PluginError: it was, or what it says is no version.
    """
    from gxlint import __version__

    written_for = getattr(plugin, INTERFACE_NAME, INTERFACE)
    if not isinstance(written_for, int) or isinstance(written_for, bool):
        raise PluginError(
            _("gxlint_interface 应是一个整数，例如 {latest}，实为 {found}", latest=INTERFACE, found=repr(written_for))
        )
    if written_for > INTERFACE:
        raise PluginError(
            _(
                "它按插件接口第 {written_for} 版编写，gxlint {version} 只有第 {latest} 版；请升级 gxlint"
                "（pip install --upgrade gxlint），或改用这个插件较早的版本",
                written_for=written_for,
                version=__version__,
                latest=INTERFACE,
            )
        )
    if written_for < OLDEST_INTERFACE:
        raise PluginError(
            _(
                "它按插件接口第 {written_for} 版编写，gxlint {version} 要求第 {oldest} 版以上；请升级这个插件，"
                "没有新版时请联系它的作者",
                written_for=written_for,
                version=__version__,
                oldest=OLDEST_INTERFACE,
            )
        )


def toml_rules(path: str | os.PathLike[str]) -> Iterator[Rule | Failure]:
    """The rules in a TOML file, for a plugin's ``gxlint_rules``; each mistake in it is a failure, the others go on.

    Args:
        path: of the file, such as ``Path(__file__).with_name("rules.toml")``.
    """
    from gxlint.toml_rules import read_rules  # imports a reader of TOML

    return rules_of(read_rules(path))


def rules_of(file: RuleFile) -> Iterator[Rule | Failure]:
    """What a file of rules comes to, mistakes as failures that name its line."""
    yield from file.rules
    for mistake in file.mistakes:
        yield Failure(str(mistake.origin), PluginError(mistake.message))
