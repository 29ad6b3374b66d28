"""The customary statements, in the many words that drafts use for them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from gxlint.document import Document, Paragraph
from gxlint.form.editions import EDITION_2021
from gxlint.form.report import Contact, Period, Section
from gxlint.form.statements import fee_amount, find_contact, find_fee, find_period
from gxlint.text import PlainText, Source, Span

Parts = tuple[int | None, int | None, int | None]


def paragraphs(text: str) -> list[Paragraph]:
    lines: list[Paragraph] = []
    offset = 0
    for line in text.split("\n"):
        plain = PlainText.verbatim(text, Span(offset, offset + len(line))).strip()
        if plain:
            lines.append(Paragraph(plain))
        offset += len(line) + 1
    return lines


def document(text: str) -> Document:
    return Document(Source(text), paragraphs(text))


def section_six(text: str) -> tuple[Document, Section]:
    draft = document("六、其他需要报告的事项\n" + text)
    heading, *content = draft.paragraphs
    return draft, Section(EDITION_2021.section("other_matters"), heading, None, heading.plain, content)


def limits(period: Period | None) -> tuple[Parts | None, Parts | None] | None:
    if period is None:
        return None
    first, last = period.first, period.last
    return (
        (first.year, first.month, first.day) if first else None,
        (last.year, last.month, last.day) if last else None,
    )


def entries(contact: Contact | None) -> list[tuple[str, str]]:
    return [(entry.kind, entry.value.text) for entry in contact.entries] if contact else []


class TestPeriod:
    WHOLE = ((2024, 1, 1), (2024, 12, 31))

    @pytest.mark.parametrize(
        "text",
        [
            # the name of the period
            "本报告所列数据的统计期限为2024年1月1日至2024年12月31日。",
            "本报告统计期限：2024年1月1日—12月31日",
            "文中数据统计时限从2024年1月1日起到12月31日止。",
            "数据统计时间段为2024年1月1日至2024年12月31日。",
            "数据统计时段：2024年1月1日～2024年12月31日；",
            "本年报统计期从2024年1月1日到2024年12月31日。",
            "报告期为2024年1月1日至2024年12月31日。",
            "统计区间为2024年1月1日-2024年12月31日。",
            "统计周期自2024年1月1日起至12月31日止。",
            "数据起止时间：2024年1月1日至2024年12月31日。",
            "起止日期为2024-01-01至2024-12-31。",
            "本报告统计数据的时间范围是2024年1月1日至2024年12月31日。",
            "本报告数据采集时间自2024年1月1日开始，至2024年12月31日截止。",
            "本报告的时间跨度为2024年1月1日至2024年12月31日。",
            "报告中涉及数据的统计口径为2024年1月1日至2024年12月31日。",
            "本报告统计期限为一年，即2024年1月1日至12月31日。",
            "统计期限为2024年度（1月1日至12月31日）。",
            "统计范围为镇直各单位，统计时间为2024年1月1日至2024年12月31日。",
            "时间范围：2024年1月1日至2024年12月31日。",
            # no name of the period
            "统计数据从2024年1月1日开始，到2024年12月31日结束。",
            "本报告数据来源于2024年1月1日至12月31日我镇的工作台账。",
            "本报告所列数据从2024年1月1日至2024年12月31日。",
            "本报告中的数据，除特别说明的外，均为2024年1月1日至2024年12月31日的数据。",
            "除另有说明外，所列数据自2024年1月1日起至2024年12月31日止。",
            "本报告使用的数据为2024年1月1日至12月31日。",
            "2024年1月1日至2024年12月31日为本报告的统计期限。",
            "下列各表为2024年1月1日至2024年12月31日期间的统计数据。",
            "本报告反映2024年1月1日至12月31日云溪镇政府信息公开工作情况。",
            "现将2024年1月1日至12月31日政府信息公开工作情况报告如下：",
            # how the dates are written
            "统计期限自２０２４年１月１日起至２０２４年１２月３１日止。",
            "统计期限为二〇二四年一月一日至二〇二四年十二月三十一日。",
            "统计期限：2024.1.1—2024.12.31",
            "统计期限为2024年1月1日2024年12月31日。",
            "统计期限为2024年1月1日，2024年12月31日。",
            "统计期限为2024年1月1号至12月31号。",
            "统计期限自2024年1月1日起至12月31止。",
            "统 计 期 限 自 2 0 2 4 年 1 月 1 日 起 至 1 2 月 3 1 日 止",
            "统计期限自20241月1日起至202412月31日止。",
            "统计期限自202411日起至20241231日止。",
            "统计期限自2024 1 1 日起至2024 12 31 日止。",
            # among other words
            "本报告由六部分组成，所列数据统计时限自2024年1月1日起，至2024年12月31日止，如有疑问，请与我镇联系。",
            "2024年3月至5月开展专项整治。本报告统计期限自2024年1月1日起至2024年12月31日止。",
            "全年公开信息81条。\n\n说明：本报告统计期限自2024年1月1日起至2024年12月31日止。",
        ],
    )
    def test_is_understood(self, text: str) -> None:
        assert limits(find_period(document(text))) == self.WHOLE

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("统计期限为2024年1月至12月。", ((2024, 1, None), (2024, 12, None))),
            ("统计期限为1月1日至12月31日。", ((None, 1, 1), (None, 12, 31))),
            ("统计期限为2024年度。", ((2024, None, None), (2024, None, None))),
            ("统计期限：2024年全年", ((2024, None, None), (2024, None, None))),
            ("本报告所列数据均为2024年度数据。", ((2024, None, None), (2024, None, None))),
            ("本报告统计期限为上一年度。", (None, None)),
            ("本报告数据统计截至2024年12月31日。", (None, (2024, 12, 31))),
            ("报告所涉数据的核定时间点为2024年12月31日。", (None, (2024, 12, 31))),
            ("本报告所列数据统计截止日期为2024年12月31日。", (None, (2024, 12, 31))),
            ("以上数据统计截至2024年12月31日。", (None, (2024, 12, 31))),
            ("统计数据从2024年1月1日起至11月30日止。", ((2024, 1, 1), (2024, 11, 30))),
            ("报告的时限为2024年2月1日到2024年12月31日。", ((2024, 2, 1), (2024, 12, 31))),
            ("报告所列数据反映2024年1月1日至11月30日情况。", ((2024, 1, 1), (2024, 11, 30))),
            ("本报告涵盖2024年2月1日至2024年12月31日的工作情况。", ((2024, 2, 1), (2024, 12, 31))),
            ("本报告由六部分组成，内容涵盖2024年1月1日至11月30日的工作。", ((2024, 1, 1), (2024, 11, 30))),
            ("现将我镇2024年3月1日至12月31日政府信息公开工作情况报告如下。", ((2024, 3, 1), (2024, 12, 31))),
            ("现将2024年1月至11月政府信息公开工作情况公布如下。", ((2024, 1, None), (2024, 11, None))),
            ("各项数据统计起止时间为2024年1月1日至1231日。", ((2024, 1, 1), None)),
            ("统计期限自2024年1月1日起。", ((2024, 1, 1), None)),
            ("统计期限自2024年1月1日起至2024年2月30日止。", ((2024, 1, 1), (2024, 2, 30))),
            ("统计期限自2024年12月31日起至2024年1月1日止。", ((2024, 12, 31), (2024, 1, 1))),
            ("本报告统计期限为2023年12月21日至2024年12月20日。", ((2023, 12, 21), (2024, 12, 20))),
        ],
    )
    def test_of_another_kind(self, text: str, expected: tuple[Parts | None, Parts | None]) -> None:
        assert limits(find_period(document(text))) == expected

    @pytest.mark.parametrize(
        "text",
        [
            "2024年1月1日至12月31日，我镇共公开政府信息81条。",
            "据统计，2024年1月1日至2024年12月31日，共公开政府信息81条。",
            "统计数据显示，2024年1月1日至12月31日公开信息81条。",
            "2024年数据截至12月31日，通过公示栏发布信息81条。",
            "热线统计数据从2024年3月1日起至11月30日止。",
            "网站数据截至2024年12月31日，共81条。",
            "项目实施期限为2024年1月1日至2024年12月31日。",
            "截至2024年12月31日，共公开政府信息81条。",
            "2024年1月至3月开展业务培训，并形成工作报告。",
            "公示期限为2024年3月1日至3月10日。",
            "聘期自2024年1月1日起至2026年12月31日止。",
            "热线数据统计时间为2024年3月至11月。",
            "报告编制时间为2025年1月5日至1月15日。",
            "年报填报时间为2025年1月6日至1月20日。",
            "网站数据更新周期为2024年1月至3月。",
            "统计报表报送期限为2024年1月5日至1月10日。",
            "通报反馈问题整改时限为2024年6月1日至7月31日。",
            "本报告有效期限为2024年1月1日至2025年6月30日。",
            "统计时间：2025年1月10日",
            "本报告于2025年1月20日发布。",
            "按照2021—2025年规划，逐步公开统计数据。",
            "统计期限内未收到申请。",
            "本报告反映2024年3月至5月开展的专项整治情况。",
            "7月，对2024年1月至6月的政府信息公开工作情况进行自查，形成报告。",
            "现将2024年3月至5月业务培训情况公布如下。",
            "该文件有效期自2024年1月1日至2028年12月31日，统计报告已公布。",
            "青禾县云溪镇人民政府2024年政府信息公开工作年度报告",
            "2024年1月1日至12月31日，收到申请5件，已按时报告5件。",
        ],
    )
    def test_is_no_period(self, text: str) -> None:
        assert find_period(document(text)) is None

    def test_named_period_counts_before_others(self) -> None:
        text = "2024年1月1日至12月31日政府信息公开工作情况报告如下。\n统计期限自2023年1月1日起至2023年12月31日止。"
        assert limits(find_period(document(text))) == ((2023, 1, 1), (2023, 12, 31))

    def test_place_is_the_sentence(self) -> None:
        text = "根据《条例》编制。本报告统计期限为 2024 年 1 月 1 日至 12 月 31 日。联系电话：0955-4741110。"
        found = find_period(document(text))
        assert found is not None
        assert found.last is not None
        assert text[found.span.start : found.span.end] == found.text
        assert found.text == "本报告统计期限为 2024 年 1 月 1 日至 12 月 31 日。"
        assert text[found.last.span.start : found.last.span.end] == "12 月 31 日"


class TestContact:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            (
                "如有疑问，请与镇党政办联系（地址：青禾县云溪镇人民路1号，邮编：755200，电话：0955-4741110）。",
                [("address", "青禾县云溪镇人民路1号"), ("postcode", "755200"), ("phone", "0955-4741110")],
            ),
            (
                "（办公地址:青禾县人民路1号;邮政编码:755200;电话(传真):0955-4741110;电子信箱:yx@qinghe.gov.cn )",
                [
                    ("address", "青禾县人民路1号"),
                    ("postcode", "755200"),
                    ("phone", "0955-4741110"),
                    ("email", "yx@qinghe.gov.cn"),
                ],
            ),
            (
                "地　址：青禾县人民路1号\n邮　编：755200\n联系人：王某\n电　话：0955-4741110",
                [("address", "青禾县人民路1号"), ("postcode", "755200"), ("phone", "0955-4741110")],
            ),
            (
                "公众如需进一步了解，请联系云溪镇党政办。地址：云溪镇人民路1号。邮编：755200。电话：0955—4741110。",
                [("address", "云溪镇人民路1号"), ("postcode", "755200"), ("phone", "0955—4741110")],
            ),
            (
                "电话0955-4741110电子邮箱yx@qinghe.gov.cn，邮编755200，地址青禾县云溪镇人民路1号。",
                [
                    ("phone", "0955-4741110"),
                    ("email", "yx@qinghe.gov.cn"),
                    ("postcode", "755200"),
                    ("address", "青禾县云溪镇人民路1号"),
                ],
            ),
            (
                "联系地址：青禾县人民路1号（政务大厦3楼）　联系电话：0955-4741110　0955-4741111",
                [("address", "青禾县人民路1号（政务大厦3楼）"), ("phone", "0955-4741110\u30000955-4741111")],
            ),
            (
                "办公地址为青禾县人民路1号，联系电话为0955-4741110。",
                [("address", "青禾县人民路1号"), ("phone", "0955-4741110")],
            ),
            ("如有疑问，请致电0955-4741110。", [("phone", "0955-4741110")]),
            ("如对本报告有疑问，请与云溪镇党政办联系（0955-4741110）。", [("phone", "0955-4741110")]),
            ("欢迎来电咨询，也可发送邮件至yx@qinghe.gov.cn。", [("email", "yx@qinghe.gov.cn")]),
            ("联系方式：0955-4741110", [("phone", "0955-4741110")]),
            ("欢迎社会各界来电来函咨询（0955-4741110）。", [("phone", "0955-4741110")]),
            ("有疑问请与镇党政办联系（青禾县云溪镇人民路1号，邮编：755200）。", [("postcode", "755200")]),
            ("联系电话（0955）4741110", [("phone", "（0955）4741110")]),
            ("咨询电话：（办公室）0955-4741110", [("phone", "0955-4741110")]),
            ("联系人及电话：王某 0955-4741110", [("phone", "0955-4741110")]),
            ("联系电话：0955-4741110转801、4741112", [("phone", "0955-4741110转801、4741112")]),
            ("咨询热线：400-820-1234", [("phone", "400-820-1234")]),
            ("咨询电话：12345", [("phone", "12345")]),
            ("联系电话：13912345678", [("phone", "13912345678")]),
            ("政务公开办公室电话/传真：0955-4741110", [("phone", "0955-4741110")]),
            ("Tel：0955-4741110", [("phone", "0955-4741110")]),
            ("E-mail：yx@qinghe.gov.cn", [("email", "yx@qinghe.gov.cn")]),
            ("电子邮箱：<yx@qinghe.gov.cn>", [("email", "yx@qinghe.gov.cn")]),
            ("电子邮箱：yx＠qinghe。gov。cn，邮编：755200", [("email", "yx＠qinghe。gov。cn"), ("postcode", "755200")]),
            ("报告可在门户网站（http://www.qinghe.gov.cn）下载，联系电话：0955-4741110。", [("phone", "0955-4741110")]),
            ("监督电话：0955-4741115。咨询电话：0955-4741110。", [("phone", "0955-4741110")]),
            ("（地址：，邮编：，电话：）", [("address", ""), ("postcode", ""), ("phone", "")]),
            ("地址：青禾县人民路1号，邮编：电话：传真：", [
                ("address", "青禾县人民路1号"), ("postcode", ""), ("phone", ""), ("fax", "")
            ]),
            ("联系电话：×××-×××××××", [("phone", "×××-×××××××")]),
        ],
    )  # fmt: skip
    def test_is_understood(self, text: str, expected: list[tuple[str, str]]) -> None:
        assert entries(find_contact(document(text))) == expected

    @pytest.mark.parametrize(
        "text",
        [
            "做好政府信息公开电话的接听与登记工作，主动接受公众监督。",
            "公布举报电话：0955-4741115，接受社会监督。",
            "监督电话：0955-4741115，监督邮箱：jd@qinghe.gov.cn",
            "设立投诉举报电话0955-4741115和举报信箱。",
            "公开机构职能、办公地址、办公时间、联系电话、负责人姓名等信息。",
            "本报告电子版下载地址：http://www.qinghe.gov.cn",
            "网站地址为http://www.qinghe.gov.cn/。",
            "办理12345热线工单20件，接听咨询电话10234次，电话咨询为12034人次。",
            "拨打热线电话12345反映问题。",
            "如有疑问，请与我镇党政办联系。",
            "及时更新办公地址变更信息，通过局长信箱、电子邮件、传真等方式受理申请。",
            "在公开专栏公布咨询电话，明确投诉渠道。",
            "网站IP地址：10.0.0.1",
            "政务公开专区地址：政务大厅一楼。",
            "邮编：755200",
            "电话：无",
            "统计局2024年受理电话、信件12件。",
        ],
    )
    def test_is_no_contact(self, text: str) -> None:
        assert find_contact(document(text)) is None

    def test_fullest_group_is_the_statement(self) -> None:
        text = (
            "（一）在服务大厅公布办公电话：0955-4741119。\n"
            + "全年推进公开，群众满意度提升，栏目更新及时，流程更加规范，办理更加便捷。\n" * 3
            + "如有疑问，请联系镇党政办，地址：云溪镇人民路1号，电话：0955-4741110。"
        )
        found = find_contact(document(text))
        assert entries(found) == [("address", "云溪镇人民路1号"), ("phone", "0955-4741110")]
        assert found is not None
        assert found.text == text[found.span.start : found.span.end] == "地址：云溪镇人民路1号，电话：0955-4741110"

    def test_labels_know_their_place(self) -> None:
        text = "（邮　编：，联系电话：0955-4741110）"
        found = find_contact(document(text))
        assert found is not None
        label = found.entries[0].label
        assert label is not None
        assert text[label.span.start : label.span.end] == label.text == "邮　编"
        assert found.entries[0].value.span == Span(5, 5)


class TestFee:
    @pytest.mark.parametrize(
        "text",
        [
            "2024年，本机关未收取信息处理费。",
            "本年度没有产生政府信息公开信息处理费。",
            "2024年度无收取信息处理费情况。",
            "我局未按件、按量收取信息处理费。",
            "不存在收取信息公开处理费的情况。",
            "本年度收取信息处理费0元。",
            "收取信息处理费共计0.00元。",
            "信息处理费收取金额为零。",
            "信息处理费：无。",
            "信息处理费收取情况：未收取",
            "发出收费通知的件数和总金额以及实际收取的总金额均为0。",
            "本年度未向任何申请人发出收费通知。",
            "相关办理事项均无收费。",
            "本年度未产生相关费用。",
            "对所有申请均免费提供。",
            "没有向申请人收取任何费用。",
            "依申请提供政府信息未收费。",
            "未收取检索、复制、邮寄等费用。",
            "（一）信息处理费收取情况\n无",
            "一、收取信息处理费情况。2024年未收取。",
            "我局严格执行《政府信息公开信息处理费管理办法》。本年度未收取任何费用。",
            "2024年有1件申请收取信息处理费380元。",
            "全市实际收取信息处理费共计400元。",
            "共收取信息处理费3件。",
        ],
    )
    def test_in_section_six(self, text: str) -> None:
        assert find_fee(*section_six(text)) is not None

    @pytest.mark.parametrize(
        "text",
        [
            "本年度未收取信息处理费。",
            "全年办理依申请公开3件，均未收取费用。",
            "政府信息公开的收费及减免情况：无。",
            "本年度未向申请人收取依申请公开的任何费用；未发生行政复议。",
            "没有向政府信息公开申请人进行收费的情况。",
        ],
    )
    def test_elsewhere(self, text: str) -> None:
        assert find_fee(document(text), None) is not None

    @pytest.mark.parametrize(
        "text",
        [
            "无",
            "无。",
            "暂无其他需要报告的事项。",
            "我局严格执行《政府信息公开信息处理费管理办法》。",
            "按照《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）规定的标准收取信息处理费。",
            "对无正当理由大量反复申请的，依法收取信息处理费。",
            "不断规范信息处理费收取工作，提升服务水平。",
            "信息处理费按件收取，10件以下不收费，11至30件每件100元。",
            "同一申请人一个自然月内申请10件以下的不收费，11件至30件的部分100元/件。",
            "本机关无行政事业性收费。",
            "严格落实教育收费公示制度，没有乱收费行为。",
        ],
    )
    def test_says_nothing_in_section_six(self, text: str) -> None:
        assert find_fee(*section_six(text)) is None

    @pytest.mark.parametrize(
        "text",
        [
            "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
            "及时公开行政事业性收费目录，未发现违规收费。",
            "行政事业性收费27.9万元，均已公开。",
            "组织免费培训3场，公开信息20条。",
            "信息处理不及时，费用公开不全面。",
            "本年收费金额（单位：万元）",
            "我镇没有其他费用支出。",
        ],
    )
    def test_says_nothing_elsewhere(self, text: str) -> None:
        assert find_fee(document(text), None) is None

    def test_place_is_the_sentence(self) -> None:
        draft, section = section_six("严格落实要求。本机关 2024 年未收取信息处理费。特此报告。")
        found = find_fee(draft, section)
        assert found is not None
        assert found.text == draft.text[found.span.start : found.span.end] == "本机关 2024 年未收取信息处理费。"

    @pytest.mark.parametrize(
        ("text", "amount"),
        [
            ("收取信息处理费380元。", Decimal(380)),
            ("发出收费通知2件，总金额700元，实际收取400元。", Decimal(400)),
            ("收取信息处理费1,200元。", Decimal(1200)),
            ("收取信息处理费0.04万元。", Decimal(400)),
            ("按100元/件的标准，收取300元。", Decimal(300)),
            ("收取信息处理费0元。", Decimal(0)),
            ("未收取信息处理费。", None),
            ("标准为100元/件。", None),
        ],
    )
    def test_amount(self, text: str, amount: Decimal | None) -> None:
        assert fee_amount(text) == amount


def test_sentence_joined_over_a_page_break() -> None:
    text = "本报告统计期限自2024年1月\n\n1日起至2024年12月31日止。"
    cut = text.index("\n")
    joined = PlainText.pieces(text, [Span(0, cut), Span(cut + 2, len(text))])
    found = find_period(Document(Source(text), [Paragraph(joined)]))
    assert limits(found) == TestPeriod.WHOLE
