"""Which figures of the text speak of applications for disclosure, and of which cells of table three."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gxlint.form.figures import FormTable
from gxlint.form.layout import Key
from gxlint.i18n import _, later, translated
from gxlint.prose.phrases import Lexicon, has_any, wordlist
from gxlint.rules.consistency._claims import Claim, Sum, rows_of
from gxlint.rules.consistency._figures import Said
from gxlint.rules.consistency._words import QUANTITIES, SELVES, ends, without_each
from gxlint.text import Pattern

#: Of these a sentence must have one to be about such applications.
ABOUT = ("申请公开", "公开申请", "申请", "公开政府信息")

#: Words that an application is spoken of with, whoever makes it. A phrase of these alone counts all applications.
_APPLICATION = Lexicon(
    "公民 法人 自然人 其他 其它 组织 社会 公益 公众 群众 人民 个人 企业 单位 机关 申请人 或者 或 和 以及 及 与 、 的 了 提交 提出 要求"
    " 关于 有关 相关 对 向 政府 政务 信息 公开 依法 依 申请 申请书 申请表 公开信件 申请信件 公开请求 申请请求 表 事项 案件 办件 件 办理数量 工作 各类 各种 任何 形式 方式 书面"
    f" 现象 情况 情形 案例 本年 本年度 全年 当年 年内 新 新增 来自 有效 除 外 “ ” 起 一 个 {QUANTITIES} {SELVES}",
    {"申请": "application", "申请书": "application", "申请表": "application"},
)
_OUTCOMES = {
    "不予公开": "denied",
    "不予以公开": "denied",
    "无法提供": "unavailable",
    "无法提供政府信息": "unavailable",
    "不予处理": "rejected",
    "其他处理": "other",
    "其它处理": "other",
    "部分公开": "partial",
    "予以部分公开": "partial",
    "同意部分公开": "partial",
    "予以公开": "granted",
    "同意公开": "granted",
    "全部公开": "granted",
    "完全公开": "granted",
    "全部予以公开": "granted",
    "均予以公开": "granted",
    "公开部分内容": "partial",
    "部分内容公开": "partial",
    "属于国家秘密": "denied.1",
    "保护第三方合法权益": "denied.4",
    "属于行政执法案卷": "denied.7",
    "属于行政查询事项": "denied.8",
    "本机关不掌握相关政府信息": "unavailable.1",
    "不掌握相关政府信息": "unavailable.1",
    "本机关不掌握": "unavailable.1",
    "没有现成信息需要另行制作": "unavailable.2",
    "补正后申请内容仍不明确": "unavailable.3",
    "信访举报投诉类申请": "rejected.1",
    "重复申请": "rejected.2",
    "要求提供公开出版物": "rejected.3",
}
_NAMES = {
    "granted": later("予以公开"),
    "partial": later("部分公开"),
    "denied": later("不予公开"),
    "unavailable": later("无法提供"),
    "rejected": later("不予处理"),
    "other": later("其他处理"),
}
#: 其余2件结转下年度.
_LEFT_OVER = _APPLICATION.with_words("剩余 剩下 其余 余下 另有 尚有 还有 另")
_OUTCOME = _APPLICATION.with_words(
    "其中 包括 答复 作出 做出 给予 决定 结果 类 属 属于 按 作 已 ， ： 经审查 经审核 经研究 按申请 按申请事项 按申请内容 依申请内容",
    {**_OUTCOMES, "申请": ""},
)
_PERSONS = Lexicon(
    "其中 包括 、 ， 申请 申请件 申请人 提出 提交 的 共 有 为 数量",
    dict.fromkeys(("自然人", "公民", "公民个人", "个人"), "person"),
)
_ORGANISATIONS = Lexicon(
    "其中 包括 、 ， 和 及 申请 申请件 申请人 提出 提交 的 共 有 为 数量",
    {
        f"法人{joint}{other}{kind}": "organisation"
        for joint in ("或", "和", "或者", "及", "以及", "、")
        for other in ("其他", "其它")
        for kind in ("组织", "社会组织")
    },
)

_RECEIVED = Pattern("(?P<received>收到|接到|受理|接收|接受|新收到?|收取|收)(?:到|了)?|(?P<handled>办理|处理)了?")
_SETTLED = Pattern(
    "(?:(?P<answered>答复完毕|答复|办复|回复)|办结|办理完结|办理完毕|办毕|已处理完毕|已处理)(?:办结)?(?:了|申请人)?"
)
_CARRIED_IN = Pattern(
    r"(?:上一?年度?|去年|\d{4}年度?)(?:末|底)?(?:尚?未办结)?的?(?:结转|转结|遗留)(?:下来|(?:至|到)(?:本年度?|今年|\d{4}年度?)|办理|继续)*"
)
_CARRIED_OUT = Pattern(
    r"(?:结转|转结|转接|顺延)(?:至|到|入|为)?(?:下一?年度?|次年|明年|(?P<to>\d{4})年度?)(?:继续|办理|答复|处理)*"
)
#: Before the verb these make the number one of fewer applications, or of something else.
_PARTIAL = wordlist(
    "其中 网 邮 信函 来信 当面 现场 传真 线上 线下 渠道 窗口 平台 电话 通过 转 因 由于 涉及 关于 复议 诉讼 "
    "留言 咨询 提案 建议 热线 工单 信访 投诉 意见 信箱 许可 不予 无法 未 没有 无"
)
#: Anywhere before a figure that names no application itself, these give it to something else.
_OTHER_MATTERS = wordlist(
    "留言 咨询 提案 建议 热线 工单 信访 投诉 征集 信箱 许可 公文 制发 属性 主动公开 制作 文件 复议 诉讼 应诉 培训 检查"
)
_SETTLED_SOMEHOW = wordlist("办结 答复 予以公开 部分公开 不予 无法提供 其他处理 结转")
_VERBS_OF_NONE = frozenset(
    {"收到", "接收到", "接到", "接收", "受理", "发生", "产生", "出现", "存在", "涉及", "办理", ""}
)
#: Applications that came in one way among others: 其他方式申请18件, but not 任何形式的申请.
_BY_ONE_WAY = Pattern("其[他它](?!组织|社会)|(?<!任何)(?<!各种)(?<!各类)(?:方式|形式|途径)|书面")
_BY_THEMSELVES = ("公开申请", "公开的申请", "申请公开政府信息", "申请公开信息")

_NEW, _CARRIED, _TOTAL = Key("new", "total"), Key("carried_in", "total"), Key("total", "total")
_LEFT = Key("carried_out", "total")
_PERSON = "natural_person"


def claims_on_applications(table: FormTable, said: Said, year: int | None) -> Iterator[Claim]:
    """What a figure claims of table three, of the *year* reported on: nothing where its words leave any doubt."""
    if said.verb is not None:
        return _none(said)
    if said.each:
        return _outcomes(table, said)
    claim = _carried(said, year) or _applicants(table, said) or _received(table, said) or _settled(table, said)
    return iter((claim,)) if claim else _outcomes(table, said)


def _none(said: Said) -> Iterator[Claim]:
    """未收到政府信息公开申请."""
    if said.verb in _VERBS_OF_NONE and _names_applications(said, said.after) and not has_any(said.before, _PARTIAL):
        yield Claim(said, _("收到政府信息公开申请"), (Sum((_NEW,)),))


def _names_applications(said: Said, words: str) -> bool:
    """Whether a phrase is all of applications for disclosure, or stands where no others are meant."""
    if not _APPLICATION.read(words) or _BY_ONE_WAY.search(words):
        return False
    return said.requested or has_any(words, ("信息", "公开"))


def _has_context(said: Said) -> bool:
    """Whether a figure without a noun counts applications: 予以公开5件, 办结12件."""
    if has_any(said.so_far, _OTHER_MATTERS):
        return False
    return said.requested or ("申请" in said.so_far and has_any(said.so_far, ("信息", "公开")))


def _received(table: FormTable, said: Said) -> Claim | None:
    """收到政府信息公开申请12件, 收到12件申请, 政府信息公开申请12件."""
    for found in _RECEIVED.finditer(said.before):
        words = said.before[found.end() :]
        if not _APPLICATION.covers(words):
            continue
        if "申请" not in words and said.after and _APPLICATION.covers(said.after):
            words += said.after
        elif not ends(said.after):
            return None
        bare = said.requested and words in ("", "共", "共计") and bool(found["received"])
        if has_any(said.before[: found.start()], _PARTIAL) or not (bare or _names_applications(said, words)):
            return None
        return Claim(
            said, _("收到政府信息公开申请"), tuple(_sums_received(table, words, handled=bool(found["handled"])))
        )
    return _unnamed(said)


def _sums_received(table: FormTable, words: str, *, handled: bool) -> Iterator[Sum]:
    """What the number of applications received may be; 办理 leaves open which are meant, 公民 whether all are."""
    if handled:
        yield Sum((_TOTAL,))
    yield Sum((_NEW,))
    yield Sum((_NEW, _CARRIED))
    if handled:
        yield Sum((_TOTAL,), rows_of(table, "other"))
    persons, organisations = (
        has_any(words, ("自然人", "公民", "个人")),
        has_any(words, ("法人", "组织", "企业", "单位")),
    )
    if persons and not organisations:
        yield Sum((Key("new", _PERSON),))
    if organisations and not persons:
        yield Sum((_NEW,), (Key("new", _PERSON),))


def _unnamed(said: Said) -> Claim | None:
    """政府信息公开申请12件; 依申请公开12件 only where nothing else is meant."""
    words = said.before
    if not ends(said.after) or not _names_applications(said, words) or not _has_context(said):
        return None
    if not (said.requested or has_any(words, _BY_THEMSELVES)):
        return None
    return Claim(said, _("政府信息公开申请"), (Sum((_NEW,)), Sum((_NEW, _CARRIED)), Sum((_TOTAL,))))


def _settled(table: FormTable, said: Said) -> Claim | None:
    """办结12件, 答复政府信息公开申请12件."""
    for found in _SETTLED.finditer(said.before):
        words = said.before[found.end() :]
        if not _APPLICATION.covers(words):
            continue
        if has_any(said.before[: found.start()], _PARTIAL) or not ends(said.after):
            return None
        if not ("申请" in words or _has_context(said)):
            return None
        answered = (Sum((_TOTAL,), rows_of(table, "other")),) if found["answered"] else ()
        return Claim(said, _("办结申请"), (Sum((_TOTAL,)), *answered, Sum((_TOTAL,), (_CARRIED,))))
    return None


def _carried(said: Said, year: int | None) -> Claim | None:
    """上年结转1件; 结转下年度2件, 2件结转下年度; what was carried over to the year reported on came in."""
    if not has_any(said.before + said.after, ("结转", "转结", "转接", "顺延", "遗留")) or not _has_context(said):
        return None
    behind = _CARRIED_OUT.search(said.after)
    if behind and _APPLICATION.covers(said.after[: behind.start()]) and _LEFT_OVER.covers(said.before.lstrip("，")):
        return _carried_over(said, behind, year) if _APPLICATION.covers(said.after[behind.end() :]) else None
    if said.after.startswith(("结转", "转结", "转接")):
        return None
    out, into = _CARRIED_OUT.search(said.before), _CARRIED_IN.search(said.before)
    if out and _APPLICATION.covers(said.before[out.end() :]):
        return _carried_over(said, out, year)
    if into and _APPLICATION.covers(said.before[into.end() :]):
        return Claim(said, _("上年结转申请"), (Sum((_CARRIED,)),))
    return None


def _carried_over(said: Said, found: re.Match[str], year: int | None) -> Claim:
    """A claim of what was carried over to some year: the one reported on, or the next."""
    if found["to"] and year is not None and int(found["to"]) <= year:
        return Claim(said, _("上年结转申请"), (Sum((_CARRIED,)),))
    return Claim(said, _("结转下年度继续办理"), (Sum((_LEFT,)),))


def _applicants(table: FormTable, said: Said) -> Claim | None:
    """自然人9件, 法人或其他组织3件; only of applications received, not of those settled in some way."""
    if not ends(said.after) or has_any(said.so_far, _SETTLED_SOMEHOW) or not _has_context(said):
        return None
    if _PERSONS.read(said.before):
        sums = (("new",), ("new", "carried_in"), ("total",))
        return Claim(said, _("自然人申请"), tuple(Sum(tuple(Key(row, _PERSON) for row in rows)) for rows in sums))
    if _ORGANISATIONS.read(said.before):
        return Claim(said, _("法人或其他组织申请"), tuple(_organisations(table)))
    return None


def _organisations(table: FormTable) -> Iterator[Sum]:
    columns = [column.key for column in table.form.columns if column.key not in (_PERSON, "total")]
    yield Sum(tuple(Key("new", column) for column in columns))
    yield Sum(tuple(Key(row, column) for row in ("new", "carried_in") for column in columns))
    yield Sum((_TOTAL,), (Key("total", _PERSON),))


def _outcomes(table: FormTable, said: Said) -> Iterator[Claim]:
    """予以公开5件, 5件部分公开, 予以公开和部分公开8件, 不予公开、无法提供各1件."""
    kinds = _OUTCOME.read(without_each(said.before))
    if not kinds:
        kinds = _OUTCOME.read(said.after.rstrip("、，"))
        if not _APPLICATION.covers(said.before.removeprefix("其中").lstrip("，")):
            return
    if not kinds or not _has_context(said):
        return
    kinds = [kind for kind in dict.fromkeys(kinds) if not any(other.startswith(kind + ".") for other in kinds)]
    for group in [[kind] for kind in kinds] if said.each else [kinds]:
        keys = tuple(key for kind in group for key in rows_of(table, kind))
        yield Claim(said, _("、").join(_name(table, kind) for kind in group), (Sum(keys),))


def _name(table: FormTable, kind: str) -> str:
    """What a kind of outcome is called: that of a row by its label, without its number."""
    return translated(_NAMES[kind]) if kind in _NAMES else table.form.row(kind).label.lstrip("0123456789.")
