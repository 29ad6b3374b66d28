"""What is recognised, and how it is read."""

from __future__ import annotations

import pytest

from gxlint.api import Linter
from gxlint.plugins.registry import Registry
from gxlint.settings import Settings
from gxlint.testing import CorrectReport, check_form
from gxlint.testing.shapes import PIPE_MARKDOWN
from gxlint_rule_of_law import layout
from gxlint_rule_of_law.duties import find_duties
from gxlint_rule_of_law.reading import RuleOfLawForm
from gxlint_rule_of_law.report import RuleOfLawReport

DUTIES = (
    "镇长主持召开法治建设专题会议3次，研究规范性文件审查、行政执法队伍建设和矛盾纠纷化解，听取法律顾问意见6次，"
    "带头出庭应诉1次，年终向县委述法，对行政执法中的重点难点逐项过问。"
)
OFFICIAL = f"""# 青禾县云溪镇人民政府2024年法治政府建设年度报告

根据《法治政府建设与责任落实督察工作规定》，现将2024年法治政府建设情况报告如下：

## 一、2024年推进法治政府建设的主要举措和成效

### （一）规范行政执法

办理行政处罚案件12件，全部录入平台。

### （二）化解矛盾纠纷

调解纠纷86件，调解成功83件。

## 二、存在的不足和原因

执法人员偏少，原因是持证考试通过率低。

## 三、党政主要负责人履行推进法治建设第一责任人职责、加强法治政府建设的有关情况

{DUTIES}

## 四、2025年推进法治政府建设的主要安排

组织持证考试考前培训，办好公共法律服务站。

## 五、其他需要报告的情况

无。

青禾县云溪镇人民政府

2025年2月20日
"""
BY_THEME = """# 青禾县农业农村局关于2024年度法治政府建设情况的报告

2024年，县农业农村局坚持依法行政，现将有关情况报告如下。

一、强化组织领导，压实法治建设责任

局党组书记、局长切实履行推进法治建设第一责任人职责，主持研究法治工作4次，带头讲法治课2次，出庭应诉1次，逐案审核重大处罚决定，
年终在局党组会上述法，督促各科室整改执法案卷评查中发现的问题9个。

二、规范行政执法，守住农产品质量安全底线

检查农资门店120家次，立案查处8件。

三、存在的主要问题及下一步工作打算

法制审核力量不足，主要是专业人员少。下一步，将选派2人参加法律职业资格考试培训。

青禾县农业农村局

2025年1月22日
"""
GLUED = f"""中共青禾县石桥乡委员会 青禾县石桥乡人民政府
关于2024年法治政府建设工作情况的报告
县委、县政府：
第一部分 党政主要负责人履行推进法治建设第一责任人职责情况
{DUTIES}
第二部分 工作开展情况
办理行政许可45件，合法性审查合同21份。
第三部分 存在的短板
行政执法协管员流动大，培训跟不上。
第四部分 下步工作计划
制定年度培训计划，每季度集中学法一次。
石桥乡人民政府
2025年1月16日
"""
SPACED = f"""青禾县司法局
2024年度法治政府建设工作总结报告

一、主要做法。办理行政复议案件31件，审查规范性文件17件。局主要负责人高度重视法治政府建设，{DUTIES.replace("镇长", "")}

二、困难和问题。基层司法所人员不足。

三、2025年工作思路。推进司法所规范化建设。

青禾县司法局
2024年12月31日
"""
REPORTS = {"official": OFFICIAL, "by theme": BY_THEME, "glued": GLUED, "spaced": SPACED}
OTHERS = {
    "a notice": (
        "# 关于报送2024年法治政府建设年度报告的通知",
        "各乡镇人民政府：",
        "请于3月1日前报送法治政府建设年度报告。",
        "一、报告内容",
        "包括主要举措和成效、存在的不足和原因、2025年主要安排。",
        "二、报送要求",
        "按时报送。",
    ),
    "guidance": (
        "# 法治政府建设年度报告编制指引",
        "一、报告名称",
        "法治政府建设年度报告",
        "二、报告内容",
        "主要举措和成效。",
    ),
    "a plan": (
        "# 青禾县云溪镇2025年法治政府建设工作计划",
        "一、总体安排",
        "抓好行政执法。",
        "二、下一步重点任务",
        "培训。",
    ),
    "an inspection": (
        "# 青禾县法治政府建设督察情况报告",
        "一、基本情况",
        "督察乡镇8个。",
        "二、发现的问题",
        "档案不全。",
    ),
    "an explanation": (
        "# 《青禾县2024年法治政府建设年度报告》政策解读",
        "一、主要内容",
        "主要举措和成效。",
        "二、存在问题",
        "有三条。",
    ),
    "a self-check": (
        "# 云溪镇法治政府建设示范创建自查报告",
        "一、工作开展情况",
        "成立专班。",
        "二、存在问题",
        "台账不全。",
    ),
    "a report of the government": (
        "# 青禾县云溪镇2024年政府工作报告",
        "一、2024年工作回顾",
        "深化法治政府建设。",
        "二、2025年主要安排",
        "修路。",
    ),
}
LOOK_ALIKES = {
    **{what: "\n\n".join(lines) + "\n" for what, lines in OTHERS.items()},
    "disclosure": PIPE_MARKDOWN.write(CorrectReport()).decode(),
}


