"""A chart of each type, and charts at the limits of what a chart may hold."""

from __future__ import annotations

from decimal import Decimal

from csp_docs.blocks import Caption, Chart, ChartKind, Figure, Series, Target
from tests.sample import t

DISTRICTS = ("Blaby", "Charnwood", "Harborough", "Hinckley and Bosworth", "Melton")
YEARS = tuple(f"20{year}/{year + 1}" for year in range(17, 25))


def series(name: str, *values: float | str | None) -> Series:
    """Return a series; None is a missing value."""
    return Series(name, tuple(None if value is None else Decimal(str(value)) for value in values))


def figure(chart: Chart, caption: str, alt: str = "A chart") -> Figure:
    """Return a figure that shows ``chart``."""
    return Figure(chart, alt, caption=Caption("Figure", t(caption)), source=t("Source: Office for National Statistics"))


def limited(kind: ChartKind, count: int) -> Chart:
    """Return a chart of ``count`` series with a confidence interval for each number."""
    values = ((153, 148, "161.5"), (253, 239, 270), (190, 150, 233))
    several = tuple(
        Series(
            f"202{place}",
            tuple(Decimal(number) + 40 * place for number, _, _ in values),
            tuple((Decimal(low) + 40 * place, Decimal(high) + 40 * place) for _, low, high in values),
        )
        for place in range(count)
    )
    return Chart(kind, ("Blaby", "Melton", "Oadby"), several, "offences", interval="95% confidence interval")


COLUMN = Chart(
    ChartKind.COLUMN,
    ("Blaby", "Charnwood", "Harborough", "Hinckley", "Melton"),
    (series("2023", 312, 604, 153, 288, 97), series("2024", 298, 655, 253, None, 104)),
    "offences",
    Target("Goal", Decimal(400)),
)
BAR = Chart(
    ChartKind.BAR, DISTRICTS, (series("Change", "-4.5", "8.4", "65.4", 0, "7.2"),), "%", Target("County", Decimal(5))
)
STACKED_COLUMN = Chart(
    ChartKind.STACKED_COLUMN,
    YEARS[:4],
    (series("Burglary", 120, 100, 90, 153), series("Robbery", 14, 9, 22, 31), series("Theft", 210, 244, None, 190)),
    "offences",
    Target("Ceiling", Decimal(350)),
)
STACKED_BAR = Chart(
    ChartKind.STACKED_BAR,
    ("Safe", "Unsafe"),
    (series("By day", 81, 19), series("After dark", 52, 48), series("On the bus", 60, 12)),
    "%",
)
LINE = Chart(
    ChartKind.LINE,
    YEARS,
    (
        series("Harborough", 153, 160, 171, None, 149, 180, 222, 253),
        series("Melton", 97, 99, 88, 70, 74, 92, 101, 104),
        series("Rutland", 51, 42, 44, 46, 40, 48, 58, 50),
    ),
    "offences",
    Target("Target", Decimal(120)),
)
PIE = Chart(
    ChartKind.PIE,
    ("Police", "County council", "District", "Fire and rescue"),
    (series("Money", 48000, 32000, 12500, 7500),),
    "£",
)
EVERY_KIND = {chart.kind: figure(chart, f"A {chart.kind.value} chart") for chart in (COLUMN, BAR, STACKED_COLUMN, STACKED_BAR, LINE, PIE)}  # fmt: skip # noqa: E501

HOSTILE = ("=cmd|'/C calc'!A0", "+1", "-1", "@SUM(1)", '"quoted" & <b>bold</b>', "🚓 patrol", "_x0041_", "n" * 300)
LIMITS = {
    "hostile names": Chart(
        ChartKind.COLUMN, HOSTILE[:6], tuple(series(name, *range(6)) for name in HOSTILE[:1] + HOSTILE[4:]), "=1+1"
    ),
    "names alike": Chart(
        ChartKind.COLUMN, ("A", "A"), tuple(series(name, 1, 2) for name in ("", "", *["🚓" * 200] * 3)), "£"
    ),
    "one category": Chart(
        ChartKind.COLUMN, ("Now",), (series("A", 5), series("a", 7)), "", Target("Target", Decimal(6))
    ),
    "thirty categories": Chart(
        ChartKind.COLUMN, tuple(f"Ward {n}" for n in range(30)), (series("Crimes", *range(30)),), "crimes"
    ),
    "nothing known": Chart(ChartKind.LINE, ("A", "B"), (series("Known", 1, 2), series("Unknown", None, None)), "%"),
    "below zero": Chart(
        ChartKind.COLUMN, ("A", "B", "C"), (series("Change", "-12.5", 0, "3.25"),), "£", Target("Goal", Decimal("-5.5"))
    ),
    "near by": Chart(ChartKind.LINE, ("A", "B", "C"), (series("Share", "91.2", "93.8", "92.05"),), "%"),
}
