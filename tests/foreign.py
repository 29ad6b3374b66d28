"""Finds Chinese that has no business in an English text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from gxlint.form.editions import EDITIONS
from gxlint.rules.structure.missing_overview_aspect import ASPECTS

#: Drafts with typical faults, in all formats.
EXAMPLES = sorted(path for path in (Path(__file__).parents[1] / "docs" / "examples").iterdir() if path.suffix != ".py")
CHINESE = re.compile(r"[\u3400-\u9fff]+")
FULL_WIDTH = re.compile(r"[，。；：！？（）、]")
QUOTED = re.compile(r'“[^”]*”|"[^"]*"|《[^》]*》|〔\d+〕')


def labels() -> Iterator[str]:
    """What the official form prints, which stays as it is in any language."""
    yield from (aspect.name for aspect in ASPECTS)
    for layout in EDITIONS:
        for section in layout.sections:
            yield section.heading
        for table in layout.tables:
            yield from (table.name, table.title, *table.furniture)
            yield from (column.label for column in table.columns)
            yield from (label for row in table.rows for label in (*row.groups, row.label))


LABELS = "\n".join(dict.fromkeys(labels()))


def foreign(text: str, draft: str = "") -> list[str]:
    """The Chinese in an English text that is neither quoted, nor a label of the form, nor from the draft."""
    rest = QUOTED.sub("“”", text)
    for label in sorted(LABELS.splitlines(), key=len, reverse=True):
        rest = rest.replace(label, " ")
    return [words for words in CHINESE.findall(rest) if words not in LABELS and words not in draft]
