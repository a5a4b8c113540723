"""The step from painted pages and the tag tree to the bytes of a file."""

from __future__ import annotations

from csp_docs.writers.pdf.file.metadata import write_info, write_output_intent, write_xmp
from csp_docs.writers.pdf.file.outline import destination, write_outline
from csp_docs.writers.pdf.objects import COMPRESSED, Objects, text_string
from csp_docs.writers.pdf.paint.paint import Painter, Resources
from csp_docs.writers.pdf.structure import Annotation, Element, write_tree
from csp_docs.writers.pdf.type.setting import Setting


def package(setting: Setting, painters: list[Painter], resources: Resources, root: Element, words: str) -> bytes:
    """Return the file: PDF 1.7 that is both PDF/UA-1 and PDF/A-2a, with the fingerprint of its ``words``."""
    objects = Objects()
    pages = [objects.reserve() for _ in painters]
    elements = list(root.walk())
    areas = [kid for element in elements for kid in element.kids if isinstance(kid, Annotation)]
    for key, area in enumerate(areas, len(painters)):
        area.number = objects.add(_annotation(area, key, pages))
    tree = _page_tree(objects, painters, pages, objects.add(_resources(objects, resources)))
    structure = write_tree(objects, elements, areas, pages, [painter.leaves for painter in painters])
    catalog = objects.add(_catalog(setting, objects, tree, structure, pages, words))
    return objects.file(catalog, write_info(objects, setting.document))


def _annotation(annotation: Annotation, key: int, pages: list[int]) -> str:
    link = annotation.link
    rectangle = " ".join(f"{value:.2f}" for value in annotation.rectangle)
    target = f"/Dest{destination(link.anchor, pages)}" if link.anchor else f"/A<</S/URI/URI{text_string(link.url)}>>"
    return (
        f"<</Type/Annot/Subtype/Link/Rect[{rectangle}]/Border[0 0 0]/F 4/P {pages[annotation.page]} 0 R"
        f"/Contents{text_string(link.contents)}/StructParent {key}{target}>>"
    )


def _resources(objects: Objects, resources: Resources) -> str:
    fonts = "".join(f"/{subset.resource} {subset.write(objects)} 0 R" for subset in resources.subsets.values())
    images = "".join(f"/{image.resource} {image.write(objects)} 0 R" for image in resources.images.values())
    return f"<</Font<<{fonts}>>/XObject<<{images}>>>>" if images else f"<</Font<<{fonts}>>>>"


def _page_tree(objects: Objects, painters: list[Painter], pages: list[int], resources: int) -> int:
    tree = objects.reserve()
    for painter, number in zip(painters, pages, strict=True):
        stream = objects.stream(COMPRESSED, painter.content, compress=False)
        size = painter.theme.page
        box = f"/MediaBox[0 0 {size.width:g} {size.height:g}]"
        links = " ".join(f"{annotation.number} 0 R" for annotation in painter.annotations)
        annotations = f"/Annots[{links}]" if links else ""
        objects.put(
            number,
            f"<</Type/Page/Parent {tree} 0 R{box}/Resources {resources} 0 R/Contents {stream} 0 R"
            f"/StructParents {painter.page}/Tabs/S{annotations}>>",
        )
    kids = " ".join(f"{number} 0 R" for number in pages)
    objects.put(tree, f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>")
    return tree


def _catalog(setting: Setting, objects: Objects, tree: int, structure: int, pages: list[int], words: str) -> str:
    outline = write_outline(objects, setting.headings, pages)
    bookmarks = f"/Outlines {outline} 0 R/PageMode/UseOutlines" if outline else ""
    return (
        f"<</Type/Catalog/Pages {tree} 0 R/Lang{text_string(setting.document.language)}/MarkInfo<</Marked true>>"
        f"/StructTreeRoot {structure} 0 R/ViewerPreferences<</DisplayDocTitle true>>"
        f"/Metadata {write_xmp(objects, setting.document, words)} 0 R"
        f"/OutputIntents[{write_output_intent(objects)} 0 R]{bookmarks}>>"
    )
