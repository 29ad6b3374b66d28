"""For authors of rules, parsers and forms.

* :func:`rule_tests` makes tests of everything that a plugin's rules promise; :func:`check_rule_examples` does the same
  for one rule without pytest. :mod:`gxlint.testing.notation` says how examples are written.
* :class:`CorrectReport` is a report with nothing wrong in it, and takes faults; :data:`SHAPES` write it down.
* :func:`check_parser` and :func:`check_form` check what parsers and forms owe, :func:`check_document` and
  :func:`check_report` a single thing of theirs. :func:`check_shape` checks that :func:`correct_reports`, written in a
  format, are read from it as what they are.
"""

from __future__ import annotations

from gxlint.testing.conformance import (
    Sample,
    check_document,
    check_form,
    check_parser,
    check_report,
    check_shape,
    correct_reports,
)
from gxlint.testing.examples import ExampleError, check_rule_examples
from gxlint.testing.notation import NotationError
from gxlint.testing.reports import CorrectReport
from gxlint.testing.shapes import SHAPES, Shape
from gxlint.testing.suites import rule_tests

__all__ = [
    "SHAPES",
    "CorrectReport",
    "ExampleError",
    "NotationError",
    "Sample",
    "Shape",
    "check_document",
    "check_form",
    "check_parser",
    "check_report",
    "check_rule_examples",
    "check_shape",
    "correct_reports",
    "rule_tests",
]
