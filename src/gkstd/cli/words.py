"""What click itself says (usage, options, wrong arguments) in Chinese: its own messages, told otherwise.

click asks gettext for its messages, which wants a compiled catalogue and the machine's locale. The table here is the same thing
without either: the names by which click calls gettext are given to it. A message that is not in the table stays English.
"""

from collections.abc import Mapping

import click
import click.core
import click.decorators
import click.exceptions
import click.formatting
import click.parser
import click.types

from gkstd.cli.lang import LANG, say

CHINESE: Mapping[str, str] = {
    "Usage:": "用法:",
    "Options": "选项",
    "Commands": "命令",
    "Positional arguments": "参数",
    "default: {default}": "默认：{default}",
    "required": "必填",
    "Show this message and exit.": "显示这段说明。",
    "Show the version and exit.": "显示版本号。",
    "%(prog)s, version %(version)s": "%(prog)s %(version)s",
    "Error: {message}": "错误：{message}",
    "Try '{command} {option}' for help.": "用法说明：{command} {option}",
    "Invalid value: {message}": "值不对：{message}",
    "Invalid value for {param_hint}: {message}": "{param_hint} 的值不对：{message}",
    "Missing argument": "缺少参数",
    "Missing option": "缺少选项",
    "Missing parameter": "缺少参数",
    "Missing {param_type}": "缺少{param_type}",
    "Missing parameter: {param_name}": "缺少参数：{param_name}",
    "Missing command.": "缺少命令。",
    "No such option {name!r}.": "没有选项 {name!r}。",
    "No such command {name!r}.": "没有命令 {name!r}。",
    "Did you mean {possibility}?": "您是不是想用 {possibility}？",
    "(Did you mean one of: {possibilities}?)": "您是不是想用这几个中的一个：{possibilities}？",
    "Got unexpected extra argument ({args})": "多了参数（{args}）",
    "Got unexpected extra arguments ({args})": "多了参数（{args}）",
    "Option {name!r} requires an argument.": "选项 {name!r} 后面要写一个值。",
    "Option {name!r} requires {nargs} arguments.": "选项 {name!r} 后面要写 {nargs} 个值。",
    "Option {name!r} does not take a value.": "选项 {name!r} 后面不写值。",
    "Argument {name!r} takes {nargs} values.": "参数 {name!r} 要写 {nargs} 个值。",
    "Choose from:\n\t{choices}": "可以写：\n\t{choices}",
    "{value!r} is not {choice}.": "不能写 {value!r}，只能是 {choice}。",
    "{value!r} is not one of {choices}.": "不能写 {value!r}，只能是 {choices}。",
    "{value!r} is not a valid {number_type}.": "{value!r} 不是整数。",
    "{value} is not in the range {range}.": "{value} 不在 {range} 的范围里。",
}

_MODULES = (click.core, click.decorators, click.exceptions, click.formatting, click.parser, click.types)


def speak() -> None:
    """Let click speak the language of this run; to be called before commands are declared."""
    if LANG == "en":
        return
    for module in _MODULES:
        for name, told in (("_", _told), ("ngettext", _counted)):
            if hasattr(module, name):
                setattr(module, name, told)


def metavars(command: click.Command) -> click.Command:
    """The same command with the placeholders of its usage in the language of this run."""
    command.options_metavar = say("[选项]", "[OPTIONS]")
    if isinstance(command, click.Group):
        command.subcommand_metavar = say("命令 [参数]...", "COMMAND [ARGS]...")
    return command


def _told(message: str) -> str:
    return CHINESE.get(message, message)


def _counted(one: str, many: str, count: int) -> str:
    return _told(one if count == 1 else many)
