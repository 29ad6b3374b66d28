"""Tells which form a document follows, and reads it so."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from gxlint.crashes import crash, describe
from gxlint.document import Document
from gxlint.findings import Diagnostic
from gxlint.form.report import Form, Report
from gxlint.hosting.interrupts import pass_on
from gxlint.i18n import _
from gxlint.plugins.errors import PluginError, in_short
from gxlint.plugins.registry import Registry
from gxlint.settings import KIND_DOCUMENT, KIND_NONE


class Recognised(NamedTuple):
    """What a document is."""

    kind: str
    """A form's id, ``document`` or ``none``."""
    report: Report | None = None
    """As its form reads it, if it follows one."""
    crashes: tuple[Diagnostic, ...] = ()
    """Of forms that failed over it."""


class Recogniser:
    """Asks the forms of a registry, one after another."""

    def __init__(self, registry: Registry, kind: str | None, previous: Callable[[Report], Report | None]) -> None:
        """Get ready.

        Args:
            registry: of the forms.
            kind: what documents are, if the user has said so; ``None`` if the forms are to be asked.
            previous: finds last year's report for a report, when a rule asks.
        """
        self._registry = registry
        self._kind = kind
        self._previous = previous

    def recognise(self, document: Document) -> Recognised:
        """What a document is; a form that crashes over it is passed over."""
        if self._kind in (KIND_DOCUMENT, KIND_NONE):
            return Recognised(self._kind)
        path = document.source.path
        crashes: list[Diagnostic] = []
        for form in self._registry.forms.values():
            try:
                with self._registry.hosting_form(form.id, path):
                    report = self._read_as(form, document)
            except BaseException as error:
                pass_on(error)
                message = _("报告格式 {name} 识读文稿出错：{error}", name=form.id, error=describe(error))
                crashes.append(crash(path, message, error))
                continue
            if report is not None:
                report.form, report.find_previous = form.id, self._previous
                return Recognised(form.id, report, tuple(crashes))
        return Recognised(KIND_DOCUMENT if crashes else KIND_NONE, None, tuple(crashes))

    def _read_as(self, form: Form, document: Document) -> Report | None:
        """A document as a report of a form; ``None`` if it is none and the user does not say that it is."""
        is_ours = form.recognises(document, document.source.path) if self._kind is None else form.id == self._kind
        if not is_ours:
            return None
        report: object = form.read(document)
        if not isinstance(report, Report):
            raise PluginError(_("read 应返回 {wanted}，实为 {found}", wanted="Report", found=in_short(report)))
        return report
