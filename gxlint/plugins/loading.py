"""Loads plugins and calls their hooks, each guarded from the others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from typing import Any

import pluggy

from gxlint.hosting.interrupts import OverdueError, pass_on
from gxlint.i18n import _
from gxlint.plugins.builtin import BuiltIn
from gxlint.plugins.entry_points import EntryPoint, installed_plugins
from gxlint.plugins.errors import PluginError
from gxlint.plugins.interface import LOCAL, PROJECT, Failure, Hooks, check_interface
from gxlint.plugins.vetting import RESERVED, check_plugin_name, items_of


class Loader:
    """Plugins, and what went wrong with them."""

    def __init__(self, hosting: Callable[[str], AbstractContextManager[None]]) -> None:
        """Load the built-in plugin.

        Args:
            hosting: gives a block in which a plugin is at work, by its name.
        """
        self._hosting = hosting
        self.failures: list[Failure] = []
        """What could not be loaded, or used."""
        self._manager = pluggy.PluginManager(PROJECT)
        self._manager.add_hookspecs(Hooks)
        self._manager.register(BuiltIn(), PROJECT)

    def load_installed(self) -> None:
        """Load what entry points announce."""
        for entry in installed_plugins():
            self.attempt(f"{entry.name} {entry.version}".rstrip(), partial(self._load, entry))

    def load(self, plugins: Iterable[tuple[str, object]]) -> None:
        """Load plugins, each with its namespace."""
        for name, plugin in plugins:
            self.attempt(name, partial(self._take, name, plugin))

    def attempt(self, plugin: str, do: Callable[[], object]) -> None:
        """Do something in which *plugin* has a part; what goes wrong is kept as a failure of it."""
        try:
            with nullcontext() if plugin == PROJECT else self._hosting(plugin):
                do()
        except BaseException as error:
            pass_on(error)
            if not (isinstance(error, OverdueError) and self._is_overdue(plugin)):
                self.failures.append(Failure(plugin, error))

    def collect(self, hook: str, add: Callable[[str, Any], None], *, built_in_last: bool = False) -> None:
        """Take what plugins give, each thing by itself.

        Args:
            hook: what they are asked.
            add: takes one thing, with the name of the plugin; it may raise :class:`PluginError`.
            built_in_last: whether the built-in plugin is asked last, not first.
        """
        for plugin, given in self.answers(hook, built_in_last=built_in_last):
            self.attempt(plugin, partial(self._add_all, plugin, hook, given, add))

    def answers(self, hook: str, *, built_in_last: bool = False) -> Iterator[tuple[str, object]]:
        """Call each implementation of a hook by itself: pluggy would give up all for one that fails.

        Returns:
            The name of each plugin with what it gave.
        """
        caller: pluggy.HookCaller = getattr(self._manager.hook, hook)
        implementations = caller.get_hookimpls()
        implementations.sort(key=lambda implementation: (implementation.plugin_name == PROJECT) == built_in_last)
        for implementation in implementations:
            given: list[object] = []
            self.attempt(implementation.plugin_name, partial(_call, implementation, given))
            yield from ((implementation.plugin_name, item) for item in given)

    def _is_overdue(self, plugin: str) -> bool:
        """Whether it is known of a plugin that it comes to no end; its next hooks need not say so again."""
        return any(name == plugin and isinstance(error, OverdueError) for name, error in self.failures)

    def _load(self, entry: EntryPoint) -> None:
        check_plugin_name(entry.name)
        self._register(entry.name, entry.load())

    def _take(self, name: str, plugin: object) -> None:
        check_plugin_name(name, reserved=RESERVED - {LOCAL})
        self._register(name, plugin)

    def _register(self, name: str, plugin: object) -> None:
        if self._manager.has_plugin(name):
            raise PluginError(_("已有名为“{name}”的插件，请给其中一个改名", name=name))
        check_interface(plugin)
        plugin = plugin() if isinstance(plugin, type) else plugin
        try:
            self._manager.register(plugin, name)
            self._manager.check_pending()  # refuses misspelt hooks, which would silently do nothing
            if not self._manager.get_hookcallers(plugin):
                raise PluginError(_("插件没有任何带 @hookimpl 的函数"))
        except Exception:
            self._manager.unregister(name=name)
            raise

    def _add_all(self, plugin: str, hook: str, given: object, add: Callable[[str, Any], None]) -> None:
        for item in items_of(hook, given):
            self.attempt(plugin, partial(add, plugin, item))


def _call(implementation: pluggy.HookImpl, given: list[object]) -> None:
    given.append(implementation.function())
