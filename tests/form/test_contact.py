"""The statement of contact, in the many words that drafts use for it."""

from __future__ import annotations

import pytest

from gxlint.form.report import Contact
from gxlint.form.statements import find_contact
from gxlint.text import Span

from .statements import document


def entries(contact: Contact | None) -> list[tuple[str, str]]:
    return [(entry.kind, entry.value.text) for entry in contact.entries] if contact else []


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
