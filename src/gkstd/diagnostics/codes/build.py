"""GK7xx-GK9xx: rendering, output, environment. These can name an object rather than a place in a file."""

from gkstd.diagnostics.diagnostic import Code, Severity, Text

ERROR = Severity.ERROR

TEMPLATE = Code(
    "GK701", "template-fault", ERROR, Text("模板 {template} 有错：{why}", "the template {template} fails: {why}")
)
RENDER = Code("GK702", "render-failed", ERROR, Text("生成 {target} 失败：{why}", "rendering {target} failed: {why}"))
MISSING_GLYPH = Code(
    "GK703",
    "missing-glyph",
    ERROR,
    Text(
        "所用字体里没有字“{char}”（{code}），试过 {faces}",
        "no configured font has the character `{char}` ({code}); tried {faces}",
    ),
)
SKIPPED = Code(
    "GK704",
    "target-skipped",
    ERROR,
    Text("{target} 没有生成，因为它需要的 {needs} 失败了", "{target} was skipped because {needs} failed"),
)
TIME_LIMIT = Code(
    "GK705",
    "render-too-long",
    ERROR,
    Text(
        "{target} 在 {seconds} 秒内没有生成完，已中止",
        "{target} was not rendered within {seconds} seconds and was stopped",
    ),
)
WORKER_DIED = Code(
    "GK706",
    "render-crashed",
    ERROR,
    Text(
        "生成 {target} 的进程意外终止，或超过内存上限 {megabytes} MB",
        "the process rendering {target} died or went over its memory limit of {megabytes} MB",
    ),
)
CLASH = Code(
    "GK707", "output-clash", ERROR, Text("{target} 和 {other} 都要写 {path}", "{target} and {other} both write {path}")
)
MISSING_PROGRAM = Code(
    "GK901", "missing-program", ERROR, Text("缺少{what_zh}：请运行 {command}", "{what_en} is missing: run {command}")
)
NOT_OURS = Code("GK902", "output-not-ours", ERROR, Text("不写 {path}：{why_zh}", "refusing to write {path}: {why_en}"))
BUSY = Code(
    "GK903",
    "build-running",
    ERROR,
    Text(
        "另一次构建正在进行（进程 {pid}，主机 {host}，始于 {since}）；如确已结束，请删除 {path}",
        "another build is running (process {pid} on {host}, since {since}); if it is surely over, delete {path}",
    ),
)
WRITE_FAILED = Code("GK904", "write-failed", ERROR, Text("不能写 {path}：{why_zh}", "cannot write {path}: {why_en}"))
INTERNAL = Code("GK999", "internal-error", ERROR, Text("gkstd 内部错误：{why}", "internal error in gkstd: {why}"))
