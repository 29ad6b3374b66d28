"""Titles, sections and signatures in the many ways in which they are written."""

from __future__ import annotations

import pytest

from gxlint.form.disclosure import DisclosureReport
from gxlint.form.reading import DisclosureForm
from gxlint.parsers.plain import PlainParser

SECTIONS = (
    "一、总体情况",
    "二、主动公开政府信息情况",
    "三、收到和处理政府信息公开申请情况",
    "四、政府信息公开行政复议、行政诉讼情况",
    "五、存在的主要问题及改进情况",
    "六、其他需要报告的事项",
)
KEYS = ["overview", "disclosure", "applications", "disputes", "problems", "other_matters"]
BODY = "云溪镇认真贯彻落实各项要求，扎实推进工作，取得了较好成效。"


def read(text: str, path: str = "草稿.txt") -> DisclosureReport:
    return DisclosureForm().read(PlainParser().parse(text.encode(), path))


def recognised(text: str, path: str = "草稿.txt") -> bool:
    return DisclosureForm().recognises(PlainParser().parse(text.encode(), path), path)


def draft(title: str, headings: tuple[str, ...] = SECTIONS, end: str = "") -> str:
    return "\n\n".join([title, *[part for heading in headings for part in (heading, BODY)], end])


@pytest.mark.parametrize(
    ("title", "agency", "year"),
    [
        ("青禾县云溪镇人民政府2023年政府信息公开工作年度报告", "青禾县云溪镇人民政府", 2023),
        ("青禾县云溪镇人民政府 2023 年政府信息公开工作年度报告", "青禾县云溪镇人民政府", 2023),
        ("2023年青禾县云溪镇政府信息公开工作年度报告", "青禾县云溪镇", 2023),
        ("2023年度云溪镇政府信息公开年度报告", "云溪镇", 2023),
        ("青禾县教育局政府信息公开工作年度报告（2023年）", "青禾县教育局", 2023),
        ("青禾县教育局2023年度政府信息公开工作年度报告", "青禾县教育局", 2023),
        ("青禾县教育局关于2023年政府信息公开工作的报告", "青禾县教育局", 2023),
        ("青禾县教育局2023年政府信息公开工作总结", "青禾县教育局", 2023),
        ("青禾县云溪镇人民政府信息公开工作\n2023年度报告", "青禾县云溪镇人民政府", 2023),
        ("青禾县云溪镇人民政府\n2023年政府信息公开工作年度报告", "青禾县云溪镇人民政府", 2023),
        ("青禾县云溪镇人民政府\n\n政府信息公开工作年度报告\n\n（2023年）", "青禾县云溪镇人民政府", 2023),
        ("# 云溪街道办事处\n\n## 2023年政府信息公开工作年度报告", "云溪街道办事处", 2023),
        ("二〇二三年青禾县水务局政府信息公开工作年度报告", "青禾县水务局", 2023),
        ("２０２３年青禾县水务局政府信息公开工作年度报告", "青禾县水务局", 2023),
        ("索引号：QH-2024-001\n\n青禾县水务局2023年政府信息公开工作年度报告", "青禾县水务局", 2023),
        ("云溪镇2023年政府信息公开 工作告年度报", "云溪镇", 2023),
        ("首页 > 政务公开 > 云溪镇 > 政府信息公开年报\n\n云溪镇2023年政府信息公开工作年度报告", "云溪镇", 2023),
        ("当前位置：首页>公开年报\n\n云溪镇2023年政府信息公开工作年度报告", "云溪镇", 2023),
        ("政府信息公开年度报告\n\n青禾县水务局2023年政府信息公开工作年度报告", "青禾县水务局", 2023),
        ("2023年信息公开年报\n\n青禾县水务局2023年政府信息公开工作年度报告", "青禾县水务局", 2023),
        ("名 称：云溪镇2023年度政府信息公开工作年度报告\n\n云溪镇2023年度政府信息公开工作年度报告", "云溪镇", 2023),
        ("• 名称：2023年青禾县水务局政府信息公开工作年度报告", "青禾县水务局", 2023),
        ("• 名称:2023年水务局政府信息公开年度报告\n\n• 文号:\n\n2023年水务局政府信息公开年度报告", "水务局", 2023),
        ("2023青禾县云溪镇2023年度政府信息公开工作年度报告", "青禾县云溪镇", 2023),
        ("2023年青禾县\n\n政府信息公开工作年度报告", "青禾县", 2023),
        ("临江市\n\n2023年政府信息公开工作年度报告", "临江市", 2023),
        ("云溪镇2023年政府信息公开工作年度报告根据《中华人民共和国政府信息公开条例》编制。", "云溪镇", 2023),
    ],
)
def test_title(title: str, agency: str, year: int) -> None:
    report = read(draft(title))
    assert report.title
    assert (report.agency, report.year) == (agency, year)
    assert [section.key for section in report.sections] == KEYS


