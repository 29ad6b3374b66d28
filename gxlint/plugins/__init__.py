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

The interface, which is this package and what its signatures name, has a version, :data:`INTERFACE`. A plugin may say
for which one it was written, as ``gxlint_interface``; where gxlint no longer, or not yet, knows that one, the plugin is
refused with a word on what to upgrade. A plugin that says nothing is taken to be written for the one at hand. What a
newer version adds (a hook, an argument of a hook, a field with a default) does not make older plugins wrong: a function
under ``@hookimpl`` may leave out arguments that it has no use for.
"""

from __future__ import annotations

from gxlint.plugins.interface import (
    INTERFACE,
    OLDEST_INTERFACE,
    DeferredParser,
    Failure,
    Hooks,
    WordFile,
    hookimpl,
)
from gxlint.plugins.rules import toml_rules, walk_rules

__all__ = [
    "INTERFACE",
    "OLDEST_INTERFACE",
    "DeferredParser",
    "Failure",
    "Hooks",
    "WordFile",
    "hookimpl",
    "toml_rules",
    "walk_rules",
]