def read(text: str) -> RuleOfLawReport:
    report = Linter(Settings(), Registry()).text(text, "草稿.md").report
    assert isinstance(report, RuleOfLawReport)
    return report


def test_the_form_keeps_what_forms_promise() -> None:
    check_form(RuleOfLawForm(), REPORTS.values(), others=LOOK_ALIKES.values())


@pytest.mark.parametrize("what", LOOK_ALIKES)
def test_nothing_else_is_taken_for_such_a_report(what: str) -> None:
    result = Linter(Settings(), Registry()).text(LOOK_ALIKES[what], "草稿.md")
    assert result.kind == ("disclosure" if what == "disclosure" else "none")


@pytest.mark.parametrize("what", REPORTS)
def test_the_other_form_does_not_claim_them(what: str) -> None:
    assert Linter(Settings(), Registry(installed=False)).text(REPORTS[what], "草稿.md").kind == "none"


@pytest.mark.parametrize("what", REPORTS)
def test_nothing_is_wrong_with_reports_that_tell_of_everything_in_their_own_ways(what: str) -> None:
    for suffix in (".md", ".txt"):
        result = Linter(Settings(), Registry()).text(REPORTS[what], f"草稿{suffix}")
        assert [(found.rule, found.message) for found in result.diagnostics] == []


@pytest.mark.parametrize(
    ("what", "agency", "keys"),
    [
        ("official", "青禾县云溪镇人民政府", ["measures", "problems", "duties", "plans", "others"]),
        ("by theme", "青禾县农业农村局", ["measures", "measures", "problems"]),
        ("glued", "中共青禾县石桥乡委员会青禾县石桥乡人民政府", ["duties", "measures", "problems", "plans"]),
        ("spaced", "青禾县司法局", ["measures", "problems", "plans"]),
    ],
)
def test_parts_are_found_whatever_they_are_called(what: str, agency: str, keys: list[str]) -> None:
    report = read(REPORTS[what])
    assert (report.agency, report.year) == (agency, 2024)
    assert [section.key for section in report.sections] == keys
    assert report.signature.agency is not None
    assert report.signature.date is not None


def test_a_heading_may_tell_of_two_matters() -> None:
    report = read(BY_THEME)
    assert report.section(layout.PLANS) is report.section(layout.PROBLEMS)


@pytest.mark.parametrize(
    ("heading", "keys"),
    [
        ("存在的主要问题及改进措施", ["problems"]),
        ("坚持问题导向，提升执法水平", ["measures"]),
        ("2025年工作重点", ["plans"]),
        ("工作开展情况及存在的不足", ["measures", "problems"]),
        ("2025年推进法治政府建设的主要举措", ["plans"]),
        ("下步工作安排", ["plans"]),
        ("党委（党组）主要负责同志履行法治建设职责情况", ["duties"]),
        ("其他需要报告的问题", ["others"]),
        ("推进法治政府建设工作情况", ["measures"]),
    ],
)
def test_headings_are_read_by_what_they_are_about(heading: str, keys: list[str]) -> None:
    report = read(OFFICIAL.replace("五、其他需要报告的情况", f"五、{heading}"))
    section = report.sections[-1]
    assert section.title.text == heading
    assert section.key == keys[0]


def test_duties_are_found_where_they_have_no_section() -> None:
    passages = find_duties(read(BY_THEME))
    assert len(passages) == 1
    assert passages[0].text.startswith("局党组书记、局长切实履行")


def test_places_are_named_as_the_draft_names_them() -> None:
    report = read(BY_THEME)
    assert report.place(report.sections[1].paragraphs[0].span) == "二、规范行政执法，守住农产品质量安全底线 第1段"


@pytest.mark.parametrize(
    ("words", "rules"),
    [
        ("2023年，镇政府组织普法活动35场。", {"stale-year"}),
        ("（二）规范文件管理。\n\n（四）办好法律顾问。", {"broken-numbering"}),
        ("比2023年增加12次。", set()),
        ("截止2024年12月31日，办理案件12件。", {"misused-jiezhi"}),
    ],
)
def test_rules_that_hold_for_any_report_hold_for_these(words: str, rules: set[str]) -> None:
    text = OFFICIAL.replace("办理行政处罚案件12件，全部录入平台。", words, 1)
    result = Linter(Settings(), Registry()).text(text, "草稿.md")
    assert {found.rule for found in result.diagnostics} == rules


@pytest.mark.parametrize(
    ("old", "new", "rules"),
    [
        ("青禾县云溪镇人民政府\n\n2025", "青禾县石桥镇人民政府\n\n2025", {"conflicting-agency"}),
        ("青禾县云溪镇人民政府\n\n2025年2月20日\n", "", {"missing-signature"}),
        ("2025年2月20日", "2025年3月31日", set()),
        ("现将2024年", "本报告共五部分。现将2024年", set()),
        ("现将2024年", "本报告共三部分。现将2024年", {"wrong-part-count"}),
    ],
)
def test_body_date_and_number_of_parts_are_looked_after(old: str, new: str, rules: set[str]) -> None:
    result = Linter(Settings(), Registry()).text(OFFICIAL.replace(old, new), "草稿.md")
    assert {found.rule for found in result.diagnostics} == rules
