"""GK7xx-GK9xx: rendering, output, environment. These can name an object rather than a place in a file."""

from gkstd.diagnostics.diagnostic import Code, Severity, Text

ERROR = Severity.ERROR

TEMPLATE = Code("GK701", "template-fault", ERROR, Text("模板 {template} 有错：{why}", "the template {template} fails: {why}"))
RENDER = Code("GK702", "render-failed", ERROR, Text("生成 {target} 失败：{why}", "rendering {target} failed: {why}"))
MISSING_GLYPH = Code("GK703", "missing-glyph", ERROR, Text("所用字体里没有字“{char}”（{code}）", "no configured font has the character `{char}` ({code})"))
SKIPPED = Code("GK704", "target-skipped", ERROR, Text("{target} 没有生成，因为它需要的 {needs} 失败了", "{target} was skipped because {needs} failed"))
MISSING_PROGRAM = Code("GK901", "missing-program", ERROR, Text("缺少{what_zh}：请运行 {command}", "{what_en} is missing: run {command}"))
INTERNAL = Code("GK999", "internal-error", ERROR, Text("gkstd 内部错误：{why}", "internal error in gkstd: {why}"))
