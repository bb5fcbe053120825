"""主题分类: the twenty-two top classes of the government information index.

In: the entry as written. Out: `Topic`, or `None` and a fault. Second-level classes are not held here.
"""

from enum import StrEnum
from functools import cache

from gkstd.model.values.fault import Fault
from gkstd.model.values.vocabulary import lookup, table


class Topic(StrEnum):
    """The classes in their order; `Topic.X.serial` is the class's number."""

    STATE_COUNCIL = "国务院组织机构"
    GENERAL = "综合政务"
    ECONOMY = "国民经济管理、国有资产监管"
    FINANCE = "财政、金融、审计"
    LAND = "国土资源、能源"
    AGRICULTURE = "农业、林业、水利"
    INDUSTRY = "工业、交通"
    COMMERCE = "商贸、海关、旅游"
    MARKET = "市场监管、安全生产监管"
    CONSTRUCTION = "城乡建设、环境保护"
    SCIENCE = "科技、教育"
    CULTURE = "文化、广电、新闻出版"
    HEALTH = "卫生、体育"
    POPULATION = "人口与计划生育、妇女儿童工作"
    LABOUR = "劳动、人事、监察"
    SECURITY = "公安、安全、司法"
    CIVIL = "民政、扶贫、救灾"
    ETHNIC = "民族、宗教"
    FOREIGN = "对外事务"
    OVERSEAS = "港澳台侨工作"
    DEFENCE = "国防"
    OTHER = "其他"

    @property
    def serial(self) -> int:
        """1 to 22."""
        return _SERIALS[self.value]


_SERIALS: dict[str, int] = {topic.value: serial for serial, topic in enumerate(Topic, 1)}

SYNONYMS: dict[str, Topic] = {"民政、乡村振兴、救灾": Topic.CIVIL}
"""The later name of class 17."""


@cache
def _spellings() -> dict[str, Topic]:
    """Every accepted spelling; made at first use, so that importing stays cheap."""
    return table(Topic, SYNONYMS)


def parse_topic(text: str) -> tuple[Topic | None, tuple[Fault, ...]]:
    """城乡建设、环境保护, and so on, exactly one class."""
    return lookup(text, _spellings())
