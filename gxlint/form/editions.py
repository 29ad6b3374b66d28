"""The annual report on government information disclosure: its editions of 2021 and 2019, as data.

Sources: 国办公开办函〔2021〕30号 and 国办公开办函〔2019〕60号 with the forms attached,
《政府信息公开条例》 articles 20 and 50.
"""

from __future__ import annotations

from gxlint.form.layout import Column, Identity, Key, Layout, Row, SectionForm, TableForm

_ORGANISATIONS = "法人或其他组织"
APPLICANTS = (
    Column("natural_person", "自然人"),
    Column("business", "商业企业", group=_ORGANISATIONS),
    Column("research", "科研机构", group=_ORGANISATIONS),
    Column("public_welfare", "社会公益组织", group=_ORGANISATIONS),
    Column("legal_service", "法律服务机构", group=_ORGANISATIONS),
    Column("other", "其他", group=_ORGANISATIONS),
)
TOTAL = Column("total", "总计")
_WIDTH = tuple(column.key for column in (*APPLICANTS, TOTAL))

_RESULTS = "三、本年度办理结果"
_OUTCOMES: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (
        "denied",
        "（三）不予公开",
        (
            "1.属于国家秘密",
            "2.其他法律行政法规禁止公开",
            "3.危及“三安全一稳定”",
            "4.保护第三方合法权益",
            "5.属于三类内部事务信息",
            "6.属于四类过程性信息",
            "7.属于行政执法案卷",
            "8.属于行政查询事项",
        ),
    ),
    (
        "unavailable",
        "（四）无法提供",
        ("1.本机关不掌握相关政府信息", "2.没有现成信息需要另行制作", "3.补正后申请内容仍不明确"),
    ),
    (
        "rejected",
        "（五）不予处理",
        (
            "1.信访举报投诉类申请",
            "2.重复申请",
            "3.要求提供公开出版物",
            "4.无正当理由大量反复申请",
            "5.要求行政机关确认或重新出具已获取信息",
        ),
    ),
)
_OTHER_2021 = (
    "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
    "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
    "3.其他",
)


def _numbered(key: str, group: str, labels: tuple[str, ...]) -> list[Row]:
    return [Row(f"{key}.{number}", label, _WIDTH, (_RESULTS, group)) for number, label in enumerate(labels, 1)]


