"""What a report says, as data: for each place several ways to say it.

Braces name facts of the report, see :mod:`gxlint.testing.facts`. The first wording of each place is the one of the
tester's report, the second that of the year before; no two of them share a sentence. The first ones repeat few figures
of the tables, so that an example may alter a figure without contradicting the prose.
"""

from __future__ import annotations

from typing import Final

Wordings = dict[str, tuple[tuple[str, ...], ...]]

NOTICE: Final = (
    "《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》"
    "（国办公开办函〔2021〕30号）"
)
REGULATION: Final = "《中华人民共和国政府信息公开条例》（国务院令第711号，以下简称《条例》）"
_FEE_RULES: Final = "《国务院办公厅关于印发〈政府信息公开信息处理费管理办法〉的通知》（国办函〔2020〕109号）"

WORDINGS: Wordings = {
    "title": (
        ("{agency}{year}年政府信息公开工作年度报告",),
        ("{agency}", "{year}年政府信息公开工作年度报告"),
        ("{year}年{agency}政府信息公开工作年度报告",),
    ),
    "basis": (
        ("根据" + REGULATION + "和" + NOTICE + "的要求，{agency}编制了本报告。",),
        (
            "本报告由{agency}按照" + REGULATION + "第五十条和" + NOTICE + "编制。",
            "全文由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、"
            "存在的主要问题及改进情况、其他需要报告的事项等六部分组成。",
        ),
        ("现依据" + REGULATION + "，参照" + NOTICE + "规定的格式，向社会公布{agency}{year}年政府信息公开工作情况。",),
    ),
    "period": (
        ("本报告所列数据的统计期限为{year}年1月1日至{year}年12月31日。",),
        ("报告中的数据，统计时限自{year}年1月1日起至12月31日止。",),
        ("除特别说明外，本报告统计数据从{year}年1月1日到{year}年12月31日止。",),
    ),
    "contact": (
        (
            "如对本报告有疑问，请与{office}联系（地址：{region}{street}，邮编：{postcode}，电话：{phone}，电子邮箱：{email}）。",
        ),
        ("公众如需进一步咨询，可致电或来函。联系地址：{region}{street}；邮政编码：{postcode}；联系电话：{phone}。",),
        (
            "欢迎公众对报告内容提出意见，联系方式如下：",
            "联系地址：{region}{street}{office}",
            "邮政编码：{postcode}",
            "咨询电话：{phone}",
        ),
    ),
    "proactive": (
        (
            "{year}年，{self_name}通过{region}人民政府门户网站公开各类信息{published}条，其中机构职能类{posts}条、财政资金类{funds}条、"
            "民生服务类{services}条。围绕群众关心的医保缴费、农田水利和集体资产处置，及时更新办理进度。",
        ),
        (
            "全年在{region}人民政府门户网站发布信息{published}条，回应网民留言{letters}条。聚焦办事需求，对许可事项的条件、程序和结果逐项说明，"
            "共作出行政许可决定{licensing}件。",
        ),
        (
            "坚持以公开为常态、不公开为例外，截至{year}年12月31日，当年累计发布信息{published}条。"
            "{area}办理行政许可{licensing}件、行政处罚{penalties}件，法定公开内容全部在规定时限内上网。",
        ),
        (
            "紧扣中心工作做好公开，全年制发行政规范性文件{issued}件，均在印发后按时公开。"
            "通过{region}人民政府门户网站发布动态信息{published}条。",
        ),
    ),
    "on_request": (
        ("{year}年新收到政府信息公开申请{new}件，按规定逐件登记、审核、归档，没有超过法定期限答复的情形。",),
        (
            "规范申请的登记、审核、答复和归档，做到件件有记录。当年新收到政府信息公开申请{new}件，答复{settled}件，"
            "答复均在法定期限内作出，结转下年度继续办理{carried_out}件。",
        ),
        (
            "畅通信函、网络和当面提交三种渠道，安排专人负责接收与转办。全年收到申请{new}件，上年结转{carried_in}件；"
            "予以公开{granted}件，部分公开{partial}件。",
        ),
        (
            "{year}年共收到政府信息公开申请{new}件，其中自然人{persons}件、法人或其他组织{organisations}件，"
            "上年结转{carried_in}件。全年办结{settled}件，其中予以公开{granted}件、部分公开{partial}件、不予公开{denied}件、"
            "无法提供{unavailable}件、不予处理{rejected}件、其他处理{other}件。结转下年度{carried_out}件。",
        ),
    ),
    "no_request": (
        ("{year}年未收到政府信息公开申请，也没有上年结转的申请。",),
        ("公布受理机构和办理流程，安排专人值守。全年收到政府信息公开申请0件。",),
        ("依申请公开渠道保持畅通，本年度没有收到公民、法人或者其他组织提出的政府信息公开申请。",),
    ),
    "management": (
        (
            "落实三审三校，全年审核拟公开信息{reviewed}条，退回修改{returned}条。逐件清理历年制发的文件，"
            "清理结果向社会公布，文件清单同步更新。",
        ),
        (
            "严格执行先审查后公开，由起草人、科室负责人、分管领导依次把关。对网站存量信息开展隐私排查，"
            "发现并处理不规范内容{returned}处，确保公开内容准确、安全。",
        ),
        ("完善公文起草时同步确定公开属性的办法，对标注为不予公开的文件复核一遍，{returned}件调整为主动公开。",),
        (
            "健全信息发布台账，来源、审核人和发布时间均可追溯。全年废止行政规范性文件{repealed}件，"
            "年末现行有效行政规范性文件{effective}件。",
        ),
    ),
    "platform": (
        (
            "办好{region}人民政府门户网站政府信息公开专栏，维护栏目{columns}个，政务新媒体账号推送信息{pushed}条。"
            "在政务服务大厅设查阅点{points}处，备有电脑和纸质目录，方便老年人查阅。",
        ),
        (
            "优化{region}人民政府门户网站检索功能，把相近栏目合并为{columns}个。政务公开专区全年接待来访群众{visitors}人次，提供打印服务。",
        ),
        (
            "以{region}人民政府门户网站为第一平台，用好公示栏、村居广播等线下阵地。专区增设自助终端{points}台，便于群众就近查询。",
        ),
    ),
    "supervision": (
        (
            "{leader}担任政府信息公开工作领导小组组长，全年专题研究{meetings}次，组织业务培训{trainings}场。"
            "把政府信息公开纳入{area}年度工作考核，邀请群众代表开展社会评议，评议结果总体较好。"
            "全年没有因政府信息公开工作被追究责任的情形，责任追究事项为零。",
        ),
        (
            "调整工作领导小组成员，明确一名工作人员专门承担日常事务。每季度通报栏目更新情况，工作考核结果与评先评优挂钩；"
            "采取问卷方式接受社会评议；没有发生需要责任追究的问题。",
        ),
        (
            "制定年度任务分工表，{area}举办专题培训{trainings}期。聘请监督员对公开质量进行社会评议，"
            "评议意见全部整改到位；年度工作考核已完成，本年度无责任追究情况。",
        ),
    ),
    "disputes": (
        (),
        ("{year}年，因政府信息公开被申请行政复议{reviews}件，被提起行政诉讼{suits}件。",),
        ("本年度政府信息公开行政复议{reviews}件、行政诉讼{suits}件，详见下表。",),
    ),
    "no_disputes": (
        (),
        ("{year}年未发生因政府信息公开引起的行政复议、行政诉讼。",),
        ("本年度没有发生针对政府信息公开的行政复议和行政诉讼，详见下表。",),
    ),
    "problems": (
        (
            "（一）存在的主要问题",
            "一是部分栏目更新不够及时，内容偏少。二是政策解读形式单一，群众理解起来还有困难。三是经办人员变动频繁，业务能力有待提升。",
            "（二）改进情况",
            "一是明确栏目责任人，按月检查更新进度。二是采用图文、问答等形式解读政策，把专业术语讲得通俗易懂。"
            "三是建立交接带教制度，新到岗人员先培训再上岗。",
        ),
        (
            "存在的问题：一是主动公开的深度不够，重点领域信息的颗粒度较粗；二是线下渠道覆盖面有限。",
            "改进措施：一是对照目录逐项补齐要素，增加过程类、结果类信息；二是在集市、车站增设公示栏，定期更换内容。",
        ),
        (
            "对照上级要求和群众期盼，工作中还存在两方面不足：一是公开内容与群众需求结合得不紧；二是平台检索不够便捷。",
            "针对以上不足，已采取两项措施：一是开展需求调查，按调查结果调整公开重点；二是重新梳理栏目，增加按主题查找的入口。",
        ),
    ),
    "no_fee": (
        (
            "按照" + _FEE_RULES + "规定的标准，{agency}{year}年未收取信息处理费。",
            "除上述情况外，没有其他需要报告的事项。",
        ),
        ("本年度没有收取政府信息公开信息处理费。",),
        ("信息处理费收取情况：{year}年未产生信息处理费。",),
    ),
    "fee": (
        ("按照" + _FEE_RULES + "规定的标准，{year}年发出收费通知{notices}件，收取信息处理费{fee}元。",),
        ("本年度共收取政府信息公开信息处理费{fee}元，发出收费通知{notices}件。",),
        ("信息处理费收取情况：{year}年发出收费通知{notices}件，收取信息处理费{fee}元，已全部上缴国库。",),
    ),
    "aspects": (
        ("（{number}）{aspect}",),
        ("（{number}）{aspect}。",),
        ("（{number}）{aspect}情况",),
    ),
    "date": (
        ("{next_year}年1月15日",),
        ("{next_year}年1月22日",),
        ("{next_year}年1月9日",),
    ),
}

#: The five aspects of section one, each with the places of its text.
ASPECTS: Final = (
    ("主动公开", "proactive"),
    ("依申请公开", "on_request"),
    ("政府信息管理", "management"),
    ("政府信息公开平台建设", "platform"),
    ("监督保障", "supervision"),
)
