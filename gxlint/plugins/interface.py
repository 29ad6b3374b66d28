"""What a plugin is written against: the hooks, and what they hand over."""

from __future__ import annotations

import importlib
import os
from collections.abc import Iterable
from typing import NamedTuple

import pluggy

from gxlint.form.report import Form
from gxlint.i18n import _
from gxlint.parsers.base import Parser
from gxlint.plugins.errors import PluginError
from gxlint.reporters.base import Format
from gxlint.rule import Rule

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

        :func:`~gxlint.plugins.walk_rules` yields those of a package, and a failure for each module that is broken. The
        id of each gets the plugin's namespace in front: ``missing-hotline`` becomes ``ningxia/missing-hotline``. A
        category may be one of the built-in ones or the plugin's own.
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
