"""Writes ``snippets/`` from the form itself, so that what is inserted is what is checked.

``python scripts/snippets.py`` in an environment with gxlint; with ``--check`` it only says whether they are in step.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from gxlint.form.editions import EDITION_2021, FEE_SENTENCE
from gxlint.form.layout import SectionForm
from gxlint.form.skeleton import contact_sentence, period_sentence, section_content

_FOLDER = Path(__file__).resolve().parent.parent / "snippets"
#: Stand for what the writer fills in; no such year or agency is in the form.
_YEAR, _AGENCY = 7777, "机关全称"
_TABLES = {
    "disclosure": "主动公开情况表",
    "applications": "政府信息公开申请情况表",
    "disputes": "行政复议、行政诉讼情况表",
}


class _Snippet(NamedTuple):
    name: str
    prefix: str
    body: str
    description: str


def _statements() -> Iterator[_Snippet]:
    period = period_sentence(_YEAR).replace(str(_YEAR), "${1:2024}")
    yield _Snippet("统计期限", "gx-qixian", period, "数据的统计期限")
    contact = contact_sentence(_AGENCY).replace(_AGENCY, "${1:机关全称}")
    blanks = (f"{label}：${{{number}}}" for number, label in enumerate(("地址", "邮编", "电话"), 2))
    contact = re.sub("地址：|邮编：|电话：", lambda _found: next(blanks), contact)
    yield _Snippet("联系方式", "gx-lianxi", contact, "报告由谁解答、怎样联系")
    yield _Snippet("信息处理费：未收取", "gx-feiyong", FEE_SENTENCE, "全年没有收取信息处理费")
    charged = "本年度共收取信息处理费${1:0}元。"
    yield _Snippet("信息处理费：已收取", "gx-feiyong-yishou", charged, "全年收取信息处理费的总额")


def _headings(mark: str) -> Iterator[_Snippet]:
    for number, section in enumerate(EDITION_2021.sections, 1):
        yield _Snippet(section.heading, f"gx-{number}", mark + section.heading, f"报告的第{number}部分")
    every = "\n\n".join(f"{mark}{section.heading}\n\n$" + str(n) for n, section in enumerate(EDITION_2021.sections, 1))
    yield _Snippet("六个部分的标题", "gx-biaoti", every, "报告六个部分的标题")


def _tables() -> Iterator[_Snippet]:
    for number, section in enumerate(filter(lambda section: section.tables, EDITION_2021.sections), 1):
        (key,) = section.tables
        yield _Snippet(_TABLES[key], f"gx-biao{number}", _table(section), "统计表，各格填 0")


def _table(section: SectionForm) -> str:
    numbers = iter(range(1, 1000))
    text = "\n".join(section_content(EDITION_2021, section))
    return re.sub(r"(?<=\| )0(?= \|)", lambda _found: f"${{{next(numbers)}:0}}", text)


def _written(snippets: Iterator[_Snippet]) -> str:
    entries = {
        snippet.name: {
            "prefix": [snippet.prefix, snippet.name],
            "body": snippet.body.split("\n"),
            "description": snippet.description,
        }
        for snippet in snippets
    }
    return json.dumps(entries, ensure_ascii=False, indent=2) + "\n"


def _files() -> Iterator[tuple[Path, str]]:
    yield _FOLDER / "markdown.json", _written(iter([*_statements(), *_headings("## "), *_tables()]))
    yield _FOLDER / "plaintext.json", _written(iter([*_statements(), *_headings("")]))


def main() -> None:
    """Write them, or say which are out of step."""
    stale = [(path, text) for path, text in _files() if not path.exists() or path.read_text(encoding="utf-8") != text]
    if "--check" in sys.argv[1:]:
        sys.exit(", ".join(f"{path.name} is out of step with the form" for path, _text in stale) or 0)
    for path, text in stale:
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
