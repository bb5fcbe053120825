"""workbooks/*.yaml → workbooks."""

from collections.abc import Callable

from gkstd.model import workbook as model
from gkstd.source.records import workbooks as records

_PLAIN: dict[type[records.Part], Callable[[], model.Part]] = {
    records.CoverPart: model.Cover,
    records.HalfTitlePart: model.HalfTitle,
    records.ContentsPart: model.Contents,
    records.RevisionPart: model.Revision,
    records.ColophonPart: model.Colophon,
}
"""Parts that say nothing of themselves."""


def workbook(r: records.WorkbookFile) -> model.Workbook:
    """A workbook; what its parts refer to is checked by `links`."""
    parts = tuple(_part(part) for part in r.parts)
    return model.Workbook(r.id, r.title, r.subtitle or "", r.domain or "", r.volume, r.issued, r.issuer or "", parts)


def _part(r: records.AnyPart) -> model.Part:  # noqa: PLR0911, PLR0912
    match r:
        case records.LawsPart():
            return model.Laws(r.title)
        case records.TextPart():
            return model.TextPart(r.title, r.text)
        case records.CatalogPart():
            return model.Catalog(r.title or "", r.domain)
        case records.StandardsPart():
            return model.Standards(r.title, r.ids)
        case records.FlowchartsPart():
            return model.Flowcharts(r.title, r.ids)
        case records.ServicesPart():
            return model.Services(r.title, r.ids)
        case records.TablesPart():
            return model.Tables(r.title, r.text or "", r.ids)
        case records.FormsPart():
            return model.Forms(r.title, r.ids)
        case records.FiguresPart():
            return model.Figures(r.title, r.text or "", r.ids)
        case records.RegisterPart():
            return model.Register(r.title, r.text or "", r.of)
        case records.SystemPart():
            return model.SystemPart(r.title, r.text or "")
        case records.GlossaryPart():
            return model.Glossary(r.title)
        case records.IndexPart():
            return model.Index(r.title)
        case _:
            return _PLAIN[type(r)]()
