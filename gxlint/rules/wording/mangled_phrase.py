"""固定提法写错。

## 说明
政治提法和《条例》规定的原则要一字不差，例如“习近平新时代中国特色社会主义思想”“以公开为常态、不公开为例外”
“依法公开、真实公正、注重实效、有利监督”。词表收录了常见的错误写法；较长的提法，差一两个字也会提示。标点、引号、空格
不同不算错；“习近平法治思想”“以人民为中心的发展理念”等另有所指或者已经通行的说法不提示。

“习近平新时代中国特色社会主义思想”写错为错误，其他为警告。选项 `extra` 可以另附词表：错误写法一栏写“~”，表示凡与右边的
提法差一两个字的写法。

## 示例

```markdown bad in=一
坚持以习近平新时代中国特社会主义思想为指导，遵循“依法公开、真正公正、注重实效、有利监督”的原则，以主动公开为原则，以不公开为例外。
```

```text expect
1:4-1:19 “习近平新时代中国特社会主义思想”应为“习近平新时代中国特色社会主义思想”
1:26-1:45 “依法公开、真正公正、注重实效、有利监督”应为“依法公开、真实公正、注重实效、有利监督”
1:50-1:66 “以主动公开为原则，以不公开为例外”应为“以公开为常态、不公开为例外”：现行《条例》第五条的提法
```

```markdown fixed
坚持以习近平新时代中国特色社会主义思想为指导，遵循“依法公开、真实公正、注重实效、有利监督”的原则，以公开为常态、不公开为例外。
```

```markdown good in=一
坚持以习近平新时代中国特色社会主义思想为指导，学习习近平法治思想和“习近平新时代中国特色社会主义经济思想”，按照“依法公开，
真实公正，注重实效，有利监督”的要求，坚持以公开为常态，不公开为例外，增强“四个意识”、坚定“四个自信”、做到“两个维护”。
```
"""

from __future__ import annotations

from collections.abc import Iterator

from gxlint.document import Document
from gxlint.findings import Finding, Safety, Severity
from gxlint.prose.entries import Entry
from gxlint.prose.formulas import Slip, slips
from gxlint.prose.wordlists import Hit, WordList, WordListOptions
from gxlint.rule import Citation, rule
from gxlint.rules.citations import regulation
from gxlint.rules.wording._listed import finding, listed

#: How many characters of a formulation may be wrong for the words still to be it.
LIMIT = 2

#: A mistake in these is an error.
GRAVEST = ("习近平新时代中国特色社会主义思想", "习近平")


@rule(
    category="wording",
    severity=Severity.WARNING,
    severities=[Severity.ERROR],
    fix=Safety.SAFE,
    options=WordListOptions,
    basis=[Citation("《中国共产党章程》（2022年）", "总纲"), regulation("第五条")],
)
def check(document: Document, options: WordListOptions) -> Iterator[Finding]:
    words = listed("mangled-phrase.txt", options)
    hits = list(words.find(document.prose))
    yield from [_weighed(hit.entry, finding(hit)) for hit in hits]
    text = document.prose.text
    for entry, slip in _slips(text, words):
        span = document.prose.span(slip.start, slip.end)
        if not any(span.overlaps(hit.span) for hit in hits):
            yield _weighed(entry, finding(Hit(entry._replace(safety=Safety.UNSAFE), text[slip.start : slip.end], span)))


def _weighed(entry: Entry, found: Finding) -> Finding:
    return found._replace(severity=Severity.ERROR if entry.right in GRAVEST else Severity.WARNING)


def _slips(text: str, words: WordList) -> list[tuple[Entry, Slip]]:
    """The words that are almost a formulation, each with the one that it is nearest to."""
    near = [
        (entry, slip)
        for entry in words.formulas
        for slip in slips(text, entry.right, LIMIT)
        if entry.applies(text, slip.start, slip.end) and not _is_another(text, slip, words)
    ]
    near.sort(key=lambda pair: (pair[1].distance - (pair[1].end - pair[1].start) / 1000, pair[1].start))
    best: list[tuple[Entry, Slip]] = []
    for entry, slip in near:
        if all(slip.end <= other.start or other.end <= slip.start for _entry, other in best):
            best.append((entry, slip))
    return best


def _is_another(text: str, slip: Slip, words: WordList) -> bool:
    """Whether another formulation of the list stands there as it should."""
    return any(text.startswith(entry.right, slip.start) for entry in words.formulas)
