"""Figures of others as parts of a document: street files of data.police.uk, and tables of ONS and of populations.

``police.read`` counts street files, and ``topics`` answers the six questions of a strategic assessment from them.
``populations.read`` and ``ons.read`` read what they may be set against; ``Shapes`` names the areas of maps.
"""

from csp_docs.data import ons, police, populations
from csp_docs.data.answers.subject import Shapes
from csp_docs.data.assessment import topics

__all__ = ["Shapes", "ons", "police", "populations", "topics"]
