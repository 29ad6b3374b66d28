"""Texts meant to be slow: every one must take time in proportion to its length."""

from __future__ import annotations

from collections.abc import Iterator

from bench import corpus

HEAD = "# 青禾县云溪镇人民政府2024年政府信息公开工作年度报告\n\n## 一、总体情况\n\n"

#: What is repeated, by a name for it.
PIECES = {
    "one line": "主动公开政府信息工作，",
    "一是": "一是",
    "Chinese numerals": "一二三四五六七八九十",
    "opening brackets": "（",
    "mixed brackets": "（《〔“[【(",
    "bracket pairs": "（）",
    "digits": "7",
    "digits and commas": "7,",
    "dates": "2024年1月1日至",
    "pipes": "|",
    "pipe rows": "|1|2|3|\n",
    "rows of two": "甲\t1\n",
    "tabs": "\t",
    "less-than": "<",
    "tags": "<td>",
    "open comments": "<!-- ",
    "asterisks": "*",
    "emphasis": "**一** ",
    "backslashes": "\\",
    "backticks": "`",
    "ampersands": "&",
    "spaces": " ",
    "full-width spaces": "\u3000",
    "line ends": "\n",
    "headings": "## 一、总体情况\n\n",
    "hashes": "#",
    "sections": "三、收到和处理政府信息公开申请情况\n",
    "table rows": "|一、本年新收政府信息公开申请数量|1|0|0|0|0|0|1|\n",
    "loose labels": "（一）予以公开\n0\n",
    "tables": "|信息内容|本年制发件数|本年废止件数|现行有效件数|\n|-|-|-|-|\n|规章|0|0|0|\n\n",
    "counts": "收到申请7件，办结7件，",
    "breakdowns": "共7件，其中3件、4件，",
    "signatures": "青禾县云溪镇人民政府\n",
    "quotes": "> ",
    "list items": "- 一\n",
    "nested list items": "  - 一\n",
    "carets": "^",
    "Latin letters": "x",
    "placeholders": "XX",
    "URLs": "http://a.b/",
    "addresses": "地址：云溪镇",
    "phone numbers": "0571-12345678 ",
    "percentages": "7%",
    "colons": "：",
    "dunhao": "、",
    "full stops": "。",
    "semicolons": "；",
    "quotations": "《政府信息公开条例》",
    "citations": "国办公开办函〔2021〕30号",
    "agencies": "青禾县云溪镇人民政府",
    "offices": "县",
    "years": "2024年",
    "repeated words": "工作工作",
    "negations": "未",
    "in particular": "其中",
}


def texts(size: int) -> Iterator[tuple[str, str]]:
    """Each hostile text, *size* characters long, with its name; first an ordinary one."""
    yield "reports", corpus.big(corpus.SHAPES["markdown"], 2 * size)[:size]
    for name, piece in PIECES.items():
        yield name, HEAD + piece * (size // len(piece))
        if "\n" not in piece:
            yield f"{name}, a line each", HEAD + (piece + "\n") * (size // (len(piece) + 1))
