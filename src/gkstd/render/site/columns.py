"""The columns of the portal: the sections of the main navigation, with what their page tags say.

In: nothing. Out: `Column` values and `NAVIGATION`. Column classes are those of the guide for government sites.
"""

from gkstd.render.site.head import Column
from gkstd.render.site.page import Link

HOME = Column(
    "home", "首页", "index.html", "首页", ("政务公开", "标准目录"), "基层政务公开标准目录、标准、流程的总入口。"
)
CATALOG = Column(
    "catalog",
    "公开目录",
    "domains/index.html",
    "信息公开目录",
    ("公开事项", "标准目录", "公开领域"),
    "按领域、一级事项、二级事项列出应当公开的事项，逐项说明内容、依据、时限、主体和渠道。",
)
TOWNS = Column(
    "towns",
    "镇村公开",
    "towns/index.html",
    "信息公开目录",
    ("镇村公开", "街道", "村务", "社区"),
    "镇、街道、村和社区各自的公开事项，一个单位一页。",
)
BODIES = Column(
    "bodies",
    "公开主体",
    "bodies/index.html",
    "机构职能",
    ("公开主体", "责任单位"),
    "按公开主体列出各单位负责公开的事项。",
)
PROCESSES = Column(
    "processes",
    "公开流程",
    "processes/index.html",
    "办事服务",
    ("公开流程", "流程图"),
    "办理和公开的流程图，附逐步的文字说明。",
)
SERVICES = Column(
    "services",
    "办事服务",
    "services/index.html",
    "办事服务",
    ("办事服务", "服务指南", "九公开"),
    "办一件事的条件、材料、程序、期限、收费、结果和投诉渠道。",
)
STANDARDS = Column(
    "standards", "标准", "standards/index.html", "政策文件", ("标准", "规范"), "本县自编标准全文和采用的国家标准目录。"
)
LAWS = Column(
    "laws",
    "公开依据",
    "laws/index.html",
    "政策文件",
    ("法律法规", "公开依据"),
    "公开事项所依据的法律、法规、规章和文件及其效力。",
)
ABOUT = Column(
    "about", "关于本站", "about.html", "概况信息", ("编制说明", "版次"), "本版的编制说明、适用日期和数据约定。"
)
DOWNLOADS = Column(
    "downloads",
    "工作手册",
    "workbooks/index.html",
    "数据发布",
    ("工作手册", "下载"),
    "各领域政务公开工作手册的内容和下载。",
)
ARRANGEMENTS = Column(
    "arrangements",
    "制度与工作安排",
    "arrangements.html",
    "概况信息",
    ("公开制度", "培训", "考核", "满意度"),
    "公开工作的制度、培训和考核的安排，以及公布的数字和出处。",
)
CHANGES = Column(
    "changes", "最近更新", "changes.html", "工作动态", ("最近更新", "变更"), "新公开和有变更的事项、新发布的标准。"
)
ACCESSIBILITY = Column(
    "accessibility",
    "无障碍说明",
    "accessibility.html",
    "概况信息",
    ("无障碍", "适老化"),
    "本站为视障、老年和使用键盘的读者做了什么，还有什么不足。",
)
SEARCH = Column(
    "search",
    "搜索",
    "search.html",
    "信息公开目录",
    ("搜索", "高级搜索", "索引号"),
    "按关键词、信息类型、索引号、发布日期等条件查找全部公开内容。",
)
SITE_MAP = Column("sitemap", "网站地图", "sitemap.html", "概况信息", ("网站地图",), "全部栏目和页面的列表。")

NAVIGATION = tuple(
    [(c.key, Link(c.name, c.path)) for c in (HOME, CATALOG, SERVICES, TOWNS, BODIES, PROCESSES, STANDARDS, LAWS)]
)
"""The main navigation: columns without a page in an edition are left out (`Frame.absent`)."""

FURTHER = tuple([(c.key, Link(c.name, c.path)) for c in (DOWNLOADS, ARRANGEMENTS, CHANGES, ABOUT, ACCESSIBILITY)])
"""Columns that the foot of the page leads to."""
