"""Counts, percentages and absences in running text."""

from decimal import Decimal

import pytest

from gxlint.prose.clauses import Prose
from gxlint.prose.counts import Count, find_absences, find_counts, find_percentages
from gxlint.text import PlainText, Span


def read(text: str) -> Prose:
    return Prose(PlainText.verbatim(text, Span(0, len(text))))


def counts(text: str) -> tuple[Count, ...]:
    return find_counts(read(text))


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("共收到申请12件", 12, "件"),
        ("共收到申请 12 件", 12, "件"),
        ("共收到申请１２件", 12, "件"),
        ("共收到申请十二件", 12, "件"),
        ("共收到申请一百零三宗", 103, "宗"),
        ("公开信息1,203条", 1203, "条"),
        ("宣传材料3.2万份", 32000, "份"),
        ("收取信息处理费380元", 380, "元"),
        ("收取信息处理费0.38万元", 3800, "元"),
        ("受理群众来电56件次", 56, "件次"),
        ("接待群众56人次", 56, "人次"),
        ("现行有效件数25件", 25, "件"),
        ("申请总数12件", 12, "件"),
        ("申请数量为0", 0, ""),
        ("申请数量为零", 0, ""),
        ("申请均为〇", 0, ""),
    ],
)
def test_a_number_with_its_measure_word(text: str, value: int, unit: str) -> None:
    (count,) = counts(text)
    assert (count.value, count.unit, count.hedged) == (value, unit, False)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "460余条",
            "近百条",
            "约12件",
            "大约12件",
            "超过12件",
            "超12件",
            "逾百件",
            "30多件",
            "12件左右",
            "12件以上",
            "上百件",
        ),
        *(
            "不少于12件",
            "数十件",
            "几十件",
            "3至5件",
            "3-5件",
            "3～5件",
            "十余件",
            "12件多",
            "12件有余",
            "至少3件",
            "多达12件",
        ),
    ],
)
def test_hedged_numbers(text: str) -> None:
    assert [count.hedged for count in counts(f"共公开信息{text}")] == [True]


@pytest.mark.parametrize(
    "text",
    [
        *(
            "第二十条规定",
            "第12件",
            "2024年12月31日",
            "电话0991-2345678",
            "统一部署",
            "单位：万元",
            "千家万户",
            "六部分组成",
        ),
        *("一次性告知", "12345热线", "两三件", "编号12", "三项目标", "5.件数", "十四个五年规划纲要中的二零二四年"),
    ],
)
def test_no_count(text: str) -> None:
    assert not [count for count in counts(text) if count.unit in {"件", "条", "部", "次", "项", "元", "家", ""}]


def test_online_is_no_hedge() -> None:
    assert [count.hedged for count in counts("网上12件，线上3件")] == [False, False]


def test_the_words_around() -> None:
    first, second = counts("其中5件予以公开、3件部分公开")
    assert (first.before, first.after) == ("其中", "予以公开、")
    assert (second.before, second.after) == ("予以公开、", "部分公开")


def test_each() -> None:
    assert [(count.value, count.each) for count in counts("行政复议、行政诉讼各2件，信访3件")] == [
        (2, True),
        (3, False),
    ]


def test_places() -> None:
    text = "共 收 到 1,203 条，办结约 三十 件。"
    prose = read(text)
    spans = [prose.span(count.start, count.end) for count in find_counts(prose)]
    assert [text[span.start : span.end] for span in spans] == ["1,203", "三十"]


@pytest.mark.parametrize(
    ("text", "value", "decimals"),
    [
        ("占33.9%", "33.9", 1),
        ("占33.90％", "33.90", 2),
        ("占百分之五十", "50", 0),
        ("办结率100%", "100", 0),
        ("占 3.5 %", "3.5", 1),
    ],
)
def test_percentages(text: str, value: str, decimals: int) -> None:
    (percentage,) = find_percentages(read(text))
    assert (percentage.value, percentage.decimals) == (Decimal(value), decimals)


def test_the_words_before_a_percentage() -> None:
    (percentage,) = find_percentages(read("上一段\n共12件，自然人9件占75%"))
    assert percentage.before == "共12件，自然人9件占"


@pytest.mark.parametrize(
    ("text", "verb", "about"),
    [
        ("2024年，我镇未收到政府信息公开申请。", "收到", "政府信息公开申请"),
        ("我镇没有接到公民提出的申请", "接到", "公民提出的申请"),
        ("本年度无政府信息公开申请", "", "政府信息公开申请"),
        ("未因政府信息公开被申请行政复议", "", "因政府信息公开被申请行政复议"),
        ("全年从未发生行政诉讼", "发生", "行政诉讼"),
        ("我镇未收到过政府信息公开申请", "收到", "政府信息公开申请"),
        ("未收到和处理政府信息公开申请事项", "收到", "政府信息公开申请事项"),
        ("未发生过期未答复的情形", "发生", "过期未答复的情形"),
        ("不存在收费情况", "", "收费情况"),
    ],
)
def test_absences(text: str, verb: str, about: str) -> None:
    (absence,) = find_absences(read(text))
    assert (absence.verb, absence.about) == (verb, about)


def test_many_numbers_in_one_clause_stay_linear() -> None:
    assert len(counts("3件" * 20_000)) == 20_000