def test_a_sentence_below_is_no_better_title() -> None:
    report = read(draft("2023年政府信息公开工作年度报告\n\n全年情况，请看云溪镇2023年政府信息公开工作年度报告。"))
    assert report.title
    assert report.title.plain.text == "2023年政府信息公开工作年度报告"


@pytest.mark.parametrize(
    "sentence",
    [
        "我镇认真开展工作。",
        "依据《中华人民共和国政府信息公开条例》（以下简称《条例》）有关规定，编制本年度报告。",
        "根据《中华人民共和国政府信息公开条例》规定编制本年度报告。",
        "根据《中华人民共和国政府信息公开条例》规定,现公布云溪镇2023年政府信息公开工作年度报告。",
    ],
)
def test_no_title(sentence: str) -> None:
    assert read("\n\n".join([sentence, *SECTIONS])).title is None


@pytest.mark.parametrize(
    ("place", "heading"),
    [
        (0, "一、总体情况、"),
        (0, "一、总体情况概述"),
        (0, "一、2023年政务公开总体情况"),
        (0, "一、工作概述"),
        (0, "一. 总体情况"),
        (0, "• 一、总体情况"),
        (0, "一 、总体情况"),
        (0, "总体情况"),
        (0, "第一部分 总体情况"),
        (1, "二、主动公开信息情况"),
        (1, "二、主动公开政府信息的情况"),
        (2, "三、收到和处理政府信息公开申请的情况"),
        (2, "三、政府信息公开申请办理情况"),
        (3, "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况"),
        (3, "四、政府信息公开行政复议和行政诉讼情况"),
        (3, "四、行政复议、行政诉讼情况"),
        (4, "五、存在主要问题及改进情况"),
        (4, "五、存在问题及改进措施"),
        (4, "五、政府信息公开工作存在的主要问题及改进情况"),
        (4, "五、工作中的不足和下一步改进打算"),
        (5, "六、其他报告事项"),
        (5, "六、其它需要报告的事项"),
        (5, "六、需要报告的其他事项"),
    ],
)
def test_sections_by_other_names(place: int, heading: str) -> None:
    headings = (*SECTIONS[:place], heading, *SECTIONS[place + 1 :])
    report = read(draft("青禾县云溪镇人民政府2023年政府信息公开工作年度报告", headings))
    assert [section.key for section in report.sections] == KEYS
    assert report.sections[place].heading.text.startswith(heading[:3])


@pytest.mark.parametrize(
    "line",
    [
        "四、结转下年度继续办理",
        "（一）主动公开政府信息情况",
        "一、本年新收政府信息公开申请数量",
        "（五）存在的主要问题",
        "本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况等六部分组成。",
        "二是主动公开政府信息情况良好。",
        "1.收到和处理政府信息公开申请情况",
    ],
)
def test_lines_that_only_look_like_sections(line: str) -> None:
    text = draft("青禾县云溪镇人民政府2023年政府信息公开工作年度报告").replace(BODY, line, 1)
    assert [section.key for section in read(text).sections] == KEYS


def test_a_table_of_contents_is_no_section() -> None:
    text = draft("青禾县云溪镇人民政府2023年政府信息公开工作年度报告\n\n目录\n\n" + "\n\n".join(SECTIONS))
    report = read(text)
    assert [section.key for section in report.sections] == KEYS
    assert all(section.prose.text for section in report.sections)


