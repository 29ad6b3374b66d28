"""Rules and plugins that have not come to an end: they stay out until somebody has changed their files."""

from __future__ import annotations

from typing import NamedTuple

from gxlint.batch.stamps import files_below
from gxlint.rule import Rule


class Engaged(NamedTuple):
    """What a thread is busy with."""

    name: str
    """The id of a rule, or a plugin in words."""
    state: tuple[str, ...]
    """Of its files when it began, so that what is saved meanwhile is another."""
    is_rule: bool


class Dropped:
    """Those that stay out."""

    def __init__(self) -> None:
        self._states: dict[str, tuple[str, ...]] = {}

    def add(self, engaged: Engaged) -> None:
        """Keep one out from now on."""
        self._states[engaged.name] = engaged.state

    def has(self, engaged: Engaged) -> bool:
        """Whether one is to stay out, as it is now."""
        return self._states.get(engaged.name) == engaged.state


def engaged_rule(rule: Rule) -> Engaged:
    """A rule that is about to run."""
    return Engaged(rule.id, _state(_source(rule)) if rule.namespace else (), is_rule=True)


def engaged_plugin(name: str, source: str) -> Engaged:
    """A plugin that is about to set to work; arguments as for :meth:`gxlint.hosting.overseers.Overseer.comes`."""
    return Engaged(name, _state(source), is_rule=False)


def _source(rule: Rule) -> str:
    return rule.written.path if rule.written else str(rule.check.__globals__.get("__file__") or "")


def _state(source: str) -> tuple[str, ...]:
    return tuple(files_below(source)) if source else ()