def _application_rows(other: list[Row]) -> tuple[Row, ...]:
    rows = [
        Row("new", "一、本年新收政府信息公开申请数量", _WIDTH),
        Row("carried_in", "二、上年结转政府信息公开申请数量", _WIDTH),
        Row("granted", "（一）予以公开", _WIDTH, (_RESULTS,)),
        Row("partial", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）", _WIDTH, (_RESULTS,)),
    ]
    for key, group, labels in _OUTCOMES:
        rows += _numbered(key, group, labels)
    rows += other
    rows.append(Row("total", "（七）总计", _WIDTH, (_RESULTS,)))
    rows.append(Row("carried_out", "四、结转下年度继续办理", _WIDTH))
    return tuple(rows)


def _application_identities(rows: tuple[Row, ...]) -> tuple[Identity, ...]:
    applicants = [column.key for column in APPLICANTS]
    outcomes = [row.key for row in rows if row.groups and row.key != "total"]
    sums = [Identity("row-sum", (Key(row.key, "total"),), tuple(Key(row.key, c) for c in applicants)) for row in rows]
    for column in _WIDTH:
        total = Key("total", column)
        sums.append(Identity("outcome-sum", (total,), tuple(Key(row, column) for row in outcomes)))
        taken, settled = (Key("new", column), Key("carried_in", column)), (total, Key("carried_out", column))
        sums.append(Identity("balance", taken, settled))
    return tuple(sums)


def _applications(other: list[Row], edition: int) -> TableForm:
    rows = _application_rows(other)
    return TableForm(
        key="applications",
        name="表三",
        section="applications",
        title="收到和处理政府信息公开申请情况",
        rows=rows,
        columns=(*APPLICANTS, TOTAL),
        identities=_application_identities(rows),
        edition=edition,
        furniture=(
            "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）",
            "申请人情况",
            _ORGANISATIONS,
        ),
    )


_VERDICTS = (
    Column("upheld", "结果维持"),
    Column("corrected", "结果纠正"),
    Column("other", "其他结果"),
    Column("pending", "尚未审结"),
    TOTAL,
)
_VERDICT_KEYS = tuple(column.key for column in _VERDICTS)
_DISPUTE_ROWS = (
    Row("review", "行政复议", _VERDICT_KEYS),
    Row("direct_suit", "未经复议直接起诉", _VERDICT_KEYS, ("行政诉讼",)),
    Row("suit_after_review", "复议后起诉", _VERDICT_KEYS, ("行政诉讼",)),
)
DISPUTES = TableForm(
    key="disputes",
    name="表四",
    section="disputes",
    title="政府信息公开行政复议、行政诉讼情况",
    rows=_DISPUTE_ROWS,
    columns=_VERDICTS,
    identities=tuple(
        Identity("dispute-sum", (Key(row.key, "total"),), tuple(Key(row.key, c) for c in _VERDICT_KEYS[:-1]))
        for row in _DISPUTE_ROWS
    ),
    side_by_side=True,
    furniture=("行政诉讼",),
)

_DOCUMENTS = ("issued", "repealed", "effective")
_ARTICLE = "第二十条第（{}）项"
DISCLOSURE_2021 = TableForm(
    key="disclosure",
    name="表二",
    section="disclosure",
    title="主动公开政府信息情况",
    rows=(
        Row("rules", "规章", _DOCUMENTS, (_ARTICLE.format("一"),)),
        Row("normative_documents", "行政规范性文件", _DOCUMENTS, (_ARTICLE.format("一"),)),
        Row("licensing", "行政许可", ("decisions",), (_ARTICLE.format("五"),)),
        Row("penalties", "行政处罚", ("decisions",), (_ARTICLE.format("六"),)),
        Row("coercion", "行政强制", ("decisions",), (_ARTICLE.format("六"),)),
        Row("fees", "行政事业性收费", ("amount",), (_ARTICLE.format("八"),)),
    ),
    columns=(
        Column("issued", "本年制发件数"),
        Column("repealed", "本年废止件数"),
        Column("effective", "现行有效件数"),
        Column("decisions", "本年处理决定数量"),
        Column("amount", "本年收费金额（单位：万元）", "amount"),
    ),
    furniture=("信息内容", *(_ARTICLE.format(number) for number in "一五六八")),
)

_MADE = ("produced", "newly_published", "published_total")
_ITEMS = ("previous_items", "change", "decisions")
DISCLOSURE_2019 = TableForm(
    key="disclosure",
    name="表二",
    section="disclosure",
    title="主动公开政府信息情况",
    rows=(
        Row("rules", "规章", _MADE, (_ARTICLE.format("一"),)),
        Row("normative_documents", "规范性文件", _MADE, (_ARTICLE.format("一"),)),
        Row("licensing", "行政许可", _ITEMS, (_ARTICLE.format("五"),)),
        Row("other_services", "其他对外管理服务事项", _ITEMS, (_ARTICLE.format("五"),)),
        Row("penalties", "行政处罚", _ITEMS, (_ARTICLE.format("六"),)),
        Row("coercion", "行政强制", _ITEMS, (_ARTICLE.format("六"),)),
        Row("fees", "行政事业性收费", ("previous_items", "change"), (_ARTICLE.format("八"),)),
        Row("procurement", "政府集中采购", ("projects", "amount"), (_ARTICLE.format("九"),)),
    ),
    columns=(
        Column("produced", "本年新制作数量"),
        Column("newly_published", "本年新公开数量"),
        Column("published_total", "对外公开总数量"),
        Column("previous_items", "上一年项目数量"),
        Column("change", "本年增/减", "text"),
        Column("decisions", "处理决定数量"),
        Column("projects", "采购项目数量"),
        Column("amount", "采购总金额", "amount"),
    ),
    edition=2019,
    furniture=("信息内容", *(_ARTICLE.format(number) for number in "一五六八九")),
)

_PROBLEMS = (
    "存在主要问题及改进情况",
    "存在问题及改进情况",
    "存在的问题及改进情况",
    "存在的主要问题和改进情况",
    "存在问题及改进措施",
    "存在的主要问题及改进措施",
)
_DISPUTE_TITLES = (
    "因政府信息公开工作被申请行政复议、提起行政诉讼情况",
    "政府信息公开行政复议和行政诉讼情况",
    "政府信息公开行政复议及行政诉讼情况",
)
_OTHER_TITLES = ("其他需要报告事项", "其他报告事项", "其他事项", "需要报告的其他事项")


FEE_SENTENCE = "本年度未收取信息处理费。"
_ASPECTS = tuple(
    f"（{number}）{aspect}。"
    for number, aspect in zip(
        "一二三四五",
        ("主动公开", "依申请公开", "政府信息管理", "政府信息公开平台建设", "监督保障"),
        strict=True,
    )
)


def _sections(problems: str, *, other_problems: tuple[str, ...]) -> tuple[SectionForm, ...]:
    return (
        SectionForm(
            "overview",
            "一",
            "总体情况",
            ("总体情况概述", "工作概述", "概述", "基本情况", "总体工作情况"),
            outline=_ASPECTS,
        ),
        SectionForm(
            "disclosure", "二", "主动公开政府信息情况", ("主动公开信息情况", "主动公开政府信息的情况"), ("disclosure",)
        ),
        SectionForm(
            "applications",
            "三",
            "收到和处理政府信息公开申请情况",
            ("收到和处理政府信息公开申请的情况", "处理政府信息公开申请情况"),
            ("applications",),
        ),
        SectionForm("disputes", "四", "政府信息公开行政复议、行政诉讼情况", _DISPUTE_TITLES, ("disputes",)),
        SectionForm("problems", "五", problems, (*_PROBLEMS, *other_problems)),
        SectionForm("other_matters", "六", "其他需要报告的事项", _OTHER_TITLES, outline=(FEE_SENTENCE,)),
    )


_PROBLEMS_2021 = "存在的主要问题及改进情况"
_PROBLEMS_2019 = "政府信息公开工作存在的主要问题及改进情况"

EDITION_2021 = Layout(
    edition=2021,
    sections=_sections(_PROBLEMS_2021, other_problems=(_PROBLEMS_2019,)),
    tables=(
        DISCLOSURE_2021,
        _applications(_numbered("other", "（六）其他处理", _OTHER_2021), 2021),
        DISPUTES,
    ),
    markers=("本年制发件数", "本年废止件数", "现行有效件数", "本年处理决定数量"),
)
EDITION_2019 = Layout(
    edition=2019,
    sections=_sections(_PROBLEMS_2019, other_problems=(_PROBLEMS_2021,)),
    tables=(DISCLOSURE_2019, _applications([Row("other", "（六）其他处理", _WIDTH, (_RESULTS,))], 2019), DISPUTES),
    markers=(
        "本年新制作数量",
        "本年新公开数量",
        "对外公开总数量",
        "上一年项目数量",
        "本年增/减",
        "其他对外管理服务事项",
        "政府集中采购",
        "采购总金额",
    ),
)
EDITIONS = (EDITION_2021, EDITION_2019)