@pytest.mark.parametrize(
    ("end", "agency", "date"),
    [
        ("青禾县云溪镇人民政府\n\n2024年1月9日", "青禾县云溪镇人民政府", "2024-01-09"),
        ("云溪镇人民政府    2024年1月9日", "云溪镇人民政府", "2024-01-09"),
        ("青禾县云溪镇人民政府\n\n二〇二四年一月九日", "青禾县云溪镇人民政府", "2024-01-09"),
        ("青禾县云溪镇人民政府（盖章）\n\n2024年1月9日", "青禾县云溪镇人民政府（盖章）", "2024-01-09"),
        ("2024年1月9日", None, "2024-01-09"),
        ("云溪镇人民政府", "云溪镇人民政府", None),
        ("特此说明。", None, None),
    ],
)
def test_signature(end: str, agency: str | None, date: str | None) -> None:
    report = read(draft("青禾县云溪镇人民政府2023年政府信息公开工作年度报告", end=end))
    signature = report.signature
    assert (signature.agency.text if signature.agency else None) == agency
    assert (str(signature.date.date) if signature.date else None) == date
    if agency or date:
        assert report.sections[-1].prose.text == BODY


def test_an_appendix_is_no_part_of_the_last_section() -> None:
    report = read(draft("云溪镇2023年政府信息公开工作年度报告", end="附件：政策解读清单\n\n无"))
    assert report.sections[-1].prose.text == BODY


@pytest.mark.parametrize(
    ("text", "path", "is_report"),
    [
        ("青禾县云溪镇人民政府2023年政府信息公开工作年度报告", "a.txt", True),
        ("2023年政务公开工作总结", "a.txt", True),
        ("关于报送2023年政府信息公开工作年度报告的通知", "a.txt", False),
        ("政府信息公开工作年度报告格式", "a.txt", False),
        ("青禾县2023年国民经济和社会发展统计报告", "a.txt", False),
        ("# Usage\n\nRun it.", "README.md", False),
        ("一、总体情况\n\n好。\n\n二、主动公开政府信息情况\n\n好。", "a.txt", True),
        ("一、总体情况\n\n好。", "a.txt", False),
        ("一、总体情况\n\n好。", "云溪镇政府信息公开年度报告.txt", True),
        ("会议纪要\n\n一、总体情况\n\n二、下一步打算", "a.txt", False),
        ("青禾学院2022-2023学年信息公开工作年度报告\n\n一、概述\n\n二、主动公开情况", "a.txt", False),
        ("青禾学院2023年度政府信息公开工作年度报告", "a.txt", True),
    ],
)
def test_recognition(text: str, path: str, is_report: bool) -> None:
    assert recognised(text, path) is is_report


def test_the_year_of_a_title_without_one_is_that_of_the_text_not_of_the_day_of_publishing() -> None:
    title = "政府信息公开工作年度报告\n\n青禾县云溪镇人民政府\n\n2025年1月8日"
    report = read(draft(title, ("一、2024年总体情况", *SECTIONS[1:]), "青禾县云溪镇人民政府\n\n2025年1月8日"))
    assert report.year == 2024


@pytest.mark.parametrize("mark", ["", " ", "\u3000"])
def test_a_number_without_a_mark_behind_it_is_one_before_an_official_title(mark: str) -> None:
    headings = tuple(heading.replace("、", mark, 1) for heading in SECTIONS)
    report = read(draft("青禾县云溪镇人民政府2023年政府信息公开工作年度报告", headings))
    assert [section.key for section in report.sections] == KEYS


@pytest.mark.parametrize("residue", ["##\u00a0", "????", "■ ", "*", "\ue010", "▶"])
def test_residue_before_a_heading_does_not_hide_it(residue: str) -> None:
    headings = tuple(residue + heading for heading in SECTIONS)
    report = read(draft("青禾县云溪镇人民政府2023年政府信息公开工作年度报告", headings))
    assert [section.key for section in report.sections] == KEYS


@pytest.mark.parametrize(("at", "heading"), [(5, "六、其他"), (0, "一、工作开展情况"), (4, "五、今后的工作")])
def test_a_heading_like_no_title_is_known_by_its_number_and_place(at: int, heading: str) -> None:
    headings = (*SECTIONS[:at], heading, *SECTIONS[at + 1 :])
    report = read(draft("青禾县云溪镇人民政府2023年政府信息公开工作年度报告", headings))
    assert [section.key for section in report.sections] == KEYS


@pytest.mark.parametrize("line", ["三、本年度办理结果", "三、工作得到群众认可。", "（三）其他", "三是加强更新"])
def test_other_lines_with_the_number_of_a_section_that_lacks_are_no_headings(line: str) -> None:
    headings = (*SECTIONS[:2], line, *SECTIONS[3:])
    report = read(draft("青禾县云溪镇人民政府2023年政府信息公开工作年度报告", headings))
    assert "applications" not in [section.key for section in report.sections]
