"""Published figures as parts of a document: street files of data.police.uk, and tables of ONS and of populations.

``police.read`` counts street files, and ``topics`` answers the six questions of a strategic assessment from them.
``populations.read`` and ``ons.read`` read what they can be compared with, ``shapes.read`` the areas of maps.
"""

from csp_docs.data import ons, populations, shapes
from csp_docs.data.assessment import topics
from csp_docs.data.street import police

__all__ = ["ons", "police", "populations", "shapes", "topics"]
