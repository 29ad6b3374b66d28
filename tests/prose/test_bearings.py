"""What a clause's figures are about."""

import pytest

from gxlint.prose.bearings import accumulates, compares, narrows, plans, widens, years


@pytest.mark.parametrize(
    "text",
    [
        "同比增长20%",
        "较上年增加5件",
        "比2023年多3件",
        "与去年相比",
        "较2023年下降",
        "上年为9件",
        "上一年度收到9件",
        "与往年持平",
    ],
)
def test_comparisons(text: str) -> None:
    assert compares(text)


@pytest.mark.parametrize(
    "text", ["上年结转1件", "上年度结转1件", "上一年度结转申请1件", "效果较好", "比较全面", "新增信息3条"]
)
def test_no_comparisons(text: str) -> None:
    assert not compares(text)


@pytest.mark.parametrize(
    "text", ["计划公开30条", "力争达到30条", "下一步公开30条", "明年公开30条", "拟公开30条", "将进一步公开"]
)
def test_plans(text: str) -> None:
    assert plans(text)


@pytest.mark.parametrize("text", ["拟定方案3份", "将政府信息公开12条", "已公开30条"])
def test_no_plans(text: str) -> None:
    assert not plans(text)


@pytest.mark.parametrize("text", ["累计收到12件", "开通以来收到12件", "自2019年起共收到12件"])
def test_cumulations(text: str) -> None:
    assert accumulates(text)


@pytest.mark.parametrize(
    "text", ["全县共收到12件", "各部门收到12件", "所属单位收到12件", "全系统收到12件", "县级各部门", "辖区"]
)
def test_wider_areas(text: str) -> None:
    assert widens(text)


@pytest.mark.parametrize("text", ["我县共收到12件", "县政府收到12件", "全年共收到12件", "各类信息12条", "安全生产"])
def test_the_body_alone(text: str) -> None:
    assert not widens(text)


@pytest.mark.parametrize("text", ["上半年收到12件", "第三季度收到3件", "10月收到1件", "每月公开3条", "1月份", "11月底"])
def test_parts_of_the_year(text: str) -> None:
    assert narrows(text)


@pytest.mark.parametrize("text", ["全年收到12件", "截至2024年12月31日", "2024年1月1日至12月31日", "本年度收到"])
def test_the_whole_year(text: str) -> None:
    assert not narrows(text)


def test_years() -> None:
    assert years("2022—2024年，2023年度，电话20242024，编号2021") == (2022, 2024, 2023)
