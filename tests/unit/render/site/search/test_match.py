"""What the page finds: 2,000 random queries against a plain scan, the order of hits, and what is marked."""

import random
from collections.abc import Iterator

import pytest
from msgspec.structs import replace

from gkstd.render.site.search.entry import KINDS, Entry, Passage, in_a_row
from gkstd.render.site.search.folding import whole
from gkstd.render.site.search.pack import Heading, IndexView, ShardView
from gkstd.render.site.search.script import initials, script

TERMS = [
    "环境影响评价",
    "环评",
    "建设项目",
    "重大建设项目",
    "最低生活保障",
    "低保",
    "征地补偿",
    "双随机、一公开",
    "信息公开",
    "政府信息",
    "公示",
    "不少于",
    "个工作日",
    "受理",
    "审批",
    "决定",
    "国有土地上房屋征收",
    "保障性住房",
    "财政预算",
    "安全生产",
    "环境保护局",
    "县人民政府",
    "乡镇",
    "村民委员会",
    "第二十一条",
    "条例",
    "环保",
    "评价",
    "影响",
    "項目",
    "環境",
    "審批",
]
SAME = (("环境影响评价", "环评"), ("最低生活保障", "低保"), ("县人民政府", "县政府"))
TRADITIONAL = str.maketrans("环评项审发号总", "環評項審發號總")
BARE = str.maketrans("", "", "-()/.,·_:")


def made(rng: random.Random, count: int) -> list[Entry]:
    def text(least: int, most: int) -> str:
        words = rng.choices(TERMS, k=rng.randint(least, most))
        return "".join([word + rng.choice(["", "", "，", "。", "（", "）", " "]) for word in words])

    entries = []
    for i in range(count):
        number = rng.choice([f"610824-HB-2018-{i:04}", f"国办发〔20{i % 30:02}〕{i}号", f"Q/JBZW {i:03}—2018", ""])
        passages = tuple([Passage(rng.choice(("公开内容", "说明")), text(1, 12)) for _ in range(rng.randint(0, 5))])
        also = (text(1, 1),) if rng.random() < 0.2 else ()
        entries.append(Entry(f"p/{i}.html", rng.choice(KINDS), text(1, 4), number, "2018-06-12", also, (), passages))
    return entries


def scripts(entries: list[Entry], pieces: int = 3) -> list[bytes]:
    """The files of the search, cut into so many pieces."""
    size = len(entries) // pieces + 1
    shards = [entries[at : at + size] for at in range(0, len(entries), size)]
    every = "".join([e.title + e.number + "".join(e.also) + "".join([p.text for p in e.passages]) for e in entries])
    headings = tuple([Heading(e.path, e.kind, e.title, e.number, e.date, e.also, e.facets) for e in entries])
    index = IndexView(headings, tuple(range(0, len(entries), size)), SAME, "".join(sorted(set(every))))
    views = [ShardView(i, tuple([e.passages for e in shard])) for i, shard in enumerate(shards)]
    return [script(view) for view in (index, *views)]


FIND = """
    const index = site.match.open(site.raw);
    const folded = texts.flat().map((entry) => entry.map((text) => index.fold(text[1])).join("\\n"));
    const find = (typed) => {
        const query = index.ask(typed);
        return folded.map((text, i) => [i, site.match.judge(query, index.entry(i), text)]).filter((hit) => hit[1]);
    };
"""


class Scanned:
    """The plain scan: every word, or what stands for it, in a field of the entry or as initials of its title."""

    def __init__(self, entries: list[Entry]) -> None:
        self.fold = whole().fold
        self.groups = [[self.fold(term) for term in group] for group in SAME]
        self.letters = initials([entry.title for entry in entries])
        self.numbers = [self.fold(entry.number).translate(BARE) for entry in entries]
        texts = [(e.title, e.number, *e.also, *[p.text for p in e.passages]) for e in entries]
        self.fields = ["\n".join(map(self.fold, fields)) for fields in texts]

    def find(self, typed: str) -> list[int]:
        words = [(word, list(meant(word, self.groups)), word.translate(BARE)) for word in map(self.fold, typed.split())]
        return [i for i in range(len(self.fields)) if all(self.holds(i, *word) for word in words)]

    def holds(self, i: int, word: str, terms: list[str], bare: str) -> bool:
        if any(term in self.fields[i] for term in terms):
            return True
        if any(part and part in self.numbers[i] for part in (bare, *[term.translate(BARE) for term in terms])):
            return True
        if not (word.isascii() and word.isalnum() and not word.isdigit()):
            return False
        return word in self.letters[i] if len(word) > 1 else self.letters[i].startswith(word)


def meant(word: str, groups: list[list[str]]) -> Iterator[str]:
    yield word
    for group in groups:
        inside = sorted([term for term in group if term in word], key=len)
        for other in group if inside else ():
            yield word.replace(inside[-1], other)


def asked(rng: random.Random, entries: list[Entry], count: int) -> list[str]:
    """Phrases cut from anywhere in a page, typed one way or another; numbers and parts; two words; initials; nonsense."""
    queries = []
    letters = initials([entry.title for entry in entries])
    for _ in range(count):
        place = rng.randrange(len(entries))
        entry = entries[place]
        source = rng.choice([entry.title, *[p.text for p in entry.passages]])
        at = rng.randrange(max(1, len(source)))
        phrase = source[at : at + rng.randint(1, 9)].strip()
        number = entry.number[rng.randrange(8) :]
        queries.append(
            rng.choice(
                [
                    phrase,
                    phrase.translate(TRADITIONAL),
                    f" {phrase[:2]} {phrase[2:]}",
                    f"{phrase} {rng.choice(TERMS)}",
                    number.replace("〔", "(").replace("〕", "）"),
                    number.replace("-", ""),
                    number.upper().replace("2018", "２０１８"),
                    letters[place][: rng.randint(1, 5)],
                    rng.choice(SAME)[rng.randrange(2)] + phrase[:2],
                    chr(rng.randrange(0x4E00, 0x9FA6)) + phrase,
                ]
            )
        )
    return [query for query in queries if query.strip()]


