"""All codes in one table, by id and by name. Imported by `explain`, by documentation and by tests; not by the stages."""

from gkstd.diagnostics.codes import (
    build,
    content,
    document,
    drafting,
    lint,
    lint_text,
    names,
    process,
    schema,
    service,
    table,
    yaml,
)
from gkstd.diagnostics.diagnostic import Code

FAMILIES = (yaml, schema, names, content, process, document, table, service, drafting, lint, lint_text, build)

CODES: dict[str, Code] = {
    code.id: code
    for code in sorted(
        (value for family in FAMILIES for value in vars(family).values() if isinstance(value, Code)),
        key=lambda code: code.id,
    )
}
