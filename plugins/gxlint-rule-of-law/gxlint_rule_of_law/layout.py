"""What the report must tell of, as data: five matters, in whatever words and under however many headings."""

from __future__ import annotations

from gxlint.form.layout import Layout, SectionForm
from gxlint.rule import Citation
from gxlint.text import Pattern

MEASURES, PROBLEMS, DUTIES, PLANS, OTHERS = "measures", "problems", "duties", "plans", "others"

LAYOUT = Layout(
    edition=2019,
    sections=(
        SectionForm(MEASURES, "", "上一年度推进法治政府建设的主要举措和成效"),
        SectionForm(PROBLEMS, "", "存在的不足和原因"),
        SectionForm(DUTIES, "", "党政主要负责人履行推进法治建设第一责任人职责、加强法治政府建设的有关情况"),
        SectionForm(PLANS, "", "下一年度推进法治政府建设的主要安排"),
        SectionForm(OTHERS, "", "其他需要报告的情况", outline=("无其他需要报告的情况。",)),
    ),
    tables=(),
)

#: How headings speak of each matter. 坚持问题导向 and 化解争议问题 name what was done, not what is wanting.
TOPICS = {
    PLANS: Pattern(
        r"下一?步|今后|(?:工作|主要|重点|总体)(?:安排|打算|计划|思路|谋划|举措及安排)|"
        r"年度?.*(?:安排|打算|计划|思路|展望|谋划)|^(?:工作)?(?:安排|打算|计划)|努力方向|(?:改进|整改)措施|下一?年度|明年"
    ),
    PROBLEMS: Pattern(
        r"^(?!.*(?:坚持|聚焦|着力|解决|化解|破解|补齐|整治).*(?:问题|短板|困难|薄弱)).*?(?:不足|问题|短板|困难|薄弱)"
    ),
    DUTIES: Pattern(r"第一责任人|主要(?:负责人|负责同志|领导).*(?:职责|履职|责任|述法)|履行.*法治建设.*职责"),
    OTHERS: Pattern(r"其[他它].*(?:情况|事项|问题)|需要?(?:报告|说明)的"),
    MEASURES: Pattern(
        r"举措|成效|成绩|做法|工作措施|主要措施|主要工作|工作总结|(?:基本|总体|整体)情况|"
        r"(?:工作|建设|开展|完成|推进|落实|进展|贯彻)(?:的)?(?:主要)?情况"
    ),
}

SUPERVISION = "《法治政府建设与责任落实督察工作规定》（中共中央办公厅、国务院办公厅2019年印发）"
CONTENTS = Citation(SUPERVISION)
"""The five matters."""
PUBLICATION = Citation(SUPERVISION, "第二十四条")
"""每年4月1日之前, to the public."""
FIRST_RESPONSIBLE = Citation("《党政主要负责人履行推进法治建设第一责任人职责规定》（2016年印发）")
