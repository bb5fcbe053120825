"""GK7xx-GK9xx: rendering, output, environment. These can name an object rather than a place in a file."""

from gkstd.diagnostics.diagnostic import Code, Severity, Text

ERROR = Severity.ERROR

TEMPLATE = Code(
    "GK701", "template-fault", ERROR, Text("模板 {template} 有错：{why_zh}", "the template {template} fails: {why_en}")
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
    follows=True,
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
FONT_REFUSED = Code(
    "GK708",
    "font-not-used",
    Severity.WARNING,
    Text("指定的字体“{family}”{why_zh}，这次改用 {instead}", "the font `{family}` {why_en}; {instead} is used instead"),
)
NO_PREVIOUS = Code(
    "GK709",
    "previous-edition-not-found",
    Severity.WARNING,
    Text(
        "上一版的源文件“{revision}”{why_zh}，修订说明里列不出变化",
        "the sources of the previous edition, `{revision}`, {why_en}; the revision page lists no changes",
    ),
)
UNCONFIRMED = Code(
    "GK710",
    "release-unconfirmed",
    ERROR,
    Text(
        "“{title}”还有待核的内容：{fields}，不能定版",
        "`{title}` has unconfirmed values ({fields}) and cannot be released",
    ),
)
PLACEHOLDER = Code(
    "GK711",
    "release-placeholder",
    ERROR,
    Text("还有没填的内容：{found}，不能定版", "a placeholder is left: {found}; this cannot be released"),
)
UNCOMMITTED = Code(
    "GK712",
    "release-uncommitted",
    ERROR,
    Text("有 {count} 个文件没有提交，不能定版：{files}", "{count} files are not committed; no release: {files}"),
)
NO_REVISION = Code(
    "GK713",
    "release-without-revision",
    ERROR,
    Text(
        "没有 git，或这里不是 git 仓库，印不出源文件的版本，不能定版",
        "there is no git or no repository here, so the commit of the sources cannot be printed; no release",
    ),
)
UNORDERED = Code(
    "GK714",
    "chart-not-arranged",
    Severity.WARNING,
    Text(
        "dot 没有为“{title}”算出步骤的左右次序（{why}），流程图按源文件的次序画，连线可能交叉较多",
        "dot found no order for the steps of `{title}` ({why}); its chart keeps the order of the source, and more lines may cross",
    ),
)
PASSING = frozenset({UNORDERED.id})
"""What lies in the machine's hour and may not be so at the next try: nothing that brought it is remembered."""
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
PORT_IN_USE = Code(
    "GK905",
    "port-not-free",
    ERROR,
    Text(
        "不能在端口 {port} 上预览：{why_zh}；换一个，例如 --port 0（任选一个空闲的）",
        "cannot listen on port {port}: {why_en}; take another, such as --port 0 (any that is free)",
    ),
)
INTERNAL = Code("GK999", "internal-error", ERROR, Text("gkstd 内部错误：{why}", "internal error in gkstd: {why}"))
