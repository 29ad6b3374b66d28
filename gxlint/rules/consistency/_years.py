"""Which year a report is about, where its parts disagree."""

from __future__ import annotations

from collections import Counter

from gxlint.form.disclosure import DisclosureReport
from gxlint.form.report import Report
from gxlint.prose.bearings import years
from gxlint.prose.clauses import read_prose


def reported_year(report: Report) -> int | None:
    """The year reported on, not by the title where the period and the text of section one agree on another.

    A date of signing in the year behind the title's supports the title: then the text was left from last year.
    """
    title = report.title
    if not isinstance(report, DisclosureReport) or title is None or title.year is None or report.period is None:
        return report.year
    titled = int(title.year.text)
    first, signed = report.period.first, report.signature.date
    if first is None or first.year in (None, titled) or first.year != usual_year(report):
        return report.year
    return report.year if signed and signed.year == titled + 1 else first.year


def usual_year(report: Report) -> int | None:
    """The year that section one names most often, outside titles and numbers of documents."""
    overview = report.section("overview")
    if overview is None:
        return None
    named = Counter(year for sentence in read_prose(overview.prose).sentences for year in years(sentence.text))
    return max(named, key=lambda year: named[year], default=None)
