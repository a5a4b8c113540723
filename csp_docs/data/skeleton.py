"""A strategic assessment to be finished by hand: a complete document with topics made from figures."""

from __future__ import annotations

from collections.abc import Sequence

from csp_docs.data.figures import Figures
from csp_docs.documents.writing import yaml_of
from csp_docs.model import Appendix, Generated, Month, Section, StrategicAssessment, Topic

_COUNCIL = {"council": {"name": "Anytown Council"}}
_WORDS = """\
# Made from figures of data.police.uk: check every sentence, and add what the figures cannot say.
# csp-docs build writes it as Word and PDF.
"""


def skeleton(figures: Figures, area: str, topics: Sequence[Topic], council: str = "") -> str:
    """Return the YAML of a strategic assessment, a draft whose last part is an appendix with the topics.

    ``council`` names a template, as the key ``council`` of a document does; without it, the council is Anytown.
    """
    questions = 'Six questions were asked of each type of crime. {{ ref("topics") }} gives the answers.'
    year = "/".join(dict.fromkeys(map(_written, (figures.year[0], figures.year[-1]))))
    document = StrategicAssessment(
        f"Strategic Assessment: {area}",
        council=council or _COUNCIL,
        period=year,
        status="draft",
        contents=True,
        sections=[Section("Introduction", [questions])],
        appendices=[Appendix("Crime by type", id="topics", sections=[Generated("topics")])],
        topics=tuple(topics),
    )
    return _WORDS + yaml_of(document)[0].decode()


def _written(month: Month) -> str:
    return f"{month.year}-{month.month:02}"
