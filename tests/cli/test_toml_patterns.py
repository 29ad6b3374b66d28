"""Patterns in rules that may take for ever are refused before they run; patterns that people write are not."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from .conftest import Run

#: Each with a text that it can read in several ways.
AMBIGUOUS = {
    "(a+)+": "aa",
    "(a|a)+$": "aa",
    "(市|县|市县)+$": "市县",
    "(热线|电话|热线电话)+。": "热线电话",
    "(a?b?)+x": "ab",
    r"(\d{1,3})+$": "11",
    r"(?:\d+\.?)+元": "",
    "([^，]+，?)+。": "",
    "(?:.+，)+。": "，",
    "(x+x+)+y": "xx",
    "((?:公开)*)*。": "公",
    "(.*)*。": "",
    "(?=(a+)+$)b": "aa",
    "(?:第?[一二三]*条?)*款": "",
    r"([\u4e00-\u9fa5]{2,4}、?)+等": "",
}
SPREAD = [".*.*.*。", "[^。]*[^，]*地址", "公开.*.*.*热线", "(.+)(.+)热线", r"热线\S+\w+[^。]+："]
FINE = [
    "(市|县|区)+",
    "[^。]*地址",
    "(第[一二三四]+条)+",
    "([^，]+，)+",
    r"(\s|　)+。",
    "(、|和|以及|及)+",
    ".*公开.*指南.*地址",
    "公开[^。]*，?[^。]*地址",
    "公开[^。]*[^，]*",
    r"\d+[\d.,]*元",
    r"\d+(\.\d+)?万?元",
    r"(?P<年>\d{4})财年",
    r"(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日)?",
    r"(\d{1,2}:\d{2}[—-]?)+",
    r"(0\d{2,3}[-—]?)?\d{7,8}",
    r"(?:[0-9]{1,3},)*[0-9]{1,3}件",
    r"(?:第?\d+[号条]、?)+",
    "(?:（[一二三四五六七八九十]+）[^。]+。)+",
    "（[一二三四五六七八九十]+）.{2,16}",
    "(?:区|县|市)?人民政府(?:办公室)?",
    r"([\u4e00-\u9fa5]{2,4}、)*[\u4e00-\u9fa5]{2,4}等",
    r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+",
    r"(?:[a-z0-9]+\.)+gov\.cn",
    r"(?:\s*[，,]\s*\d+)+",
    "(?>a+)+b",
    "(a++)+b",
    "予以公开和部分公开(?:的)?共{number}件",
    "^.*热线.*$",
]


REST = 'kind = "pattern"\nsummary = "试"\nmessage = "试"'


def _refused(gxlint: Run, patterns: list[str]) -> Mapping[str, str]:
    """What is said of patterns that are refused."""
    rules = [
        f'[[rule]]\nid = "rule-{number}"\n{REST}\npattern = {json.dumps(pattern)}\n'
        for number, pattern in enumerate(patterns)
    ]
    Path("规则.toml").write_text("".join(rules), encoding="utf-8")
    done = gxlint("test-rules", "规则.toml")
    lines = "".join(rules).split("\n")
    told = re.findall(r"规则\.toml:(\d+) (.*)", done.err)
    refused = {
        json.loads(lines[int(number) - 1].removeprefix("pattern = ")): message
        for number, message in told
        if lines[int(number) - 1].startswith("pattern")
    }
    assert (done.status == 2) == bool(refused)
    return refused


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_what_can_be_read_in_several_ways_is_refused_with_such_a_text(gxlint: Run) -> None:
    refused = _refused(gxlint, list(AMBIGUOUS))
    assert list(refused) == list(AMBIGUOUS)
    for pattern, text in AMBIGUOUS.items():
        assert refused[pattern].startswith(f"“{pattern}”里的重复可以用几种方式读“")
        assert text in refused[pattern].removeprefix(f"“{pattern}”")
        assert "只有一种读法" in refused[pattern]


def test_repetitions_of_everything_side_by_side_are_refused(gxlint: Run) -> None:
    refused = _refused(gxlint, SPREAD)
    assert list(refused) == SPREAD
    assert all("请合并成一个" in message for message in refused.values())


def test_what_people_write_is_not_refused(gxlint: Run) -> None:
    assert not _refused(gxlint, FINE)


def test_they_are_refused_in_english_too(gxlint: Run) -> None:
    Path("规则.toml").write_text(
        '[[rule]]\nid = "x"\nkind = "required"\nsummary = "试"\nany = ["(a+)+", ".*.*.*x"]\n', encoding="utf-8"
    )
    done = gxlint("--lang", "en", "test-rules", "规则.toml")
    assert "can read “aa” in several ways" in done.err
    assert "make one of them" in done.err
