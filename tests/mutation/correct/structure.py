"""Titles, overviews, numberings and closings of every legal kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from gxlint.testing.drafts import Draft
from gxlint.testing.pieces import Line
from gxlint.testing.shapes import SHAPES

from ..bases import BUREAU, CITY, COUNTY, IDLE, MARKET, MINISTRY, NATIONAL, RURAL, STREET, TOWN, renamed
from ..cases import Correct
from .overviews import OVERVIEWS
from .tempting import family

_TITLES: Mapping[str, Sequence[str]] = {
    "机关单独一行": ("青禾县云溪镇人民政府", "2024年政府信息公开工作年度报告"),
    "年份在前": ("2024年青禾县云溪镇人民政府政府信息公开工作年度报告",),
    "年份在后": ("青禾县云溪镇人民政府政府信息公开工作年度报告（2024年）",),
    "年度": ("青禾县云溪镇人民政府2024年度政府信息公开工作年度报告",),
    "年份在后，年度": ("青禾县云溪镇人民政府政府信息公开工作年度报告（2024年度）",),
    "两行，年度": ("青禾县云溪镇人民政府", "2024年度政府信息公开工作年度报告"),
    "三行": ("青禾县云溪镇人民政府", "政府信息公开工作年度报告", "（2024年）"),
    "有空格": ("青禾县云溪镇人民政府 2024年政府信息公开工作年度报告",),
}
_SIGNATURES: Mapping[str, Sequence[str]] = {
    "汉字日期": ("青禾县云溪镇人民政府", "二〇二五年一月十五日"),
    "三月底": ("青禾县云溪镇人民政府", "2025年3月31日"),
    "二月": ("青禾县云溪镇人民政府", "2025年2月20日"),
    "同一行": ("青禾县云溪镇人民政府　2025年1月15日",),
    "有空格的日期": ("青禾县云溪镇人民政府", "2025 年 1 月 15 日"),
}
_LOOKALIKES = family(
    "structure",
    {
        "人名和申请人隐去": (
            TOWN,
            {
                "一": [
                    "向申请人张××、李某某公开了土地征收信息，答复申请人××有限公司政府信息公开申请1件。",
                    "王××诉青禾县云溪镇人民政府一案已撤诉。",
                ]
            },
        ),
        "附件": (TOWN, {"六": ["附件：1.云溪镇政府信息公开目录", "2.云溪镇政府信息公开指南"]}),
        "首先其次": (TOWN, {"一": ["首先，统一目录；其次，规范流程；再次，强化监督；最后，逐条公示。"]}),
        "第一第二": (RURAL, {"五": ["第一，补齐短板。第二，加强培训。第三，严格考核。"]}),
        "一方面另一方面": (COUNTY, {"五": ["一方面完善制度，另一方面加强督查；一要抓内容，二要抓质量，三要抓时效。"]}),
        "多级序号": (
            TOWN,
            {
                "五": [
                    "（三）下一步打算",
                    "1.完善目录。",
                    "（1）梳理事项。",
                    "（2）公开目录。",
                    "2.加强培训。",
                    "（1）组织学习。",
                    "（2）开展测试。",
                ]
            },
        ),
        "各小节从头编号": (
            STREET,
            {
                "五": [
                    "（三）补充说明",
                    "1.在公开内容上，补充历史文件。",
                    "2.在公开形式上，增加图解。",
                    "（四）其他工作",
                    "1.联系群众。",
                    "2.征求意见。",
                ]
            },
        ),
        "一是分段写": (
            MARKET,
            {"五": ["一是完善公开目录，及时补充。", "二是加强业务培训，提高能力。", "三是强化监督考核，压实责任。"]},
        ),
        "条款号": (
            BUREAU,
            {"一": ["《条例》第二十条第（三）项所列信息已公开，第十九条、第二十一条所列信息按需补充。"]},
        ),
        "名称里的数字": (
            TOWN,
            {
                "一": [
                    "五一村、六合社区的公开栏已更新，一站式服务、“一网通办”“三公”经费等专题运行正常，第一书记参加培训。"
                ]
            },
        ),
        "说明格式的话": (
            COUNTY,
            {"一": ["政府信息公开申请办理数据以表格形式公布，相关内容请查看网站公告。"]},
        ),
        "请群众审阅": (
            TOWN,
            {"一": ["邀请群众代表审阅公开目录草案，报县政府办公室备案，并向县人大报告工作。"]},
        ),
        "下划线和横线": (
            TOWN,
            {"一": ["设置“政策—解读—问答”联动栏目，邮箱zwgk_yunxi@qinghe.gov.cn同步接收意见。"]},
        ),
        "括号里的说明": (
            TOWN,
            {"一": ["公开内容（具体目录见网站）已更新，公示地点（此处为镇政府一楼）方便群众查看。"]},
        ),
        "英文字母代号": (TOWN, {"一": ["A类事项46项、B类事项32项，X射线设备使用单位名单已公示。"]}),
        "第五部分成段": (
            CITY,
            {"五": ["此外，针对基层反映的问题，2025年将加强指导，对照问题逐项改进。"]},
        ),
    },
)


_BODIES = (
    ("澄湖市白石区人民政府", "我区", "全区"),
    ("青禾高新技术产业开发区管理委员会", "本委", "全区"),
    ("湘江省教育厅", "我厅", "全省"),
    ("青山自治县人民政府", "我县", "全县"),
    ("澄湖市消防救援支队", "我支队", "全市"),
    ("青禾师范学院", "我院", "全院"),
    ("青禾县石门土家族乡人民政府", "我乡", "全乡"),
    ("澄湖海关", "本关", "全关"),
)


def cases() -> Iterator[Correct]:
    """The correct reports of this family."""
    yield from _LOOKALIKES
    for name, lines in _TITLES.items():
        yield Correct("structure", f"标题：{name}", TOWN.with_title(*lines))
    for name, lines in _SIGNATURES.items():
        yield Correct("structure", f"落款：{name}", TOWN.with_signature(*lines))
    for name, content in OVERVIEWS.items():
        yield Correct("structure", f"总体情况：{name}", TOWN.with_section("一", *content))
    for report in (RURAL, STREET, COUNTY, BUREAU, MARKET, CITY, NATIONAL, MINISTRY, IDLE):
        yield Correct("structure", f"{report.title[0].text}", report)
    for names in _BODIES:
        yield Correct("structure", names[0], renamed(*names))
    yield Correct("structure", "局一月底", BUREAU.with_signature("临江市教育局", "2025年1月31日"))
    yield Correct("structure", "县政府三月底", COUNTY.with_signature("青禾县人民政府", "2025年3月28日"))
    yield Correct("structure", "街道二月", STREET.with_signature("澄湖市白石区柳岸街道办事处", "2023年2月28日"))
    yield Correct("structure", "第五部分一段", TOWN.with_section("五", *_PROBLEMS))
    yield Correct("structure", "没有落款", TOWN.with_signature())
    yield from _marked()


_PROBLEMS = (
    "2024年，政府信息公开工作仍有公开内容不够丰富、解读形式较为单一等不足。已通过增加公开栏目、邀请业务干部出镜解读加以改进，"
    "群众反映良好。",
)


def _marked() -> Iterator[Correct]:
    """With Markdown marks, which plain text often carries too."""
    reason = {"Word": "Word 文件没有 Markdown 记号"}
    tables = {
        shape.name: "表格之外的横线只在 Markdown 里是分隔线"
        for shape in SHAPES
        if not shape.name.startswith("markdown")
    }
    bold: Draft = TOWN.with_paragraph(
        "一", "**（六）其他工作。** 开展公开日活动2次。", "__创新举措__：设立流动公开栏。"
    )
    yield Correct("structure", "加粗的小标题", bold, reason)
    yield Correct("structure", "分隔线", TOWN.with_paragraph("六", "---"), tables)
    yield Correct(
        "structure", "星号分隔线", TOWN.with_paragraph("五", "* * *", Line.of("以上问题将持续整改。")), tables
    )
    yield Correct(
        "structure", "链接", TOWN.with_paragraph("一", "详见[公开指南](http://www.qinghe.gov.cn/zn)。"), reason
    )
