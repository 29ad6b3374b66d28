"""词语重复：“的的”“进行进行”“等等……等”“镇镇人民政府”。

## 说明
多是修改、拼接时留下的。只查确实不会连用的词：“目的的”“标的的”“为了了解”“政府信息信息化”“人民政府政府信息公开”等正常的
连用不提示。“镇镇人民政府”只在文中别处写作“某某镇人民政府”时提示。

## 示例

```markdown bad in=一
按照按照上级的的要求，通过网站、公众号等等多个渠道公开信息，云溪镇镇人民政府组织进行进行培训。
```

```text expect
1:3-1:5 “按照”连写了两遍，请删去一个
1:8-1:9 “的”连写了两遍，请删去一个
1:21-1:22 “等”连写了两遍，请删去一个
1:34-1:35 “镇”连写了两遍，请删去一个
1:43-1:45 “进行”连写了两遍，请删去一个
```

```markdown fixed
按照上级的要求，通过网站、公众号等多个渠道公开信息，云溪镇人民政府组织进行培训。
```

```markdown good in=一
为了了解公开的目的的实现程度，镇镇通公路，村村有公开栏，青禾县云溪镇人民政府政府信息公开信息化水平逐步提高，工作工作者一起
研究，网站、公众号等等都已更新，日常常态化公开。
```
"""

from __future__ import annotations

from collections.abc import Iterator

from gxlint.document import Document
from gxlint.findings import Finding, Fix, Safety, Severity
from gxlint.i18n import _
from gxlint.prose.folding import keywords
from gxlint.prose.pairs import code, pairs
from gxlint.rule import rule
from gxlint.rules.citations import DRAFTING
from gxlint.text import Found, PlainText

#: Words that never follow themselves. Nouns that make compounds (公开公开栏, 管理管理办法) are not among them.
_WORDS = frozenset(
    keywords("""进行 开展 加强 推进 推动 提高 提升 完善 健全 及时 主动 积极 认真 严格 全面 进一步 不断 切实 按照 根据 关于 通过 以及 并且
    同时 对于 由于 因此 其中 为了 收到 依法 深入 扎实 持续 充分 有效 有序 有关 相关 各级 各类 各项 制定 印发 下发 坚持 围绕 结合 依托
    确保 明确 强化 优化 深化 细化 拓展 拓宽 履行 发挥 政务 工作 信息 情况 本年度 习近平 党中央 国务院 统筹 贯彻 牢固树立 高度重视
    我局 我镇 我乡 我县 我市 我区 我办 我委 我街道 年度 群众 满意度 满意率 保障 机制 渠道 措施 水平 能力""")
)
#: What may follow a word that stands twice all the same: 工作 + 工作人员.
_COMPOUNDS = {
    "工作": ("人员", "者", "组", "站", "小组", "领导", "日", "量", "会", "专班", "职责", "群", "室"),
    "信息": ("化", "技术", "系统", "中心", "员", "网", "产业", "平台", "量", "源", "类", "处理", "资源", "安全"),
    "情况": ("说明", "通报", "反映", "汇总", "报告", "表", "统计"),
    "有效": ("性", "期"),
    "根据": ("地",),
    "主动": ("性", "公开"),
    "积极": ("性",),
    "通过": ("率",),
    "群众": ("工作", "路线", "性", "团体", "组织", "观念", "来信", "来访"),
}
#: Longer words, whichever, are not written twice in a row; offices (领导小组领导小组办公室) and places may be.
_LONG = r"(?P<word>[一-鿿]{3,8}?)(?P<again>(?P=word))"
_BODIES = tuple("室会组局院处科队府部委办厅站所心员长人省市县区乡镇村街道")
_NUMERALS = frozenset("零〇一二三四五六七八九十百千万")
_YEAR = r"(?:19|20)\d\d年(?P<again>(?:19|20)\d\d年)"
#: An item of a list, or a clause, that stands twice in a row with its mark; what is only figures may.
_ITEM = r"(?<=[，；、：\n])(?P<item>[^，；、：。\n]{2,30}[一-鿿][^，；、：。\n]{2,30})(?P<again>[，；](?P=item))(?=[，；、。\n]|$)"
_PARTICLE = r"(?<![目标])的(?P<again>的)(?![士确])"
_LIST = r"等(?P<again>等)(?=多[个种类项]|各[种类]|[\d一二三四五六七八九十两]+[个种项类大]|[^，。；、\n]{1,8}(?<!平)等(?!级|次|候|待|同|于))"
_PLACE = r"(?P<name>\w{2})(?P<kind>\w)(?P<again>(?P=kind))人民政府"


@rule(category="wording", severity=Severity.WARNING, fix=Safety.UNSAFE, basis=[DRAFTING])
def check(document: Document) -> Iterator[Finding]:
    prose = document.prose
    yield from map(_finding, _doubled(prose))
    yield from map(_finding, prose.find(_ITEM))
    yield from map(_finding, prose.find(_PARTICLE, near="的的"))
    yield from map(_finding, prose.find(_LIST, near="等等"))
    yield from map(_finding, _places(prose))


def _doubled(prose: PlainText) -> Iterator[Found]:
    """Words of the list that stand twice; few texts have even the two characters where a word would meet itself."""
    present = pairs(prose.text)
    for word in _WORDS:
        if code(word[-1] + word[0]) in present:
            for found in prose.find(f"(?<!\\d){word}(?P<again>{word})", near=word * 2):
                if not prose.text.startswith(_COMPOUNDS.get(word, ("的话",)), found.match.end()):
                    yield found
    for found in prose.find(_LONG):
        word = found["word"]
        if word not in _WORDS and not word.endswith(_BODIES) and len(set(word) - _NUMERALS) > 1:
            yield found
    if code("年2") in present:
        for found in prose.find(_YEAR):
            if found.text[:5] == found["again"]:
                yield found


def _places(prose: PlainText) -> Iterator[Found]:
    """A township that is called so twice, and elsewhere once."""
    if not any(kind * 2 + "人民政府" in prose.text for kind in "镇乡县区市州"):
        return
    for found in prose.find(_PLACE):
        if found["name"] + found["kind"] + "人民政府" in prose.text:
            yield found


def _finding(found: Found) -> Finding:
    again, words = found.span_of("again"), found["again"].lstrip("，；、")
    fix = Fix.replace(again, "", _("删去重复的“{words}”", words=words))
    return Finding(again, _("“{words}”连写了两遍，请删去一个", words=words), fixes=(fix,))
