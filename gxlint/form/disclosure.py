"""The annual report on government information disclosure, as a form."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from gxlint.document import Document, Paragraph
from gxlint.form.figures import FormTable
from gxlint.form.layout import Layout
from gxlint.form.report import Contact, Period, Report, Section, Signature, Statement, Title


class DisclosureReport(Report):
    """A 政府信息公开工作年度报告."""

    def __init__(
        self,
        document: Document,
        layout: Layout,
        *,
        title: Title | None,
        year: int | None,
        sections: Sequence[Section],
        preamble: Sequence[Paragraph],
        signature: Signature,
        tables: Mapping[str, FormTable],
        period: Period | None,
        contact: Contact | None,
        fee: Statement | None,
    ) -> None:
        super().__init__(
            document,
            layout,
            title=title,
            year=year,
            sections=sections,
            preamble=preamble,
            signature=signature,
        )
        self._tables = tables
        self.period = period
        """统计期限, in any wording."""
        self.contact = contact
        """联系方式."""
        self.fee = fee
        """信息处理费, collected or not."""

    @property
    def disclosure(self) -> FormTable | None:
        """Table two."""
        return self._tables.get("disclosure")

    @property
    def applications(self) -> FormTable | None:
        """Table three."""
        return self._tables.get("applications")

    @property
    def disputes(self) -> FormTable | None:
        """Table four."""
        return self._tables.get("disputes")

    @property
    def tables(self) -> Sequence[FormTable]:
        """Those of the three that the draft has."""
        return tuple(self._tables.values())

    @property
    def statements(self) -> dict[str, Statement | Period | Contact | None]:
        """period, contact, fee."""
        return {"period": self.period, "contact": self.contact, "fee": self.fee}
