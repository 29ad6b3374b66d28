"""Which figures of the text speak of disputes over disclosure, and of which cells of table four."""

from __future__ import annotations

from collections.abc import Iterator

from gxlint.form.layout import Key
from gxlint.i18n import _, later, translated
from gxlint.prose.phrases import Lexicon, has_any
from gxlint.rules.consistency._claims import Claim, Sum
from gxlint.rules.consistency._figures import Said
from gxlint.rules.consistency._words import AREAS, QUANTITIES, SELVES, ends, without_each
from gxlint.text import Pattern

#: Of these a sentence must have one to be about disputes.
ABOUT = ("复议", "诉讼", "应诉")
#: Of these one must stand before a figure outside the section on disputes.
DISCLOSURE = ("信息公开", "公开申请", "申请公开", "政务公开", "信息依申请", "信息申请")
#: All of them were upheld.
ALL_UPHELD = Pattern("(?:均|全部|都)(?:获|被|予以|依法|得到|已)*维持")
#: The rows of table four that each course has.
ROWS = {"review": ("review",), "suit": ("direct_suit", "suit_after_review")}

_COURSE = Pattern("(?P<review>复议)|(?P<suit>诉讼|应诉)")
#: Words that disputes are spoken of with; a phrase of these alone counts all of them.
_DISPUTE = Lexicon(
    "因 由 对 就 涉 涉及 关于 有关 相关 政府 政务 信息 公开 工作 依 依法 申请 申请人 引发 引起 提请 导致 产生 发生 出现 被 提起 提出 收到 接到"
    " 受理 办理 新 新增 答复 案件 案 事项 情况 情形 现象 行为 问题 的 了 而 和 及 以及 与 或 或者 、 ， ： 其中 包括 全年 本年 本年度 当年"
    " 年内 “ ” 任何 一起 举报 投诉 信访 申诉 公民 法人 其他 组织 群众 履职 作为 方面 行政行为 类 针对 本部门 事务 等 各类"
    f" {QUANTITIES} {SELVES} {AREAS}",
    dict.fromkeys(("复议", "行政复议"), "review") | dict.fromkeys(("诉讼", "行政诉讼", "应诉", "行政应诉"), "suit"),
)
_VERDICT = Lexicon(
    "其中 结果 、 ， 被 已 予以 和 及 有 为 的 原行政行为 决定 判决 复议 行政复议 诉讼 行政诉讼",
    {"维持": "upheld", "纠正": "corrected", "尚未审结": "pending", "未审结": "pending"},
)
_VERDICT_NAMES = {"upheld": later("结果维持"), "corrected": later("结果纠正"), "pending": later("尚未审结")}
_VERBS_OF_NONE = frozenset({"发生", "产生", "出现", "收到", "接到", "受理", "存在", "涉及", "办理", ""})


def claims_on_disputes(said: Said, *, at_home: bool) -> Iterator[Claim]:
    """What a figure claims of table four: nothing where its words leave any doubt.

    Args:
        said: the figure.
        at_home: it stands in the section on disputes, where nothing else is meant; as little is under 依申请公开.
    """
    words = said.so_far if said.verb is None else said.so_far + said.after
    if not (at_home or said.requested or has_any(words, DISCLOSURE)):
        return iter(())
    return _number(said) if said.verb is None else _none(said)


def _none(said: Said) -> Iterator[Claim]:
    """未发生因政府信息公开引起的行政复议、行政诉讼."""
    courses = _DISPUTE.read(said.after)
    if courses and said.verb in _VERBS_OF_NONE:
        yield _claim(said, courses)


def _number(said: Said) -> Iterator[Claim]:
    words = without_each(said.before)
    courses = list(dict.fromkeys(_DISPUTE.read(words) or ()))
    if not ends(said.after):
        return
    for group in [[course] for course in courses] if said.each else [courses]:
        if group:
            yield _claim(said, group)
    if not courses:
        yield from _verdict(said, words)


def _verdict(said: Said, words: str) -> Iterator[Claim]:
    """维持2件, of the course that is named with it or was spoken of last."""
    verdicts = _VERDICT.read(words)
    named, spoken = courses_in(words), courses_in(said.so_far)
    if not verdicts or len(verdicts) > 1 or not spoken:
        return
    choices = [named or spoken[-1:]]
    if not named and len(spoken) > 1:
        choices.append(spoken)
    sums = [Sum(tuple(Key(row, verdicts[0]) for course in choice for row in ROWS[course])) for choice in choices]
    name = _("、").join(map(_course_name, choices[0])) + translated(_VERDICT_NAMES[verdicts[0]])
    yield Claim(said, name, tuple(sums))


def courses_in(words: str) -> list[str]:
    """The courses that are named, in order, each once."""
    return list(dict.fromkeys(found.lastgroup or "" for found in _COURSE.finditer(words)))


def _course_name(course: str) -> str:
    return _("行政复议") if course == "review" else _("行政诉讼")


def _claim(said: Said, courses: list[str]) -> Claim:
    courses = list(dict.fromkeys(courses))
    keys = tuple(Key(row, "total") for course in courses for row in ROWS[course])
    return Claim(said, _("、").join(map(_course_name, courses)), (Sum(keys),))
