"""How each known time limit is read: every pattern of the official tables, every limit of the reference items, variants.

A reading is written in short: kind, relation, length, then scope, trigger and point where there are any.
"""

import pytest

from gkstd.model.values.limit import LimitClause, parse_limit

PATTERNS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("自该信息形成或者变更之日起20个工作日内", ("deadline within 20工作日 trigger=信息形成或者变更",)),
    ("信息形成或变更之日起20个工作日内（及时）公开", ("deadline within 20工作日 trigger=信息形成或变更",)),
    ("信息形成（变更）20个工作日内", ("deadline within 20工作日 trigger=信息形成（变更）",)),
    ("信息获取（形成变更）20个工作日内", ("deadline within 20工作日 trigger=信息获取（形成变更）",)),
    ("制定或获取信息之日起10个工作日内", ("deadline within 10工作日 trigger=制定或获取信息",)),
    ("自制作或获取该信息之日起20个工作日内公开", ("deadline within 20工作日 trigger=制作或获取该信息",)),
    ("信息形成或变更之日起3个工作日内", ("deadline within 3工作日 trigger=信息形成或变更",)),
    ("自作出行政决定之日起7个工作日内公示", ("deadline within 7工作日 trigger=作出行政决定",)),
    ("本级人大或其常委会批准后20日内", ("deadline within 20日 trigger=本级人大或其常委会批准",)),
    ("拟征收土地现状调查结束后5个工作日内", ("deadline within 5工作日 trigger=拟征收土地现状调查结束",)),
    ("组织听证7个工作日前", ("deadline before 7工作日 trigger=组织听证",)),
    ("在实地启动拟征收土地工作时", ("event on-date trigger=实地启动拟征收土地工作",)),
    ("即时公开", ("immediate none",)),
    ("随时公布", ("immediate none",)),
    ("长期公开", ("standing none",)),
    ("公开期限长期有效", ("standing none",)),
    (
        "制定或获取信息之日起10个工作日内，公示7个工作日",
        ("deadline within 10工作日 trigger=制定或获取信息", "publicity lasting 7工作日"),
    ),
    ("每年1月31日前", ("periodic before 1年 point=1月31日",)),
    ("每季度的首个月20日", ("periodic on-date 1季 point=首个月20日",)),
    ("每月公布一次", ("periodic within 1月",)),
    ("半年至少更新1次", ("periodic within 6月",)),
    ("至少1次/年", ("periodic within 1年",)),
    ("按年公开", ("periodic within 1年",)),
    (
        "除处罚决定外其他内容：长期公开（动态调整）；处罚决定：20个工作日内",
        ("standing none scope=除处罚决定外其他内容", "deadline within 20工作日 scope=处罚决定"),
    ),
    (
        "信息形成20个工作日内公开；其中行政许可、行政处罚事项应自作出行政决定之日起7个工作日内公示",
        (
            "deadline within 20工作日 trigger=信息形成",
            "deadline within 7工作日 scope=其中行政许可、行政处罚事项 trigger=作出行政决定",
        ),
    ),
    (
        "自受理之日起5个工作日内；公示不少于10个工作日",
        ("deadline within 5工作日 trigger=受理", "publicity not-less-than 10工作日"),
    ),
)

