"""Names of fields in readers' words, for saying which of them are still to be confirmed (待核), and where a long name may break.

In: field names of the source language; the name of a portal. Out: Chinese names; a name as HTML. Never shows a reader an
English key.
"""

import re

from markupsafe import Markup, escape

from gkstd.model.doubts import kind_of

_PHRASES = re.compile(
    "((?:基层)?政务公开|(?:政府)?信息公开|标准化规范化|规范化标准化|标准化|规范化|标准目录|平台|专栏|专区|门户|网站|（[^）]*）)"
)
"""What names of portals are made of."""


def phrases(name: str) -> Markup:
    """A name that breaks between its words, 靖边县基层政务公开<wbr>标准化规范化<wbr>平台; what surrounds them is a word too."""
    return Markup("<wbr>").join([escape(part) for part in _PHRASES.split(name) if part])


FIELDS = {
    "adopted": "采用情况",
    "aliases": "别名",
    "audience": "公开对象",
    "basis": "公开依据",
    "bodies": "公开主体",
    "body": "公开主体",
    "categories": "事项的名目",
    "complaints": "投诉渠道",
    "conditions": "申报条件",
    "excluded": "不计入期限的环节",
    "excluded.limit": "不计入期限的环节的时限",
    "fee": "收费标准",
    "materials": "申报材料",
    "places": "办理地点、时间和电话",
    "result": "受理结果",
    "ccs": "CCS分类号",
    "channels": "公开渠道",
    "code": "代码",
    "content": "公开内容",
    "drafters": "起草人",
    "effective": "施行日期",
    "foreword": "前言",
    "ics": "ICS分类号",
    "id": "编号",
    "index": "索引号",
    "issued": "发布日期",
    "issuer": "发布机关",
    "kind": "类别",
    "lanes": "参与方",
    "lead": "牵头单位",
    "levels": "公开层级",
    "limit": "公开时限",
    "method": "公开方式",
    "name": "名称",
    "note": "说明",
    "number": "文号",
    "parent": "上级单位",
    "process": "公开流程",
    "promise": "承诺期限",
    "published": "发布日期",
    "reform": "期限压缩",
    "repealed": "废止日期",
    "revisions": "修改情况",
    "rows": "各行",
    "since": "设立日期",
    "stage": "五公开",
    "standard": "执行标准",
    "statutory": "法定期限",
    "steps": "步骤",
    "steps.basis": "部分步骤的依据",
    "steps.forms": "部分步骤的材料和表单",
    "steps.limit": "部分步骤的时限",
    "steps.next": "部分步骤的去向",
    "steps.note": "部分步骤的说明",
    "steps.text": "部分步骤的办法",
    "steps.title": "部分步骤的内容",
    "successors": "后续文本",
    "summary": "概述",
    "system": "体系位置",
    "title": "标题",
    "title_en": "英文名称",
    "topic": "主题分类",
    "until": "停用日期",
    "withdrawn": "废止日期",
}


def field_names(fields: tuple[str, ...]) -> tuple[str, ...]:
    """Each name once, in order; a field that has no name here is 其他内容, last. Which part of an object it is stands at the part."""
    kinds = [kind_of(field) for field in fields]
    known = [FIELDS[kind] for kind in kinds if kind in FIELDS]
    rest = ["其他内容"] if len(known) < len(fields) else []
    return tuple(dict.fromkeys([*known, *rest]))
