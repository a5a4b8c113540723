"""Whether the words of charts, diagrams and maps can be read where they are printed, and what to do if they cannot."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, assert_never

from csp_docs import blocks as b
from csp_docs.compose.context import Context
from csp_docs.drawing.readable import SMALLEST, is_small
from csp_docs.errors import Code
from csp_docs.theme.theme import Theme

if TYPE_CHECKING:
    from csp_docs.drawing import Drawing, Graph
    from csp_docs.drawing.diagrams import Drawable

_NAMES: dict[type, str] = {b.Chart: "chart", b.Diagram: "diagram", b.RiskMatrix: "risk matrix", b.AreaMap: "map"}


def check_words(shown: b.Chart | Drawable, at: object, context: Context) -> None:
    """Refuse a drawing whose words nobody could read here; warn of words that are small or not printed whole."""
    theme, name = context.theme, _NAMES[type(shown)]
    drawn = _drawn(shown, theme)
    if is_small(drawn.size):
        fact = (
            f"the words of the {name} would be {drawn.size:.1f} point; "
            f"people cannot read words smaller than {SMALLEST:.0f} point"
        )
        context.problem(Code.WORDS_TOO_SMALL, fact, _remedy(shown, context), at)
    elif drawn.cut:
        for words in dict.fromkeys(drawn.cut):
            fact = f'words in the {name} are too long, so their end is not printed: "{words}"'
            context.warn(Code.WORDS_CUT, fact, "use fewer words, or a shorter name", at)
    elif isinstance(shown, b.Diagram) and drawn.size < theme.body.size:
        fact = f"the words in the diagram are {drawn.size:.0f} point, and the text is {theme.body.size:.0f} point"
        context.warn(Code.SMALL_WORDS, fact, "use fewer or shorter words, or split the diagram", at)


def _drawn(shown: b.Chart | Drawable, theme: Theme) -> Graph | Drawing:
    width = theme.page.text_width
    if isinstance(shown, b.Chart):
        from csp_docs.drawing.charts import draw_chart

        return draw_chart(shown, width, theme)
    from csp_docs.drawing.diagrams import draw

    return draw(shown, width, theme)


def _remedy(shown: b.Chart | Drawable, context: Context) -> str:
    """Return what to do: another place only if the words can be read there."""
    place = next((place for place, theme in _roomier(context) if not is_small(_drawn(shown, theme).size)), "")
    return f"{place}; or {_smaller(shown)}" if place else _smaller(shown)


def _roomier(context: Context) -> Iterator[tuple[str, Theme]]:
    usual = context.on(None).theme
    if context.page:
        turned = context.page.width > context.page.height
        yield "put it on an upright page" if turned else "put it outside the grid", usual
    yield "put it on a landscape page", context.on(usual.page.turned()).theme


def _smaller(shown: b.Chart | Drawable) -> str:
    match shown:
        case b.Sparkline():
            return "use a chart"
        case b.Chart():
            return "make a table of the numbers, or show fewer series or categories"
        case b.Diagram():
            return "use fewer or shorter words, or split the diagram"
        case b.RiskMatrix():
            return "divide the risks into two registers"
        case b.AreaMap():
            return "use fewer classes, or fewer words for what is counted"
        case _:
            assert_never(shown)
