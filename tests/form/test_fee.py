"""The statement of fees, in the many words that drafts use for it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from gxlint.form.statements import fee_amount, find_fee

from .statements import document, section_six


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
