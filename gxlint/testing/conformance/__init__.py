"""What parsers and forms owe: checks for their authors. What is wrong, and where, is the text of an AssertionError.

~~~python
def test_my_parser() -> None:
    check_parser(MyParser(), [Sample("草稿.my", data, words=("一、总体情况", "81"))])


def test_my_form() -> None:
    check_form(MyForm(), [markdown_text_of_a_report])
~~~
"""

from __future__ import annotations

from gxlint.testing.conformance.documents import check_document
from gxlint.testing.conformance.forms import check_form
from gxlint.testing.conformance.parsers import Sample, check_parser
from gxlint.testing.conformance.reports import check_report
from gxlint.testing.conformance.shapes import check_shape, correct_reports

__all__ = ["Sample", "check_document", "check_form", "check_parser", "check_report", "check_shape", "correct_reports"]
