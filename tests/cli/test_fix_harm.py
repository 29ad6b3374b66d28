"""Fixes that do harm are taken back, rules that fight are named, and official text stays as it is."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest

from gxlint.findings import Safety
from gxlint.testing.bodies import BODIES
from gxlint.testing.drafts import Draft
from gxlint.testing.reports import CorrectReport
from gxlint.testing.running import built_in_registry
from gxlint.testing.shapes import PIPE_MARKDOWN, SHAPES, Shape

from .conftest import CORRECT, Run

EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"

HEAD = '''"""规则。"""

from gxlint.document import Document
from gxlint.findings import Edit, Finding, Fix, Safety, Severity
from gxlint.rule import rule
'''


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def replacing(name: str, pattern: str, new: str, severity: str = "WARNING") -> None:
    """Write a local rule that replaces what it finds."""
    Path("规则").mkdir(exist_ok=True)
    Path("规则", f"{name}.py").write_text(
        f"""{HEAD}
@rule(category="wording", severity=Severity.{severity}, fix=Safety.SAFE)
def check(document: Document):
    for found in document.prose.find({pattern!r}):
        yield Finding(found.span, "改", fixes=(Fix.replace(found.span, {new!r}, "改", safety=Safety.SAFE),))
""",
        encoding="utf-8",
    )
    Path("gxlint.toml").write_text('plugins = ["规则"]\nignore = ["consistency"]\n', encoding="utf-8")


def draft(*paragraphs: str) -> str:
    text = PIPE_MARKDOWN.write(CORRECT.with_paragraph("一", *paragraphs)).decode()
    Path("草稿.md").write_text(text, encoding="utf-8")
    return text


def now() -> str:
    return Path("草稿.md").read_text(encoding="utf-8")


class TestHarm:
    def test_one_that_raises_a_new_finding_is_taken_back_and_others_are_made(self, gxlint: Run) -> None:
        replacing("harmful", "共开会", "布署会")
        replacing("harmless", "会议室", "议事厅")
        before = draft("共开会三次，会议室一间，会议室另有三间。")
        done = gxlint("fix", "草稿.md")
        assert done.status == 0
        assert now() == before.replace("会议室", "议事厅")
        (line,) = done.err.splitlines()
        assert re.fullmatch(r"草稿\.md:\d+:1 没有修复 规则/harmful：修改后会出现新的问题：misspelling", line)

    def test_one_that_raises_something_lighter_is_made(self, gxlint: Run) -> None:
        replacing("heavy", "共开会", "布署会", "ERROR")
        before = draft("共开会三次。")
        gxlint("fix", "草稿.md", "--select", "规则/*")
        assert now() == before.replace("共开会", "布署会")

    @pytest.mark.parametrize(
        ("pattern", "new"),
        [
            ("^三、收到和处理.*", "收到的申请"),
            ("^青禾县云溪镇人民政府2024年.*", "总结"),
            (r"根据《中华人民共和国政府信息公开条例》(?s:.*)", "{"),
        ],
    )
    def test_one_that_damages_the_report_is_taken_back(self, gxlint: Run, pattern: str, new: str) -> None:
        replacing("damaging", f"(?m){pattern}", new)
        before = draft()
        done = gxlint("fix", "草稿.md", "--select", "规则/*")
        assert now() == before
        assert "没有修复 规则/damaging：修改后" in done.err

    def test_overlapping_ones_are_made_one_after_the_other(self, gxlint: Run) -> None:
        replacing("first", "甲乙", "丁")
        replacing("second", "乙丙|丁丙", "戊")
        before = draft("全镇甲乙丙。")
        gxlint("fix", "草稿.md")
        assert now() == before.replace("甲乙丙", "戊")

    def test_one_of_many_is_found_out(self, gxlint: Run) -> None:
        replacing("many", "[甲乙丙丁]组", "部署")
        replacing("odd", "戊组", "布署")
        before = draft("甲组、乙组、戊组、丙组、丁组、甲组、乙组、丙组、戊组、丁组。")
        done = gxlint("fix", "草稿.md")
        assert now() == re.sub("[甲乙丙丁]组", "部署", before)
        assert done.err.count("没有修复 规则/odd") == 2


class TestFights:
    def test_rules_that_undo_each_other_are_named_and_both_left_out(self, gxlint: Run) -> None:
        replacing("left", "甲方", "乙方")
        replacing("right", "乙方", "甲方")
        replacing("peaceful", "会议室", "议事厅")
        before = draft("甲方签字，乙方盖章，会议室一间。")
        done = gxlint("fix", "草稿.md")
        assert done.status == 0
        assert now() == before.replace("会议室", "议事厅")
        assert "草稿.md: 这些规则的修复互相抵消，都没有采用：规则/left、规则/right" in done.err

    def test_one_that_would_wake_another_is_not_made(self, gxlint: Run) -> None:
        replacing("left", "甲方", "乙方")
        replacing("right", "乙方", "甲方")
        before = draft("甲方签字。")
        done = gxlint("fix", "草稿.md")
        assert now() == before
        assert "没有修复 规则/left：修改后会出现新的问题：规则/right" in done.err

    def test_one_without_end(self, gxlint: Run) -> None:
        replacing("growing", "甲方", "甲方甲方")
        before = draft("甲方签字。")
        done = gxlint("fix", "草稿.md")
        assert now() == before
        assert "规则/growing" in done.err

    def test_one_that_mends_nothing(self, gxlint: Run) -> None:
        replacing("idle", "甲方", "甲方")
        before = draft("甲方签字。")
        done = gxlint("fix", "草稿.md")
        assert now() == before
        assert "规则/idle" in done.err


#: What tools made for other texts do to official ones: 〔2021〕 30 号, 1。, (…) in Chinese.
OFFICIAL = (
    re.compile(r"〔\d{4}〕\d+号"),
    re.compile(r"(?<![\d.])\d\.(?=[属其危保没补信重要申])"),
    re.compile(r"[（）]"),
    re.compile(r"\d+年\d+月\d+日"),
    re.compile(r"[一二三四五六]、|（[一二三四五六七八]）"),
    re.compile(r"[“”《》〈〉]"),
    re.compile(r"国务院令第711号|国办公开办函|国办函"),
    re.compile(r"https?://[\w./-]+|[\w.]+@[\w.]+|\d{4}-\d{7}"),
)

SAFE_LOOK_ALIKES = (
    "落实《国务院办公厅关于印发〈政府信息公开信息处理费管理办法〉的通知》（国办函〔2020〕109号）、（青政办发〔2024〕7号）。",
    "网址：https://www.qinghe.gov.cn/zwgk/2024-01-09.html，邮箱xxgk@qinghe.gov.cn，电话0736-8834464。",
    "审核率达99.5%，比2023年增长1.2个百分点，耗时3.5小时，比例为1:2，平均每件用时2~3天。",
    "1.主动公开目录2份；2.政策解读12篇（含图解5篇）；（3）专栏1个。",
    "使用“i青禾”App和WPS Office 2019，参加（2024）青01行初5号案庭审。",
    "“三安全一稳定”“四类过程性信息”等概念，在《条例》第十四条、第十六条中规定。",
)


def drafts() -> Sequence[tuple[str, Draft]]:
    correct = [
        (
            f"correct-{number}",
            CorrectReport.random(random.Random(number), BODIES[number % len(BODIES)], 2021 + number % 4),
        )
        for number in range(6)
    ]
    faulty = CORRECT.with_paragraph("一", "截止2024年12月31日,本机关布署工作(全镇)。", *SAFE_LOOK_ALIKES)
    faulty = faulty.with_heading("五", "五、存在主要问题及改进情况").with_cell("disputes", "review", "total", 9)
    return [*correct, ("look-alikes", CORRECT.with_paragraph("一", *SAFE_LOOK_ALIKES)), ("faulty", faulty)]


def official(text: str) -> list[Counter[str]]:
    return [Counter(match.group() for match in pattern.finditer(text)) for pattern in OFFICIAL]


def assert_unharmed(before: str, after: str) -> None:
    for old, new in zip(official(before), official(after), strict=True):
        assert not old - new, f"gone: {old - new}"
    spaced = re.compile(r"[一-龥〕）][ \u3000]+\d|\d[ \u3000]+[一-龥〔（]")
    assert len(spaced.findall(after)) <= len(spaced.findall(before))
    assert len(re.findall(r"\d。(?=\S*\s*\|)", after)) <= len(re.findall(r"\d。(?=\S*\s*\|)", before))


TEXT_SHAPES = [shape for shape in SHAPES if shape.suffix != ".docx"]
#: Of all rules that fix anything, also those that are off.
FIXERS = ",".join(rule.id for rule in built_in_registry().rules.values() if rule.fix in (Safety.SAFE, Safety.UNSAFE))


class TestOfficialText:
    @pytest.mark.parametrize("shape", TEXT_SHAPES, ids=lambda shape: shape.name)
    @pytest.mark.parametrize(("name", "report"), drafts(), ids=lambda value: value if isinstance(value, str) else "")
    def test_no_rule_does_the_damage_that_others_do(self, gxlint: Run, shape: Shape, name: str, report: Draft) -> None:
        path = Path("草稿" + shape.suffix)
        path.write_bytes(shape.write(report))
        before = path.read_text(encoding="utf-8")
        for arguments in ((), ("--select", FIXERS), ("--select", FIXERS, "--unsafe-fixes")):
            assert gxlint("fix", str(path), *arguments).status == 0
            assert_unharmed(before, path.read_text(encoding="utf-8"))
            if name.startswith("correct"):
                assert path.read_text(encoding="utf-8") == before

    @pytest.mark.parametrize("name", ["云溪镇2024年度报告.md", "云溪镇2024年度报告.txt"])
    def test_nor_to_the_examples(self, gxlint: Run, name: str) -> None:
        before = (EXAMPLES / name).read_text(encoding="utf-8")
        Path(name).write_text(before, encoding="utf-8")
        done = gxlint("fix", name, "--select", FIXERS, "--unsafe-fixes")
        assert done.status == 0
        assert "互相抵消" not in done.err
        assert_unharmed(before, Path(name).read_text(encoding="utf-8"))
        assert Path(name).read_text(encoding="utf-8") != before
