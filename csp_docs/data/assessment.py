"""Figures to the topics of a strategic assessment: for each type of crime, its six questions and their answers."""

from __future__ import annotations

from collections.abc import Mapping

from csp_docs.data.answers.communities import communities
from csp_docs.data.answers.comparison import comparison
from csp_docs.data.answers.hotspots import hotspots
from csp_docs.data.answers.ons import ons_peers
from csp_docs.data.answers.peers import peers as peers_of
from csp_docs.data.answers.subject import Subject
from csp_docs.data.answers.target import target
from csp_docs.data.answers.trend import trend
from csp_docs.data.figures import Figures, unknown_types
from csp_docs.data.ons import Partnerships
from csp_docs.data.populations import Populations
from csp_docs.data.shapes import Shapes, of_district
from csp_docs.errors import Code, LoadError, Problem
from csp_docs.model import Topic
from csp_docs.model.measures import AmountLike
from csp_docs.model.values import items


def topics(
    figures: Figures,
    area: str,
    *,
    peers: list[str] | tuple[str, ...] = (),
    targets: Mapping[str, AmountLike] | None = None,
    populations: Populations | None = None,
    ons: Partnerships | None = None,
    shapes: Shapes | None = None,
    types: list[str] | tuple[str, ...] = (),
) -> tuple[Topic, ...]:
    """Return a topic for each type of crime in a district, or for each of ``types``, in alphabetical order.

    ``peers`` are the districts to be compared with. ``targets`` are for twelve months, by type: a number, or a change
    on the year before such as ``-5%``. Rates need ``populations``, and maps need ``shapes``. The answer about peers
    also uses ``ons``. What cannot be answered is left out, or the text says so: a peer without populations has no rate.
    Raises LoadError for names that the files do not have, and for areas of the district that populations or shapes
    lack; ModelError for a target that is not a number or a change, and for a text in place of a list.
    """
    kinds, districts = items(types), tuple(dict.fromkeys((area, *items(peers))))
    problems = list(figures.problems(districts))
    problems += (
        [Problem(Code.OWN_PEER, f'"{area[:60]}" is its own peer', "name other districts")] if area in peers else []
    )
    problems += unknown_types((*kinds, *(targets or ())), figures.types(figures.counts))
    problems += ons.problems(districts) if ons else ()
    problems += populations.problems(area, figures.places(area)) if populations and area in figures.counts else ()
    try:
        own = of_district(shapes, area, figures.places(area)) if shapes and area in figures.counts else None
    except LoadError as error:
        problems += error.problems
    if problems:
        raise LoadError(problems)
    subjects = [
        Subject(figures, area, kind, districts[1:], populations, own) for kind in kinds or figures.types(districts)
    ]
    return tuple(_topic(subject, targets, ons, first=subject is subjects[0]) for subject in subjects)


def _topic(
    subject: Subject, targets: Mapping[str, AmountLike] | None, ons: Partnerships | None, *, first: bool
) -> Topic:
    return Topic(
        subject.kind,
        trend=trend(subject),
        comparison=comparison(subject, charted=first),
        target=target(subject, targets.get(subject.kind)) if targets else (),
        hotspots=hotspots(subject),
        communities=communities(subject),
        peers=(*peers_of(subject), *(ons_peers(subject, ons) if ons else ())),
    )
