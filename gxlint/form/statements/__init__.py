"""The customary statements: reporting period, contact, 信息处理费. In any of their wordings, anywhere in a report."""

from gxlint.form.statements.contact import find_contact
from gxlint.form.statements.fee import fee_amount, find_fee
from gxlint.form.statements.period import find_period

__all__ = ["fee_amount", "find_contact", "find_fee", "find_period"]
