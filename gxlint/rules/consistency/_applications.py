"""Which figures of the text speak of applications for disclosure, and of which cells of table three."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gxlint.form.figures import FormTable
from gxlint.form.layout import Key
from gxlint.i18n import _, later, translated
from gxlint.rules.consistency._claims import Claim, Sum, rows_of
from gxlint.rules.consistency._figures import Said

#: What a sentence must contain to be about such applications.
ABOUT = re.compile(r"(?:信息|依法?申请|申请)(?:依?申请)?公开|公开(?:政府)?(?:信息)?的?申请")

#: Words that an application is spoken of with, whoever makes it. A phrase of these alone counts all applications.
_WORD = (
    r"公民|法人|自然人|其[他它]|组织|社会|公益|公众|群众|人民|个人|企业|单位|机关|申请人|或者?|和|以及|及|与|、|的|了|提交|提出|要求|关于|有关"
    r"|相关|对|向|政府|政务|信息|公开|依法|依|申请书?|表|事项|案件|办件|件|工作|各类|各种|任何|形式|方式|书面|现象|情况|情形|案例"
    r"|本年度?|全年|当年|年内|新增?|[我本][局委办厅镇乡县区市省州院]|我?街道|来自|有效|“|”|起|一|个"
)
_QUANTITY = r"数量|总数|总量|件数|数|量|共计|合计|总计|累计|一共|总共|共|计|为|是|达到?|有|均"
_PHRASE = rf"(?:{_WORD}|{_QUANTITY})*+"
_WHOLE_PHRASE = re.compile(rf"{_PHRASE}")
_ITSELF = re.compile(r"(?:信息|公开).*申请|申请.*(?:公开|信息)")
_RECEIVED = re.compile(rf"(?:收到|接到|受理|接收|接受|新收|收取|收)(?:到|了)?(?P<object>{_PHRASE})$")
_HANDLED = re.compile(rf"(?:办理|处理)了?(?P<object>{_PHRASE})$")
_SETTLED = re.compile(rf"(?:办结|办理完[结毕]|答复完?毕?|办复|办毕|回复)(?:办结)?(?:了|申请人)?(?P<object>{_PHRASE})$")
_UNNAMED = re.compile(rf"(?:\d{{4}}年度?|{_WORD}|{_QUANTITY})*+")
_CARRIED_IN = re.compile(
    rf"(?:上一?年度?|去年|\d{{4}}年度?)[末底]?(?:尚?未办结)?的?(?:结转|转结|遗留)"
    rf"(?:下来|[至到](?:本年度?|今年|\d{{4}}年度?)|办理|继续)*{_PHRASE}$"
)
_ONWARD = r"(?:结转|转结|顺延)(?:[至到入]|为)?(?:下一?年度?|次年|明年|\d{4}年度?)(?:继续|办理|答复|处理)*"
_CARRIED_OUT = re.compile(rf"{_ONWARD}{_PHRASE}$")
_CARRIED_OUT_BEHIND = re.compile(rf"{_PHRASE}{_ONWARD}{_PHRASE}")
#: Before the verb these make the number one of fewer applications, or of something else.
_PARTIAL = re.compile(
    r"其中|网|邮|信函|来信|当面|现场|传真|线上|线下|渠道|窗口|平台|电话|通过|转|因|由于|涉及|关于|复议|诉讼|留言|咨询|提案|建议"
    r"|热线|工单|信访|投诉|意见|信箱|许可|不予|无法|未|没有|无"
)
#: Anywhere before a figure that names no application itself, these give it to something else.
_OTHER_MATTER = re.compile(
    r"留言|咨询|提案|建议|热线|工单|信访|投诉|征集|信箱|许可|公文|制发|属性|主动公开|制作|文件|复议|诉讼|应诉|培训|检查"
)
_OUTCOMES = {
    "denied": (r"不予以?公开", later("不予公开")),
    "unavailable": (r"无法提供(?:政府信息)?", later("无法提供")),
    "rejected": (r"不予处理", later("不予处理")),
    "other": (r"其[他它]处理", later("其他处理")),
    "partial": (r"(?:予以|同意)?部分公开", later("部分公开")),
    "granted": (r"(?:予以|同意|全部|完全)公开", later("予以公开")),
}
_OUTCOME = re.compile("|".join(f"(?P<{key}>{pattern})" for key, (pattern, _name) in _OUTCOMES.items()))
_DRESSING = rf"(?:其中|包括|答复|作出|做出|给予|决定|结果|处理(?!结果)|类|属于?|按|作|已|{_WORD}|{_QUANTITY})*?"
_OUTCOMES_ONLY = re.compile(
    rf"[：，、]?{_DRESSING}(?:(?:{'|'.join(pattern for pattern, _name in _OUTCOMES.values())}){_DRESSING})+"
)
_PERSONS = re.compile(r"(?:其中|包括|、)*(?:自然人|公民(?:个人)?|个人)(?:申请人?|提出|提交|的|共|有|为|数量)*")
_ORGANISATIONS = re.compile(
    r"(?:其中|包括|、|和|及)*法人(?:和|或者?|及|以及|、)其[他它](?:社会)?组织(?:申请人?|提出|提交|的|共|有|为|数量)*"
)
#: What may follow a figure whose words stand before it.
_ENDS = re.compile(r"$|[、，和及与并且均全都已按其同（(]")
_EACH = re.compile(r"各(?:自)?(?:有|是|为)?$")
_VERBS_OF_NONE = frozenset(
    {"收到", "接收到", "接到", "接收", "受理", "发生", "产生", "出现", "存在", "涉及", "办理", ""}
)

_NEW, _CARRIED, _TOTAL = Key("new", "total"), Key("carried_in", "total"), Key("total", "total")
_LEFT = Key("carried_out", "total")
_PERSON = "natural_person"


def claims_on_applications(table: FormTable, said: Said) -> Iterator[Claim]:
    """What a figure claims of table three: nothing where its words leave any doubt."""
    if said.verb is not None:
        return _none(said)
    if said.each:
        return _outcomes(table, said)
    claim = _carried(said) or _applicants(table, said) or _received(table, said) or _settled(table, said)
    return iter((claim,)) if claim else _outcomes(table, said)


def _none(said: Said) -> Iterator[Claim]:
    """未收到政府信息公开申请."""
    words = said.after
    named = "申请" in words and _WHOLE_PHRASE.fullmatch(words)
    if (
        said.verb in _VERBS_OF_NONE
        and named
        and _is_about_applications(said, words)
        and not _PARTIAL.search(said.before)
    ):
        yield Claim(said, _("收到政府信息公开申请"), (Sum((_NEW,)),))


def _is_about_applications(said: Said, words: str) -> bool:
    """Whether the words name the applications themselves, or stand where nothing else is meant."""
    return bool(_ITSELF.search(words)) or said.requested


def _has_context(said: Said) -> bool:
    """Whether a figure without a noun counts applications: 予以公开5件, 办结12件."""
    return not _OTHER_MATTER.search(said.so_far) and (said.requested or bool(_ITSELF.search(said.so_far)))


def _received(table: FormTable, said: Said) -> Claim | None:
    """收到政府信息公开申请12件, 收到12件申请, 政府信息公开申请12件."""
    found = _RECEIVED.search(said.before) or _HANDLED.search(said.before)
    if found is None:
        return _unnamed(said)
    words, ends = found["object"], bool(_ENDS.match(said.after))
    if "申请" not in words and _WHOLE_PHRASE.fullmatch(said.after):
        words, ends = words + said.after, True
    bare = said.requested and words in ("", "共", "共计") and found.re is _RECEIVED
    counted = "申请" in words and _is_about_applications(said, words)
    if not ends or not (counted or bare) or _PARTIAL.search(said.before[: found.start()]):
        return None
    sums = [Sum((_NEW,)), Sum((_NEW, _CARRIED))]
    if found.re is _HANDLED:
        sums = [Sum((_TOTAL,)), *sums, Sum((_TOTAL,), rows_of(table, "other"))]
    return Claim(said, _("收到政府信息公开申请"), (*sums, *_of_some(words)))


def _of_some(words: str) -> Iterator[Sum]:
    """收到公民申请12件 may count persons alone."""
    persons = re.search(r"自然人|公民|个人", words)
    organisations = re.search(r"法人|组织|企业|单位", words)
    if persons and not organisations:
        yield Sum((Key("new", _PERSON),))
    if organisations and not persons:
        yield Sum((_NEW,), (Key("new", _PERSON),))


def _unnamed(said: Said) -> Claim | None:
    words = said.before
    itself = re.search(r"公开的?申请|申请公开(?:政府)?信息", words)
    if "申请" not in words or not _UNNAMED.fullmatch(words) or not (itself or said.requested):
        return None
    if not _ENDS.match(said.after) or not _has_context(said):
        return None
    return Claim(said, _("政府信息公开申请"), (Sum((_NEW,)), Sum((_NEW, _CARRIED)), Sum((_TOTAL,))))


def _settled(table: FormTable, said: Said) -> Claim | None:
    """办结12件, 答复政府信息公开申请12件."""
    found = _SETTLED.search(said.before)
    if found is None or _PARTIAL.search(said.before[: found.start()]):
        return None
    if not _ENDS.match(said.after) or not ("申请" in found["object"] or _has_context(said)):
        return None
    answered = Sum((_TOTAL,), rows_of(table, "other"))
    return Claim(said, _("办结申请"), (Sum((_TOTAL,)), answered, Sum((_TOTAL,), (_CARRIED,))))


def _carried(said: Said) -> Claim | None:
    """上年结转1件; 结转下年度2件, 2件结转下年度."""
    if not _has_context(said):
        return None
    behind = _CARRIED_OUT_BEHIND.fullmatch(said.after) and _WHOLE_PHRASE.fullmatch(said.before.lstrip("，"))
    if behind or _CARRIED_OUT.search(said.before):
        return Claim(said, _("结转下年度继续办理"), (Sum((_LEFT,)),))
    if _CARRIED_IN.search(said.before) and not said.after.startswith(("结转", "转结")):
        return Claim(said, _("上年结转申请"), (Sum((_CARRIED,)),))
    return None


def _applicants(table: FormTable, said: Said) -> Claim | None:
    """自然人9件, 法人或其他组织3件; only of applications received, not of those settled in some way."""
    if not _ENDS.match(said.after) or not _has_context(said) or _SETTLED_BEFORE.search(said.so_far):
        return None
    if _PERSONS.fullmatch(said.before.strip("，")):
        rows = ("new", "carried_in")
        sums = [
            Sum((Key("new", _PERSON),)),
            Sum(tuple(Key(row, _PERSON) for row in rows)),
            Sum((Key("total", _PERSON),)),
        ]
        return Claim(said, _("自然人申请"), tuple(sums))
    if _ORGANISATIONS.fullmatch(said.before.strip("，")):
        return Claim(said, _("法人或其他组织申请"), tuple(_organisations(table)))
    return None


_SETTLED_BEFORE = re.compile(r"办结|答复|予以公开|部分公开|不予|无法提供|其他处理|结转")


def _organisations(table: FormTable) -> Iterator[Sum]:
    columns = [column.key for column in table.form.columns if column.key not in (_PERSON, "total")]
    yield Sum(tuple(Key("new", column) for column in columns))
    yield Sum(tuple(Key(row, column) for row in ("new", "carried_in") for column in columns))
    yield Sum((_TOTAL,), (Key("total", _PERSON),))


def _outcomes(table: FormTable, said: Said) -> Iterator[Claim]:
    """予以公开5件, 5件部分公开, 予以公开和部分公开8件, 不予公开、无法提供各1件."""
    words = _EACH.sub("", said.before)
    if not _OUTCOMES_ONLY.fullmatch(words):
        words = said.after.rstrip("、，")
        if not _WHOLE_PHRASE.fullmatch(said.before.removeprefix("其中")) or not _OUTCOMES_ONLY.fullmatch(words):
            return
    if not _has_context(said):
        return
    kinds = list(dict.fromkeys(found.lastgroup or "" for found in _OUTCOME.finditer(words)))
    for group in [[kind] for kind in kinds] if said.each else [kinds]:
        keys = tuple(key for kind in group for key in rows_of(table, kind))
        yield Claim(said, _("、").join(translated(_OUTCOMES[kind][1]) for kind in group), (Sum(keys),))
