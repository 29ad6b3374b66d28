"""Totals and the parts that follow them."""

import pytest

from gxlint.prose.breakdowns import Breakdown, find_breakdowns
from gxlint.prose.clauses import Prose
from gxlint.text import PlainText, Span


def breakdowns(text: str) -> list[Breakdown]:
    return list(find_breakdowns(Prose(PlainText.verbatim(text, Span(0, len(text))))))


@pytest.mark.parametrize(
    ("text", "total", "parts", "complete", "unfinished"),
    [
        ("共81条，其中网站50条、公示栏31条。", 81, [50, 31], False, False),
        ("共81条，其中网站50条、公示栏31条等。", 81, [50, 31], False, True),
        ("共81条：网站50条、公示栏31条。", 81, [50, 31], True, False),
        ("共81条（网站50条、公示栏31条）。", 81, [50, 31], True, False),
        ("共81条，其中网站50条、其他31条。", 81, [50, 31], True, False),
        ("共81条，其中网站50条、公示栏20余条、其他3条。", 81, None, False, False),
        ("共81条，其中网站50条，公示栏31条，办结3条。", 81, [50, 31], False, True),
        ("共81条，其中网站50条、检查通报类20条、其他3条，办结3条。", 81, [50, 20, 3], True, False),
        ("共81条，其中网站50条，公示栏31条，其中村级20条。", 81, [50, 31], False, True),
        ("共12宗，其中自然人9件、单位3起。", 12, [9, 3], False, False),
        ("约81条，其中网站50条、公示栏31条。", 81, None, False, False),
    ],
)
def test_breakdowns(text: str, total: int, parts: list[int] | None, complete: bool, unfinished: bool) -> None:
    found = breakdowns(text)
    if parts is None:
        assert not found
        return
    (breakdown,) = found
    assert (breakdown.total.value, [part.value for part in breakdown.parts]) == (total, parts)
    assert (breakdown.complete, breakdown.open) == (complete, unfinished)


def test_many_counts_in_a_sentence_are_no_breakdown() -> None:
    assert not breakdowns("共9000条，其中" + "网站3条、" * 3000)
