"""The last step of a PDF: one file that is PDF/A-2a (archives) and PDF/UA-1 (screen readers) at once.

In: a PDF as the engine writes it under its `pdf/a-2a` variant, streams uncompressed. Out: the same pages, declared as both,
streams compressed, the identifier made from the content. Reads no clock; the same input gives the same bytes.
"""

from io import BytesIO

import pikepdf

from gkstd.render.paged import draft, press
from gkstd.render.views.issue import Issue

SCREEN = Issue()
_PDFUA = b"""<rdf:Description xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" rdf:about="" pdfuaid:part="1" />
<rdf:Description xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#" rdf:about="">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Which part of ISO 14289 the file keeps to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
"""
"""PDF/A allows a property of its own in the metadata only with a description of its schema (ISO 19005-2, 6.6.2.3)."""
_END = b"</rdf:RDF>"


def finish(data: bytes, issue: Issue = SCREEN, watermark: bytes = b"") -> bytes:
    """The file as it is published; `watermark` goes behind its pages."""
    with pikepdf.open(BytesIO(data)) as document:
        _declare(document)
        if watermark:
            draft.mark(document, watermark)
        if issue.profile == "press":
            press.prepare(document, issue.multiple)
        return _saved(document)


def _declare(document: pikepdf.Pdf) -> None:
    """Both standards in the metadata, and the title rather than the file name in the window's title bar."""
    metadata = document.Root.Metadata
    before, mark, after = bytes(metadata.get_stream_buffer()).rpartition(_END)
    metadata.write(before + _PDFUA + mark + after)
    document.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)


def _saved(document: pikepdf.Pdf) -> bytes:
    out = BytesIO()
    document.save(
        out,
        compress_streams=True,
        deterministic_id=True,
        fix_metadata_version=False,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
    )
    return out.getvalue()