@pytest.mark.parametrize("seed", [1, 2])
def test_2000_random_queries_find_what_a_plain_scan_finds(run, seed: int) -> None:
    rng = random.Random(seed)
    entries = made(rng, 250)
    queries = [q for q in asked(rng, entries, 1200) if '"' not in q][:1000]
    found = run(
        FIND + "return given.map((typed) => find(typed).map((hit) => hit[0]));", *scripts(entries), given=queries
    )
    assert len(queries) == 1000
    plain = Scanned(entries)
    assert [(q, hits) for q, hits in zip(queries, found, strict=True) if hits != plain.find(q)] == []
    assert sum(map(bool, found)) > 700, "most of the queries must have something to find"


def entry(title: str, number: str = "", *texts: str) -> Entry:
    return Entry("x.html", "事项", title, number, passages=tuple([Passage("公开内容", text) for text in texts]))


def best(run, typed: str, *entries: Entry) -> list[str]:
    """Titles of the hits, best first."""
    body = FIND + "return find(given).sort((a, b) => b[1] - a[1]).map((hit) => site.raw.title[hit[0]]);"
    return run(body, *scripts(list(entries), 1), given=typed)


def test_exact_phrases_come_first(run) -> None:
    apart = entry("评价结果", "", "环境质量；影响分析")
    text = entry("某事项", "", "应当进行环境影响评价")
    titled = entry("环境影响评价文件受理", "", "")
    whole_title = entry("环境影响评价")
    short = entry("环评机构")
    assert best(run, "环境影响评价", apart, short, text, titled, whole_title) == [
        "环境影响评价", "环境影响评价文件受理", "某事项", "环评机构",
    ]  # fmt: skip
    assert best(run, "环境 影响 评价", apart, titled) == ["环境影响评价文件受理", "评价结果"]


def test_an_index_number_comes_first_whole_or_in_part(run) -> None:
    other = entry("说明", "", "参见610824-HB-2018-0012")
    number = entry("受理情况", "610824-HB-2018-0012")
    longer = entry("其他", "610824-HB-2018-00120")
    for typed in ("610824-HB-2018-0012", "610824hb20180012", "６１０８２４－ＨＢ－２０１８－００１２"):
        assert best(run, typed, other, longer, number)[0] == "受理情况"
    assert set(best(run, "0012", other, longer, number)) == {"受理情况", "其他", "说明"}


def test_a_quoted_phrase_is_one_word(run) -> None:
    apart, joined = entry("甲", "", "公示期不少于；10个工作日"), entry("乙", "", "公示期不少于 10个工作日")
    assert best(run, "不少于 10个工作日", apart, joined) == ["乙", "甲"]
    assert best(run, "“不少于 10个工作日”", apart, joined) == ["乙"]


def test_what_is_marked_is_what_was_typed(run) -> None:
    one = entry("环境影响評價文件", "", "前文" * 60 + "環境影响 评价，后文。再说一次环境影响评价。" + "后文" * 80)
    body = (
        FIND
        + """
        const query = index.ask(given);
        return [site.match.cut(site.raw.title[0], site.match.needles(query, index.fold(site.raw.title[0])), index.trace),
                site.match.passages(query, texts[0][0], index)];
    """
    )
    title, ((label, pieces, anchor),) = run(body, *scripts([one], 1), given="环境影响评价")
    assert title == [["环境影响評價", True], ["文件", False]]
    assert (label, anchor) == ("公开内容", "")
    assert [text for text, found in pieces if found] == ["環境影响 评价", "环境影响评价"]
    assert (
        pieces[0][0].startswith("…")
        and pieces[-1][0].endswith("…")
        and len("".join([text for text, _ in pieces])) < 200
    )


@pytest.mark.parametrize(
    ("before", "begins"),
    [
        ("前文" * 40 + "，见GB/T 20000.1—2014的" + "规定" * 14, "…的规定"),  # the cut falls into the number
        ("前文" * 40 + "代码。；" + "来源" * 17 + "于", "…来源"),  # and here before marks that end something
    ],
)
def test_a_passage_begins_with_a_word(run, before: str, begins: str) -> None:
    body = FIND + "return site.match.passages(index.ask(given), texts[0][0], index)[0][1][0][0];"
    said = run(body, *scripts([entry("标题", "", before + "环境影响评价")], 1), given="环境影响评价")
    assert said.startswith(begins) and before.endswith(said[1:]), said


def test_texts_in_a_row_have_one_mark_between_them() -> None:
    assert in_a_row(["代码。", "注：甲", "乙；", "［来源］"]) == "代码。注：甲；乙；［来源］"
    assert in_a_row([]) == ""


def test_nothing_in_the_data_can_end_the_script(run) -> None:
    evil = "</script><script>process.exit(9)</script>\u2028\u2029\\\"');process.exit(9);//${1}`"
    one = replace(entry(evil, evil, evil), also=(evil,))
    assert run("return [site.raw.title[0], texts[0][0][0][1]];", *scripts([one], 1)) == [evil, evil]


def test_initials_know_words_with_two_readings() -> None:
    titles = ["重大建设项目", "行政许可", "银行贷款", "长期公开", "Q/JBZW 001 环评"]
    assert initials(titles) == ["zdjsxm", "xzxk", "yhdk", "cqgk", "qjbzw001hp"]
