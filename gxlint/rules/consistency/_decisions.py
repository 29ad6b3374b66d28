"""Which figures of the text speak of documents issued and decisions taken, and of which cells of table two."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gxlint.form.layout import Key
from gxlint.i18n import _, later, translated
from gxlint.rules.consistency._claims import Claim, Sum
from gxlint.rules.consistency._figures import Said
from gxlint.text import compiled

#: What a sentence must contain to be about what table two counts.
ABOUT = re.compile(r"规范性文件|规章(?!制度)|行政(?:许可|处罚|强制)")

_NOUNS = {"normative_documents": r"(?:行政)?规范性文件", "rules": r"规章(?!制度)"}
_VERBS = {
    "issued": r"新?(?:制定|制发|出台|印发)",
    "repealed": r"废止",
    "effective": r"(?:现行|继续|现存|目前)(?:有效|实施)的?",
}
_DECISIONS = {"licensing": r"行政许可", "penalties": r"行政处罚", "coercion": r"行政强制(?:措施|执行)?"}
_NAMES = {
    "issued": later("制发"),
    "repealed": later("废止"),
    "effective": later("现行有效"),
    "normative_documents": later("规范性文件"),
    "rules": later("规章"),
    "licensing": later("行政许可"),
    "penalties": later("行政处罚"),
    "coercion": later("行政强制"),
}
_FILL = (
    r"共计|合计|总计|一共|共|计|总|为|是|有|均|了|的|达|数量|总数|件数|数|新|任何|和|及|、|，|情况|全年|本年度?|年内|当年|截至|截止|年底|年末"
    r"|\d{4}年度?|12月31日|[我本][局委办厅镇乡县区市省州院]|我?街道|本机关"
)
_DOCUMENT = "|".join((*_NOUNS.values(), *_VERBS.values()))
#: From the first noun or verb on nothing but nouns, verbs and words that add nothing.
_OF_DOCUMENTS = re.compile(rf"(?:{_DOCUMENT})(?:{_DOCUMENT}|{_FILL})*+$")
_DECISION = "|".join(_DECISIONS.values())
_OF_DECISIONS = re.compile(rf"(?:{_DECISION})(?:{_DECISION}|决定|处理结果|业务|{_FILL})*+$")
_ACT = re.compile(r"办理|办结|作出|做出|实施|审批")
#: Publishing, reviewing or clearing up is not issuing or deciding; 案件 may be opened and not decided.
_OTHER_ACT = re.compile(
    r"公开|公示|公布|发布|解读|备案|审查|审核|清理|修订|修改|起草|草案|意见|归集|上传|录入|报送|推送|评估|培训|检查|立案|案件|党|上级|转发|联合|其中"
)
_UNITS_OF_DECISIONS = frozenset({"件", "宗", "起", "例", "份", "个", "件次", ""})
_EACH = re.compile(r"各(?:自)?(?:有|是|为)?$")
_ENDS = re.compile(r"$|[、，和及与并且均全都已按其同（(]")
_NO_DOCUMENTS = re.compile(rf"(?:{_DOCUMENT}|{_FILL})*+")
_NO_DECISIONS = re.compile(rf"(?:{_DECISION}|决定|事项|{_FILL})*+")
_ISSUING = {"制定": "issued", "制发": "issued", "出台": "issued", "印发": "issued", "废止": "repealed", "": "issued"}
_ACTING = frozenset({"办理", "作出", "做出", "实施", "发生", "产生", ""})


def claims_on_decisions(said: Said) -> Iterator[Claim]:
    """What a figure claims of table two: nothing where its words leave any doubt."""
    if _OTHER_ACT.search(said.so_far):
        return iter(())
    if said.verb is not None:
        return _none(said, said.verb)
    if not _ENDS.match(said.after):
        return iter(())
    return _documents(said) if _named(_VERBS, said.before) else _decisions(said)


def _none(said: Said, verb: str) -> Iterator[Claim]:
    """未制定规范性文件; 无行政处罚、行政强制."""
    nouns, rows = _named(_NOUNS, said.after), _named(_DECISIONS, said.after)
    if nouns and verb in _ISSUING and _NO_DOCUMENTS.fullmatch(said.after):
        verbs = _named(_VERBS, said.after) or [_ISSUING[verb]]
        yield _claim(said, [Key(noun, column) for noun in nouns for column in verbs], [*verbs, *nouns])
    if rows and verb in _ACTING and _NO_DECISIONS.fullmatch(said.after):
        yield _claim(said, [Key(row, "decisions") for row in rows], rows)


def _documents(said: Said) -> Iterator[Claim]:
    """制发规范性文件2件; 规范性文件制发2件、废止1件."""
    words = _EACH.sub("", said.before)
    nouns = _named(_NOUNS, words) or _named(_NOUNS, said.so_far)[-1:]
    if nouns and _OF_DOCUMENTS.search(words):
        verbs = _named(_VERBS, words)
        for group in [[verb] for verb in verbs] if said.each else [verbs]:
            yield _claim(said, [Key(noun, column) for noun in nouns for column in group], [*group, *nouns])


def _decisions(said: Said) -> Iterator[Claim]:
    """办理行政许可146件、行政处罚8件."""
    words = _EACH.sub("", said.before)
    rows = _named(_DECISIONS, words)
    if rows and said.unit in _UNITS_OF_DECISIONS and _ACT.search(said.so_far) and _OF_DECISIONS.search(words):
        for group in [[row] for row in rows] if said.each else [rows]:
            yield _claim(said, [Key(row, "decisions") for row in group], group)


def _claim(said: Said, keys: list[Key], names: list[str]) -> Claim:
    return Claim(said, _("、").join(translated(_NAMES[name]) for name in names), (Sum(tuple(keys)),))


def _named(kinds: dict[str, str], words: str) -> list[str]:
    """Which of several kinds the words name."""
    return [kind for kind, pattern in kinds.items() if compiled(pattern).search(words)]
