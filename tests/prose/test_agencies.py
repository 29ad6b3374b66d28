"""Bodies by their names."""

import pytest

from gxlint.prose.agencies import Kind, Level, find_self_mentions, read_agency, same_body
from gxlint.text import PlainText, Span


@pytest.mark.parametrize(
    ("name", "regions", "kind", "level"),
    [
        ("青禾县云溪镇人民政府", ("青禾县", "云溪镇"), Kind.TOWNSHIP, Level.TOWNSHIP),
        ("临江市青禾县西镇乡人民政府", ("临江市", "青禾县", "西镇乡"), Kind.TOWNSHIP, Level.TOWNSHIP),
        ("云溪镇", ("云溪镇",), Kind.TOWNSHIP, Level.TOWNSHIP),
        ("青禾区人民政府石桥街道办事处", ("青禾区", "石桥街道"), Kind.SUBDISTRICT, Level.TOWNSHIP),
        ("石桥街道", ("石桥街道",), Kind.SUBDISTRICT, Level.TOWNSHIP),
        ("青禾县 人民政府", ("青禾县",), Kind.GOVERNMENT, Level.COUNTY),
        ("青禾县", ("青禾县",), Kind.GOVERNMENT, Level.COUNTY),
        ("临江市人民政府", ("临江市",), Kind.GOVERNMENT, Level.CITY),
        ("宁南省", ("宁南省",), Kind.GOVERNMENT, Level.PROVINCE),
        ("济宁市市中区人民政府", ("济宁市", "市中区"), Kind.GOVERNMENT, Level.COUNTY),
        ("荆州市沙市区人民政府", ("荆州市", "沙市区"), Kind.GOVERNMENT, Level.COUNTY),
        ("黔南布依族苗族自治州人民政府", ("黔南布依族苗族自治州",), Kind.GOVERNMENT, Level.CITY),
        ("新疆维吾尔自治区和田地区和田县", ("新疆维吾尔自治区", "和田地区", "和田县"), Kind.GOVERNMENT, Level.COUNTY),
        ("积石山保安族东乡族撒拉族自治县", ("积石山保安族东乡族撒拉族自治县",), Kind.GOVERNMENT, Level.COUNTY),
        ("临江市教育局", ("临江市",), Kind.DEPARTMENT, Level.CITY),
        ("青禾县人民政府办公室", ("青禾县",), Kind.DEPARTMENT, Level.COUNTY),
        ("青禾县住房和城乡建设局", ("青禾县",), Kind.DEPARTMENT, Level.COUNTY),
        ("青禾县乡镇企业局", ("青禾县",), Kind.DEPARTMENT, Level.COUNTY),
        ("临江市城市管理局", ("临江市",), Kind.DEPARTMENT, Level.CITY),
        ("临江市市场监督管理局", ("临江市",), Kind.DEPARTMENT, Level.CITY),
        ("临江市国有资产监督管理委员会", ("临江市",), Kind.DEPARTMENT, Level.CITY),
        ("临江市经济技术开发区管理委员会", ("临江市",), Kind.COMMITTEE, Level.CITY),
        ("国家税务总局青禾县税务局", ("青禾县",), Kind.DEPARTMENT, Level.COUNTY),
        ("国家税务总局", (), Kind.MINISTRY, Level.STATE),
        ("国家能源局", (), Kind.MINISTRY, Level.STATE),
        ("水利部", (), Kind.MINISTRY, Level.STATE),
        ("临江市政务服务中心", ("临江市",), Kind.INSTITUTION, Level.CITY),
        ("教育局", (), Kind.DEPARTMENT, Level.UNKNOWN),
        ("某单位", (), Kind.UNKNOWN, Level.UNKNOWN),
        ("", (), Kind.UNKNOWN, Level.UNKNOWN),
    ],
)
def test_what_a_name_tells(name: str, regions: tuple[str, ...], kind: Kind, level: Level) -> None:
    agency = read_agency(name)
    assert (agency.regions, agency.kind, agency.level) == (regions, kind, level)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("青禾县云溪镇人民政府", "云溪镇人民政府"),
        ("青禾县云溪镇人民政府", "青禾县云溪镇政府"),
        ("青禾县云溪镇人民政府", "云溪镇"),
        ("青禾县云溪镇人民政府", "云溪镇党政办公室"),
        ("青禾县云溪镇人民政府", "青禾县云溪镇人民政府党政综合办公室"),
        ("宁南省青禾县云溪镇人民政府", "临江市青禾县云溪镇人民政府"),
        ("石桥街道办事处", "青禾区石桥街道"),
        ("青禾县", "青禾县人民政府"),
        ("青禾县人民政府办公室", "青禾县人民政府"),
        ("临江市教育局", "市教育局"),
        ("临江市教育局", "临江市教育局政务公开领导小组办公室"),
        ("临江市市场监督管理局", "临江市市场监管局"),
        ("临江市发展和改革委员会", "临江市发改委"),
        ("临江市住房和城乡建设局", "住建局"),
        ("青禾县文化体育和旅游局", "青禾县文旅体局"),
        ("国家税务总局青禾县税务局", "青禾县税务局"),
        ("青禾县 水利局", "青禾县水利局"),
    ],
)
def test_one_body(one: str, other: str) -> None:
    assert same_body(one, other)
    assert same_body(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("青禾县云溪镇人民政府", "青禾县石桥镇人民政府"),
        ("青禾县云溪镇人民政府", "青禾县云溪乡人民政府"),
        ("青禾县云溪镇人民政府", "青禾县人民政府"),
        ("临江市教育局", "青禾县教育局"),
        ("临江市教育局", "临江市民政局"),
        ("临江市人民政府", "临江市教育局"),
        ("青禾县水利局", "青禾县水务局"),
        ("青禾县", "临江县"),
    ],
)
def test_two_bodies(one: str, other: str) -> None:
    assert not same_body(one, other)
    assert not same_body(other, one)


@pytest.mark.parametrize(
    ("text", "nouns"),
    [
        ("我局高度重视", ["局"]),
        ("我镇和本街道办", ["镇", "街道办"]),
        ("我街道坚持", ["街道"]),
        ("现就今年来我乡政务公开工作", ["乡"]),
        ("本机关、本单位、本级、本部门、我们、自我局限", []),
        ("基本县情", []),
    ],
)
def test_self_mentions(text: str, nouns: list[str]) -> None:
    mentions = list(find_self_mentions(PlainText.verbatim(text, Span(0, len(text)))))
    assert [mention.noun for mention in mentions] == nouns
    assert all(text[mention.words.span.start : mention.words.span.end] == mention.words.text for mention in mentions)
