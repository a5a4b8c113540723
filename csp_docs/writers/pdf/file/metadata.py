"""Information about the file: XMP metadata (PDF/UA-1 and PDF/A-2a), document information, colour profile."""

from __future__ import annotations

from datetime import date
from html import escape

from csp_docs.blocks import Document
from csp_docs.comparing.words import NAMESPACE
from csp_docs.writers.pdf.objects import Objects, text_string
from csp_docs.writers.pdf.type.fonts import DATA

PRODUCER = "csp_docs"
UNDATED = date(2000, 1, 1)
"""The date of a document without one: the clock would give different bytes each time."""

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:words="{namespace}">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>{date}T00:00:00Z</xmp:CreateDate><xmp:ModifyDate>{date}T00:00:00Z</xmp:ModifyDate>
<xmp:CreatorTool>{producer}</xmp:CreatorTool><pdf:Producer>{producer}</pdf:Producer>
<pdfuaid:part>1</pdfuaid:part><pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>
<words:fingerprint>{words}</words:fingerprint>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>PDF/UA part</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>Words of the document</pdfaSchema:schema>
<pdfaSchema:namespaceURI>{namespace}</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>words</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>fingerprint</pdfaProperty:name><pdfaProperty:valueType>Text</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Beginning of a SHA-256 of the words, as csp-docs same reads them</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


def write_xmp(objects: Objects, document: Document, words: str) -> int:
    """Return the number of the metadata stream: the facts of the document information, and a fingerprint of ``words``.

    A property of its own has to be described (ISO 19005-2, 6.6.2.3).
    """
    xmp = _XMP.format(
        title=escape(document.title),
        author=escape(document.author),
        subject=escape(document.subject),
        language=escape(document.language),
        date=(document.date or UNDATED).isoformat(),
        producer=PRODUCER,
        namespace=NAMESPACE,
        words=words,
    )
    return objects.stream("/Type/Metadata/Subtype/XML", xmp.encode(), compress=False)


def write_info(objects: Objects, document: Document) -> int:
    """Return the number of the document information dictionary; its dates are midnight, universal time."""
    moment = f"(D:{(document.date or UNDATED).isoformat().replace('-', '')}000000Z)"
    words = {"Title": document.title, "Author": document.author, "Subject": document.subject}
    named = "".join(f"/{key}{text_string(value)}" for key, value in words.items())
    made = f"/Creator({PRODUCER})/Producer({PRODUCER})/CreationDate{moment}/ModDate{moment}"
    return objects.add(f"<<{named}{made}>>")


def write_output_intent(objects: Objects) -> int:
    """Return the number of the output intent: colours are sRGB (ISO 19005-2, 6.2.3)."""
    profile = objects.stream("/N 3", (DATA / "sRGB.icc").read_bytes())
    name = "(sRGB IEC61966-2.1)"
    return objects.add(
        f"<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier{name}/Info{name}/DestOutputProfile {profile} 0 R>>"
    )
