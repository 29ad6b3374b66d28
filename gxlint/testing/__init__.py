"""For authors of rules, parsers and forms.

* :func:`check_rule_examples` runs the examples of a rule's documentation; :mod:`gxlint.testing.notation` says how
  they are written, :mod:`gxlint.testing.pytest_plugin` makes tests of them.
* :class:`CorrectReport` is a report with nothing wrong in it, and takes faults; :data:`SHAPES` write it down.
* :mod:`gxlint.testing.conformance` checks what a parser owes its readers.
"""

from __future__ import annotations

from gxlint.testing.examples import ExampleError, check_rule_examples
from gxlint.testing.notation import NotationError
from gxlint.testing.reports import CorrectReport
from gxlint.testing.shapes import SHAPES, Shape

__all__ = ["SHAPES", "CorrectReport", "ExampleError", "NotationError", "Shape", "check_rule_examples"]