DOMAINS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("自信息形成或者变更之日起20个工作日内", ("deadline within 20工作日 trigger=信息形成或者变更",)),
    ("实时公开", ("immediate none",)),
    ("公示不少于30日", ("publicity not-less-than 30日",)),
    ("自作出行政决定之日起7个工作日内", ("deadline within 7工作日 trigger=作出行政决定",)),
    (
        "批前公示不少于10日；批后自作出行政决定之日起7个工作日内",
        ("publicity not-less-than 10日 scope=批前公示", "deadline within 7工作日 scope=批后 trigger=作出行政决定"),
    ),
    ("及时公开", ("immediate none",)),
    (
        "自信息形成或者变更之日起20个工作日内；行政许可自作出决定之日起7个工作日内",
        (
            "deadline within 20工作日 trigger=信息形成或者变更",
            "deadline within 7工作日 scope=行政许可 trigger=作出决定",
        ),
    ),
    ("文件发售期不少于5日", ("publicity not-less-than 5日 scope=文件发售",)),
    (
        "收到评标报告之日起3日内公示，公示不少于3日",
        ("deadline within 3日 trigger=收到评标报告", "publicity not-less-than 3日"),
    ),
    (
        "本级人民代表大会或其常务委员会批准后20日内",
        ("deadline within 20日 trigger=本级人民代表大会或其常务委员会批准",),
    ),
    ("本级人民代表大会常务委员会批准后20日内", ("deadline within 20日 trigger=本级人民代表大会常务委员会批准",)),
    ("本级政府财政部门批复后20日内", ("deadline within 20日 trigger=本级政府财政部门批复",)),
    ("随预决算公开", ("event on-date trigger=预决算公开",)),
    (
        "中标之日起2个工作日内公告；合同签订之日起2个工作日内",
        ("deadline within 2工作日 trigger=中标", "deadline within 2工作日 trigger=合同签订"),
    ),
    ("按进展情况及时公开", ("immediate none trigger=按进展情况",)),
    ("批复后及时公开", ("immediate none trigger=批复",)),
    ("每年4月发布", ("periodic on-date 1年 point=4月",)),
    ("公示不少于5个工作日", ("publicity not-less-than 5工作日",)),
    ("认定后次月公告", ("deadline on-date 1月 trigger=认定 point=次月",)),
    (
        "企业每季、个体每半年、走逃随时",
        ("periodic within 1季 scope=企业", "periodic within 6月 scope=个体", "immediate none scope=走逃"),
    ),
    ("每季公布", ("periodic within 1季",)),
    ("预公告不少于10个工作日", ("publicity not-less-than 10工作日 scope=预公告",)),
    ("调查结束后5个工作日内", ("deadline within 5工作日 trigger=调查结束",)),
    ("自收到申请之日起20个工作日内", ("on-request within 20工作日 trigger=收到申请",)),
    ("听证7个工作日前通知", ("deadline before 7工作日 trigger=听证",)),
    ("收到批准文件之日起10个工作日内", ("deadline within 10工作日 trigger=收到批准文件",)),
    (
        "收到批准文件之日起10个工作日内（新规15个工作日内）",
        ("deadline within 10工作日 trigger=收到批准文件", "deadline within 15工作日 scope=新规"),
    ),
    ("公告期不少于30日", ("publicity not-less-than 30日",)),
    ("结束后5个工作日内", ("deadline within 5工作日 trigger=结束",)),
    ("支付后5个工作日内", ("deadline within 5工作日 trigger=支付",)),
    ("公示7个工作日", ("publicity lasting 7工作日",)),
    ("调查后及时公布", ("immediate none trigger=调查",)),
    ("征求意见不少于30日", ("publicity not-less-than 30日 scope=征求意见",)),
    ("作出决定后及时公告", ("immediate none trigger=作出决定",)),
    ("选定后及时公布", ("immediate none trigger=选定",)),
    ("公示期内现场说明", ("event within trigger=公示期",)),
    ("10日内申请；10日内答复", ("deadline within 10日", "deadline within 10日")),
    ("决定后及时公告", ("immediate none trigger=决定",)),
    ("结果形成后及时公布", ("immediate none trigger=结果形成",)),
    ("摇号5个工作日前", ("deadline before 5工作日 trigger=摇号",)),
    ("分配后7个工作日内", ("deadline within 7工作日 trigger=分配",)),
    ("长期公开（动态调整）", ("standing none",)),
    (
        "受理公示报告书10个工作日、报告表5个工作日；拟审批公示5个工作日；决定后7个工作日内",
        (
            "publicity lasting 10工作日 scope=受理公示报告书",
            "publicity lasting 5工作日 scope=报告表",
            "publicity lasting 5工作日 scope=拟审批公示",
            "deadline within 7工作日 trigger=决定",
        ),
    ),
    ("每年3月底前公布名录", ("periodic before 1年 point=3月底",)),
    ("每季度公开", ("periodic within 1季",)),
    ("自受理之日起60日内办结", ("deadline within 60日 trigger=受理",)),
    ("变更之日起20个工作日内", ("deadline within 20工作日 trigger=变更",)),
    ("20个工作日内", ("deadline within 20工作日",)),
    ("年报每年1月31日前", ("periodic before 1年 scope=年报 point=1月31日",)),
    ("批复后20日内", ("deadline within 20日 trigger=批复",)),
    ("公示不少于7日", ("publicity not-less-than 7日",)),
    ("公示7日", ("publicity lasting 7日",)),
    ("长期公开", ("standing none",)),
    ("15个工作日内答复", ("deadline within 15工作日",)),
)

VARIANTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("二十个工作日内", ("deadline within 20工作日",)),
    ("7工作日内", ("deadline within 7工作日",)),
    ("２０天内", ("deadline within 20日",)),
    ("三个月内", ("deadline within 3月",)),
    ("2018年12月31日前", ("deadline before point=2018年12月31日",)),
    ("征求意见期不得少于30日", ("publicity not-less-than 30日 scope=征求意见",)),
    ("听证会举行7日前公告", ("deadline before 7日 trigger=听证会举行",)),
    ("提前7日公告", ("deadline before 7日",)),
    ("公示期为5个工作日", ("publicity lasting 5工作日",)),
    ("公示5个工作日以上", ("publicity not-less-than 5工作日",)),
    ("每年3月、9月公开", ("periodic on-date 1年 point=3月、9月 x2",)),
    ("每季度结束后10日内", ("periodic on-date 1季 point=结束后10日内",)),
    ("自收到申请之日起15个工作日内，可延长15个工作日", ("on-request within 15工作日 trigger=收到申请 +15",)),
    ("与政策文件同步公开", ("event on-date trigger=政策文件",)),
    ("48小时内", ("deadline within 48小时",)),
    ("及 时公开", ("immediate none",)),
    ("行政许可自作出决定之日起7个工作日内", ("deadline within 7工作日 scope=行政许可 trigger=作出决定",)),
    ("12月31日前报送", ("deadline before point=12月31日",)),
    ("20个工作日内，及时公开", ("deadline within 20工作日",)),
    ("长期公开，及时更新", ("standing none",)),
    ("60日内，可延60日", ("deadline within 60日 +60",)),
    ("每半年公布一次", ("periodic within 6月",)),
    ("每年至少公布2次", ("periodic within 1年 x2",)),
    ("每个工作日", ("periodic within 1工作日",)),
    ("半年内", ("deadline within 6月",)),
    ("政策文件公布之日起3个工作日内", ("deadline within 3工作日 trigger=政策文件公布",)),
    ("自然资源部门批准后20日内", ("deadline within 20日 trigger=自然资源部门批准",)),
    ("各自作出决定之日起7日内", ("deadline within 7日 trigger=各自作出决定",)),
    ("自行政处罚决定作出之日起7个工作日内", ("deadline within 7工作日 trigger=行政处罚决定作出",)),
    ("自主管部门批复之日起20日内", ("deadline within 20日 trigger=主管部门批复",)),
    ("每年度终了后3个月内", ("periodic on-date 1年 point=终了后3个月内",)),
    ("最迟5小时内发布权威信息，24小时内举行新闻发布会", ("deadline within 5小时", "deadline within 24小时")),
    ("批准后20天内", ("deadline within 20日 trigger=批准",)),
    ("每月10日前", ("periodic before 1月 point=10日",)),
    ("向申请人答复的，15日内", ("deadline within 15日 scope=向申请人答复",)),
)


def brief(clause: LimitClause) -> str:
    length = "" if clause.number is None else f" {clause.number}{clause.unit}"
    named = {"scope": clause.scope, "trigger": clause.trigger, "point": clause.point}
    words = "".join([f" {name}={value}" for name, value in named.items() if value])
    times = f" x{clause.times}" if clause.times != 1 else ""
    more = f" +{clause.extension}" if clause.extension else ""
    return f"{clause.kind} {clause.relation}{length}{words}{times}{more}"


@pytest.mark.parametrize(("text", "readings"), PATTERNS + DOMAINS + VARIANTS)
def test_reading(text: str, readings: tuple[str, ...]) -> None:
    limit, faults = parse_limit(text)
    assert faults == ()
    assert tuple(map(brief, limit.clauses)) == readings
    assert limit.text == text


@pytest.mark.parametrize(("text", "readings"), PATTERNS + DOMAINS)
def test_clause_texts_are_parts_of_the_limit(text: str, readings: tuple[str, ...]) -> None:
    limit, _ = parse_limit(f"  {text}\n")
    rest = limit.text
    for clause in limit.clauses:
        assert clause.text == clause.text.strip("，、；。 ")
        rest = rest[rest.index(clause.text) + len(clause.text) :]
    assert len(limit.clauses) == len(readings)
