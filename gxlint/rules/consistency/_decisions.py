"""Which figures of the text speak of documents issued and decisions taken, and of which cells of table two."""

from __future__ import annotations

from collections.abc import Iterator

from gxlint.form.layout import Key
from gxlint.i18n import _, later, translated
from gxlint.prose.phrases import Lexicon, has_any, wordlist
from gxlint.rules.consistency._claims import Claim, Sum
from gxlint.rules.consistency._figures import Said
from gxlint.rules.consistency._words import QUANTITIES, SELVES, ends, without_each
from gxlint.text import Pattern

#: Of these a sentence must have one to be about what table two counts.
ABOUT = ("规范性文件", "规章", "行政许可", "行政处罚", "行政强制")

_DOCUMENT = Pattern("规范性文件|规章")
_ROWS = ("rules", "normative_documents", "licensing", "penalties", "coercion")
_COLUMNS = ("issued", "repealed", "effective")
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
_MEANINGS = {
    **dict.fromkeys(("规范性文件", "行政规范性文件"), "normative_documents"),
    "规章": "rules",
    **dict.fromkeys(("制定", "制发", "出台", "印发", "新制定", "新制发", "新出台", "新印发"), "issued"),
    "废止": "repealed",
    **dict.fromkeys(("现行有效", "继续有效", "现存有效", "目前有效", "继续实施"), "effective"),
    "行政许可": "licensing",
    "行政处罚": "penalties",
    **dict.fromkeys(("行政强制", "行政强制措施", "行政强制执行"), "coercion"),
}
#: Words that these are spoken of with; a phrase of these alone counts all of them.
_LEXICON = Lexicon(
    "的 了 新 任何 和 及 、 ， 情况 全年 本年 本年度 年内 当年 截至 截止 年底 年末 12月31日 决定 处理决定 处理结果 业务"
    f" 办理 办结 作出 做出 实施 审批 {QUANTITIES} {SELVES}",
    _MEANINGS,
)
_NONE = _LEXICON.with_words("事项 过")
#: Where a phrase on documents or decisions begins.
_BEGINS = Pattern(
    "(?:行政)?规范性文件|规章|新?(?:制定|制发|出台|印发)|废止|现行有效|继续有效|现存有效|行政(?:许可|处罚|强制)"
)
_VERBS = ("制定", "制发", "出台", "印发", "废止", "有效")
_ACTS = wordlist("办理 办结 作出 做出 实施 审批 处理决定")
#: Publishing, reviewing or clearing up is not issuing or deciding; 案件 may be opened and not decided.
_OTHER_ACTS = wordlist(
    "公开 公示 公布 发布 解读 备案 审查 审核 清理 修订 修改 起草 草案 意见 归集 上传 录入 报送 推送 评估 培训 "
    "检查 立案 案件 党 上级 转发 联合 其中 规章制度"
)
_UNITS_OF_DECISIONS = frozenset({"件", "宗", "起", "例", "份", "个", "件次", ""})
_ISSUING = {"制定": "issued", "制发": "issued", "出台": "issued", "印发": "issued", "废止": "repealed", "": "issued"}
_ACTING = frozenset({"办理", "作出", "做出", "实施", "发生", "产生", ""})


def claims_on_decisions(said: Said) -> Iterator[Claim]:
    """What a figure claims of table two: nothing where its words leave any doubt."""
    if has_any(said.in_clause if _says_it_all(said.in_clause) else said.so_far, _OTHER_ACTS):
        return
    if said.verb is not None:
        yield from _none(said, said.verb)
    elif ends(said.after):
        words = without_each(said.before)
        found = _BEGINS.search(words)
        meant = _LEXICON.read(words[found.start() :]) if found else None
        if meant:
            yield from _documents(said, meant) if _only(meant, _COLUMNS) else _decisions(said, meant)


def _says_it_all(words: str) -> bool:
    """Whether the words of one clause have both the verb and the noun, so that nothing before them matters."""
    return has_any(words, ABOUT) and has_any(words, (*_VERBS, *_ACTS))


def _none(said: Said, verb: str) -> Iterator[Claim]:
    """未制定规范性文件; 无行政处罚、行政强制."""
    meant = _NONE.read(said.after) or []
    nouns, rows = _only(meant, _ROWS[:2]), _only(meant, _ROWS[2:])
    if nouns and not rows and verb in _ISSUING:
        columns = _only(meant, _COLUMNS) or [_ISSUING[verb]]
        yield _claim(said, [Key(noun, column) for noun in nouns for column in columns], [*columns, *nouns])
    if rows and not nouns and verb in _ACTING:
        yield _claim(said, [Key(row, "decisions") for row in rows], rows)


def _documents(said: Said, meant: list[str]) -> Iterator[Claim]:
    """制发规范性文件2件; 规范性文件制发2件、废止1件."""
    columns, nouns = _only(meant, _COLUMNS), _only(meant, _ROWS[:2])
    if not nouns:
        nouns = [_MEANINGS[found.group()] for found in _DOCUMENT.finditer(said.so_far)][-1:]
    for group in [[column] for column in columns] if said.each else [columns]:
        if nouns:
            yield _claim(said, [Key(noun, column) for noun in nouns for column in group], [*group, *nouns])


def _decisions(said: Said, meant: list[str]) -> Iterator[Claim]:
    """办理行政许可146件、行政处罚8件."""
    rows = _only(meant, _ROWS[2:])
    if rows and said.unit in _UNITS_OF_DECISIONS and has_any(said.so_far, _ACTS):
        for group in [[row] for row in rows] if said.each else [rows]:
            yield _claim(said, [Key(row, "decisions") for row in group], group)


def _claim(said: Said, keys: list[Key], names: list[str]) -> Claim:
    done = _("、").join(translated(_NAMES[name]) for name in names if name in _COLUMNS)
    things = _("、").join(translated(_NAMES[name]) for name in names if name not in _COLUMNS)
    name = _("{done}{things}", done=done, things=things) if done else things
    return Claim(said, name, (Sum(tuple(keys)),))


def _only(meant: list[str], wanted: tuple[str, ...]) -> list[str]:
    """Those meanings that are wanted, each once, in the order of the words."""
    return list(dict.fromkeys(meaning for meaning in meant if meaning in wanted))
