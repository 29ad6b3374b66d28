"""Output formats of plugins: what they write appears as a whole or not at all, and their crash is named as theirs."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TextIO

import click

from gxlint.crashes import describe
from gxlint.hosting.interrupts import pass_on
from gxlint.i18n import _
from gxlint.plugins.registry import Registry
from gxlint.reporters.base import Checked, Format, Reporter, Style, Summary
from gxlint.rule import Rule


class PluginReporter:
    """A plugin's reporter, kept from harming the run."""

    def __init__(
        self, registry: Registry, format_: Format, stream: TextIO, style: Style, rules: Mapping[str, Rule]
    ) -> None:
        """Open it.

        Args:
            registry: that has the format.
            format_: the format.
            stream: gets everything when the run is over.
            style: as for any reporter.
            rules: all, by id.

        Raises:
            click.ClickException: it cannot be opened.
        """
        self._registry = registry
        self._format = format_
        self._stream = stream
        self._written = io.StringIO()
        with self._hosting():
            self._reporter: Reporter = format_.open(self._written, style, rules)

    def add(self, checked: Checked, /) -> None:
        """See :class:`~gxlint.reporters.base.Reporter`; raises as the constructor."""
        with self._hosting():
            self._reporter.add(checked)

    def finish(self, summary: Summary, /) -> None:
        """See :class:`~gxlint.reporters.base.Reporter`; raises as the constructor."""
        with self._hosting():
            self._reporter.finish(summary)
        self._stream.write(self._written.getvalue())

    @contextmanager
    def _hosting(self) -> Iterator[None]:
        try:
            with self._registry.hosting_format(self._format.name):
                yield
        except BaseException as error:
            pass_on(error)
            raise click.ClickException(
                _(
                    "输出格式 {name}（插件 {plugin}）出错，没有输出结果：{error}；请换一种 --format，并请它的作者改正",
                    name=self._format.name,
                    plugin=self._registry.format_owner(self._format.name),
                    error=describe(error),
                )
            ) from error
