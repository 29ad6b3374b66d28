"""The instruments that rules cite, each named once."""

from __future__ import annotations

from gxlint.rule import Citation

#: The text of the regulation as the State Council publishes it.
REGULATION_URL = "https://www.gov.cn/zhengce/content/2019-04/15/content_5382991.htm"
REGULATION_NAME = "《中华人民共和国政府信息公开条例》（国务院令第711号）"
FORM = Citation(
    "《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》",
    "国办公开办函〔2021〕30号",
)
DRAFTING = Citation("《党政机关公文处理工作条例》（中办发〔2012〕14号）", "第十九条")
"""内容简洁，结构严谨，表述准确，文字精练: what any official text owes its readers."""
LAYOUT = "《党政机关公文格式》（GB/T 9704—2012）"


def regulation(article: str) -> Citation:
    """An article of the regulation on government information disclosure: ``regulation("第五十条")``."""
    return Citation(REGULATION_NAME, article, REGULATION_URL)
