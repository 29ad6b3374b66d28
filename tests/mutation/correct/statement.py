"""The many ways to state the period, the contact, the fee and the legal basis."""

from __future__ import annotations

from collections.abc import Iterator

from gxlint.testing.pieces import Line

from ..bases import CHARGED, COUNTY, IDLE, TOWN
from ..cases import Correct
from .tempting import family

_BASIS, _PERIOD, _CONTACT = TOWN.preamble
_PERIODS = (
    "本报告统计期限自2024年1月1日起至2024年12月31日止。",
    "报告所列数据的统计期为2024年1月1日—12月31日。",
    "数据统计期限：2024年1月1日至2024年12月31日。",
    "统计起止时间为2024 年 1 月 1 日至 12 月 31 日。",
    "本年度报告中所列数据统计期限自2024年1月1日始，至2024年12月31日止。",
    "统计数据从2024年1月1日至12月31日。",
    "报告中的数据统计时限为2024年1月1日到12月31日止。",
    "除特别说明外，本报告所列数据的统计期限从2024年1月1日起，至2024年12月31日止。",
    "所列数据的时间范围是2024年1月1日至12月31日。",
    "本报告的报告期为2024年1月1日至12月31日。",
    "本报告涵盖2024年1月1日至2024年12月31日期间的政府信息公开工作情况。",
    "本报告数据统计时间：2024年1月1日～2024年12月31日。",
    "本报告所列数据，均为2024年1月1日-12月31日的数据。",
    "本报告中数据的统计期限自2024年01月01日起至2024年12月31日止。",
    "数据统计周期为2024年1月1日至12月31日。",
)
_CONTACTS = (
    "联系方式：地址：青禾县云溪镇人民路62号；邮编：493756；电话：0735-6470935；邮箱：xxgk@qinghe.gov.cn。",
    "如对本报告有疑问，请联系云溪镇党政办公室，电话0735—6470935。",
    "公众如需进一步咨询，可拨打咨询电话：400-812-3456。",
    "有意见和建议，可致电政务服务便民热线12345，联系电话：12345。",
    "联系人：张××，联系电话：13812345678。",
    "如有疑问，请与镇党政办公室联系，联系电话：0735-6470935转8012。",
    "联系电话：0735-6470935、6470936；传真：0735-6470937。",
    "联系电话：0735-6470935/6470936，邮政编码：493756。",
    "联系电话：（0735）6470935。",
    "欢迎来信，电子信箱：yunxi_xxgk@qinghe.gov.cn。",
    "通信地址：青禾县云溪镇人民路62号云溪镇人民政府二楼，邮政编码493756。",
    "如需纸质文本，请与云溪镇党政办公室联系，地址：青禾县云溪镇人民路62号，电话（传真）：0735-6470935。",
    "咨询电话：010-66001234；办公地址：人民路62号。",
    "联系人：李四平、王小兰；电话：0735-6470935，18900001111。",
)
_CONTACT_LINES = (
    ("联系方式", "联系地址：青禾县云溪镇人民路62号", "邮政编码：493756", "联系电话（传真）：0735-6470935"),
    ("欢迎提出意见。", "办公地址：云溪镇人民路62号　邮编：493756", "电子邮箱：xxgk@qinghe.gov.cn"),
)
_FEES = (
    "2024年，本机关未收取信息处理费。",
    "本年度没有产生政府信息公开信息处理费。",
    "无收取信息处理费情况。",
    "本机关依申请提供政府信息，相关办理事项均无收费。",
    "2024年未发生依申请公开收费。",
    "信息处理费：0元。",
    "未向申请人收取信息处理费，也无其他需要报告的事项。",
    "2024年收取信息处理费0元。",
    "本年度发出收费通知的件数为0，收取信息处理费总金额为0元。",
    "依申请公开政府信息未收取任何费用。",
    "根据《政府信息公开信息处理费管理办法》，2024年度云溪镇未向申请人收取政府信息公开信息处理费。",
)
_BASES = (
    "根据《政府信息公开条例》和有关规定，编制本报告。",
    "根据新修订的《中华人民共和国政府信息公开条例》（以下简称“《条例》”）规定，编制本报告。",
    "按照《中华人民共和国政府信息公开条例》第五十条要求，现公布2024年政府信息公开工作年度报告。",
    "依据《中华人民共和国政府信息公开条例》（中华人民共和国国务院令第711号）编制本报告。",
    "现根据《中华人民共和国政府信息公开条例》（以下简称《条例》）、《国务院办公厅政府信息与政务公开办公室关于印发"
    "〈中华人民共和国政府信息公开工作年度报告格式〉的通知》（国办公开办函〔2021〕30号）和《青禾县人民政府办公室关于做好"
    "2024年政府信息公开工作年度报告编制和发布工作的通知》（青政办函〔2022〕30号）要求，编制本报告。",
)
_LOOKALIKES = family(
    "statement",
    {
        "别的文号": (
            TOWN,
            {
                "一": [
                    "修订《云溪镇信息公开保密审查办法》（云政办函〔2019〕60号），办结县政协第492号提案。",
                    "转发《青禾县公共企事业单位信息公开实施细则》（青政办发〔2021〕30号）。",
                ]
            },
        ),
        "举报电话之外有联系方式": (COUNTY, {"一": ["公布监督举报电话0735-6471234，接受社会监督。"]}),
        "法律法规施行日期": (
            TOWN,
            {"一": ["组织学习2019年5月15日起施行的新条例和2021年1月1日起施行的收费办法。"]},
        ),
    },
)


def cases() -> Iterator[Correct]:
    """The correct reports of this family."""
    yield from _LOOKALIKES
    for text in _PERIODS:
        yield Correct("statement", text, TOWN.with_preamble(_BASIS, text, _CONTACT))
    yield Correct(
        "statement", "统计期限在总体情况里", TOWN.with_preamble(_BASIS, _CONTACT).with_paragraph("一", _PERIODS[1])
    )
    for text in _CONTACTS:
        yield Correct("statement", text, TOWN.with_preamble(_BASIS, _PERIOD, text))
    for lines in _CONTACT_LINES:
        yield Correct("statement", lines[1], TOWN.with_preamble(_BASIS, _PERIOD, *lines))
    yield Correct(
        "statement", "联系方式在第六部分", TOWN.with_preamble(_BASIS, _PERIOD).with_paragraph("六", *_CONTACTS[:1])
    )
    for text in _FEES:
        yield Correct("statement", text, TOWN.with_section("六", text))
    fee_first = TOWN.with_paragraph("一", "2024年未收取政府信息公开信息处理费。")
    yield Correct("statement", "第六部分只有“无”", fee_first.with_section("六", "无"))
    yield Correct("statement", "第六部分只有“无。”", fee_first.with_section("六", "无。"))
    paid = "2023年收取信息处理费380元，发出收费通知3件。"
    yield Correct("statement", paid, CHARGED.with_section("六", paid))
    for text in _BASES:
        yield Correct("statement", text[:40], TOWN.with_preamble(text, _PERIOD, _CONTACT))
    moved = TOWN.with_preamble(_PERIOD, _CONTACT)
    part = TOWN.part("一")
    opening = "2024年，我镇认真贯彻《中华人民共和国政府信息公开条例》，各项工作有序开展。"
    yield Correct("statement", "条例在总体情况里", moved.with_section("一", Line.of(opening), *part.content))
    shorter = IDLE.with_preamble(f"{_BASES[0]}{_PERIODS[0]}{_CONTACTS[1]}")
    yield Correct("statement", "引言只有一段", shorter)
