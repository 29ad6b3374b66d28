"""Which year a report is about, where its parts disagree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from gxlint.document import Paragraph
from gxlint.form.disclosure import DisclosureReport
from gxlint.form.report import Report
from gxlint.prose.bearings import years
from gxlint.prose.clauses import read_prose

_LONGEST_HEADING = 40


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


def headings_of_overview(report: Report) -> Iterator[Paragraph]:
    """The heading of section one, and those in it, whether the format calls them so or not."""
    overview = report.section("overview")
    if overview is None:
        return
    yield overview.heading
    for paragraph in overview.paragraphs:
        text = paragraph.text
        if len(text) <= _LONGEST_HEADING and (paragraph.level or _is_item(text)):
            yield paragraph


def _is_item(text: str) -> bool:
    """（一）… without a stop behind it."""
    return text[:1] in "（(" and text[-1:] not in "。；，：" and "，" not in text
