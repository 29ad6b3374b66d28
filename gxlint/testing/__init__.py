"""For authors of rules, parsers and forms.

* :func:`rule_tests` makes tests of everything that a plugin's rules promise; :func:`check_rule_examples` does the same
  for one rule without pytest. :mod:`gxlint.testing.notation` says how examples are written.
* :class:`CorrectReport` is a report with nothing wrong in it, and takes faults; :data:`SHAPES` write it down.
* :func:`check_document` checks what a parser owes its readers.
"""

from __future__ import annotations

from gxlint.testing.conformance import check_document
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
    "Shape",
    "check_document",
    "check_rule_examples",
    "rule_tests",
]
