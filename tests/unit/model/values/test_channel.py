import pytest

from gkstd.model.values.channel import (
    ADDITIONS,
    PUBLIC,
    SYNONYMS,
    Channel,
    ChannelUse,
    format_channel,
    is_public,
    parse_channel,
)

OTHER = Channel.OTHER
BOARD = Channel.NOTICE_BOARD


def test_the_printed_order_has_thirteen_boxes() -> None:
    assert [str(channel) for channel in Channel] == [
        "政府网站", "政府公报", "两微一端", "发布会/听证会", "广播电视", "纸质媒体", "公开查阅点", "政务服务中心",
        "便民服务站", "入户/现场", "社区/企事业单位/村公示栏（电子屏）", "精准推送", "其他",
    ]  # fmt: skip


@pytest.mark.parametrize("channel", [channel for channel in Channel if channel is not OTHER])
def test_every_box_is_read_and_printed(channel: Channel) -> None:
    use, faults = parse_channel(str(channel))
    assert (use, faults) == (ChannelUse(channel, "", str(channel)), ())
    assert use is not None
    assert format_channel(use) == channel


@pytest.mark.parametrize(("name", "channel"), [pair for pair in SYNONYMS.items() if pair[1] is not OTHER])
def test_synonyms_become_the_box_and_keep_what_was_written(name: str, channel: Channel) -> None:
    assert parse_channel(name) == (ChannelUse(channel, "", name), ())


@pytest.mark.parametrize("name", ADDITIONS)
def test_known_additions_become_other(name: str) -> None:
    assert parse_channel(name) == (ChannelUse(OTHER, name, name), ())


@pytest.mark.parametrize(
    ("text", "channel", "carrier"),
    [
        ("■政府网站", Channel.WEBSITE, ""),
        ("社区/企事业单位/村公示栏(电子屏)", BOARD, ""),
        ("社区／企事业单位／村公示栏（电子屏）", BOARD, ""),
        ("政府 网站", Channel.WEBSITE, ""),
        ("其他：办税服务厅", OTHER, "办税服务厅"),
        ("其他: 办税服务厅", OTHER, "办税服务厅"),
        ("■其他（当面或邮寄）", OTHER, "当面或邮寄"),
        ("其它：XX 平台", OTHER, "XX 平台"),
    ],
)
def test_accepted(text: str, channel: Channel, carrier: str) -> None:
    assert parse_channel(text) == (ChannelUse(channel, carrier, text), ())


@pytest.mark.parametrize(
    ("text", "kind", "nearest"),
    [
        ("", "empty", ""),
        ("同上", "same-as-above", ""),
        ("其他", "other-without-text", ""),
        ("其他：", "other-without-text", ""),
        ("其他（）", "other-without-text", ""),
        ("其他办税厅", "unknown-form", "其他：办税厅"),
        ("政府网占", "unknown-word", "政府网站"),
        ("两微一瑞", "unknown-word", "两微一端"),
        ("区块链", "unknown-word", "其他：区块链"),
        ("□政府网站", "not-ticked", ""),
        ("政府网站、两微一端", "several-values", ""),
    ],
)
def test_refused(text: str, kind: str, nearest: str) -> None:
    (fault,) = parse_channel(text)[1]
    assert (fault.kind, fault.found, fault.nearest) == (kind, text, nearest)


def test_public() -> None:
    assert len(PUBLIC) == 10
    assert is_public(ChannelUse(Channel.WEBSITE)) is True
    assert is_public(ChannelUse(Channel.TARGETED)) is False
    assert is_public(ChannelUse(OTHER, "当面或邮寄")) is False
    assert is_public(ChannelUse(OTHER, "信用中国网站")) is None
