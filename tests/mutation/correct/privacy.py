"""Numbers that look like a person's and are not, or may stand where they stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ..bases import BUREAU, COUNTY, STREET, TOWN
from ..cases import Correct
from .tempting import family

_BASIS, _PERIOD, _CONTACT = TOWN.preamble
_NUMBERS: Mapping[str, Sequence[str]] = {
    "统一社会信用代码": ["公示企业名录，统一社会信用代码如91430781MA4L12345X、11430781006654321K。"],
    "校验位不对的十八位数": ["项目档案号430781199001011230，系统流水号110101199003070001。"],
    "遮住的证号": ["名单中身份证号以430781********1234形式公布，手机号以138****5678形式公布。"],
    "流水号": ["工单编号20240109123456789，受理编号2024010912345。"],
    "项目代码": ["项目代码2024-430781-04-01-123456，招标编号QH-20240618-0012。"],
    "座机": ["公开监督电话0735-6471234、07356471235，传真010-66001234。"],
    "热线": ["公布热线12345、12315、400-812-3456、4008123456、95598。"],
    "大数": ["公开预算资金13812345678元，网站访问量15900001111次。"],
    "群号": ["政务公开QQ群号为138123456，微信公众号原始ID为gh_13812345。"],
    "地址": ["服务器地址为10.138.12.34，端口18080，备案号湘ICP备13812345号。"],
    "不是银行卡": ["设备序列号6222021234567890124，条形码6901234567892，合同号6228480000000000001。"],
    "面积和长度": ["公开地块坐标E112.345678，N28.123456789，面积13812.3456平方米。"],
    "日期连写": ["数据批次20240101至20241231，版本202401091530。"],
    "分机号": ["窗口电话0735-6470935，分机号1380，内线138001。"],
    "文号和期号": ["刊登公报2024年第13期，累计第138期，刊号13-8123。"],
    "图书号": ["汇编书号为978-7-5000-1234-5，定价0元。"],
    "合计数": ["补贴名册共18位数编码，人数138人，金额1234567.89元。"],
}
_CONTACTS = (
    "联系人：张××，联系电话：13812345678。",
    "如有疑问请联系云溪镇党政办公室，电话：0735-6470935、13900001234。",
    "联系方式：地址：青禾县云溪镇人民路62号；手机：15912345678；邮编：493756。",
    "咨询电话：18600001111（工作日9:00—17:00）。",
)


def cases() -> Iterator[Correct]:
    """The correct reports of this family."""
    bases = (TOWN, COUNTY, STREET, BUREAU)
    texts = {name: (bases[n % 4], {"一五"[n % 2]: lines}) for n, (name, lines) in enumerate(_NUMBERS.items())}
    yield from family("privacy", texts)
    for text in _CONTACTS:
        yield Correct("privacy", text, TOWN.with_preamble(_BASIS, _PERIOD, text))
    moved = TOWN.with_preamble(_BASIS, _PERIOD)
    yield Correct("privacy", "手机号在文末联系方式里", moved.with_paragraph("六", _CONTACTS[2]))
