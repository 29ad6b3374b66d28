"""Last year's report, where it is certain that it is one."""

from __future__ import annotations

from gxlint.form.disclosure import DisclosureReport
from gxlint.prose.agencies import same_body


def previous_of(report: DisclosureReport) -> DisclosureReport | None:
    """The report of the year before by the same body; ``None`` where either says otherwise."""
    previous = report.previous
    if not isinstance(previous, DisclosureReport):
        return None
    if report.year and previous.year and previous.year != report.year - 1:
        return None
    if report.agency and previous.agency and not same_body(report.agency, previous.agency):
        return None
    return previous
