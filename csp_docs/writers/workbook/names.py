"""Names of sheets, tables and columns: meaningful, in the form that Excel needs, and each of them once."""

from __future__ import annotations

import re
import textwrap

_LONGEST_SHEET = 31
_LONGEST = 255
"""The longest name of a table or a column, in units of UTF-16."""
_NOT_IN_SHEETS = re.compile(r"[\[\]:*?/\\]")
_RESERVED = "history"
_LIKE_A_CELL = re.compile(r"[a-z]{1,3}\d+|r\d*c?\d*|c\d*", re.IGNORECASE | re.ASCII)


class Names:
    """Names that are unique, whatever case their letters have, and at most ``longest`` units of UTF-16 long."""

    def __init__(self, longest: int) -> None:
        self.longest = longest
        self.taken: dict[str, int] = {}

    @classmethod
    def of_sheets(cls) -> Names:
        """Return an empty set of names of sheets."""
        return cls(_LONGEST_SHEET)

    @classmethod
    def of_tables(cls) -> Names:
        """Return an empty set of names of tables, or of the columns of one."""
        return cls(_LONGEST)

    def own(self, wanted: str, pattern: str = " ({})") -> str:
        """Return ``wanted``, shortened, with a number by ``pattern`` after it if it is taken already."""
        name = shortened(wanted, self.longest)
        while name.casefold() in self.taken:
            self.taken[wanted.casefold()] = count = self.taken.get(wanted.casefold(), 1) + 1
            end = pattern.format(count)
            name = shortened(wanted, self.longest - len(end)) + end
        self.taken.setdefault(name.casefold(), 1)
        return name


def sheet_name(first: str, *others: str) -> str:
    """Return words in a form that can be the name of a sheet: the ``first``, and those ``others`` that fit whole.

    >>> sheet_name("Theft [of/from] vehicles: what 'we' do?")
    "Theft of from vehicles what 'we"
    >>> sheet_name("Violent crime", "The figures"), sheet_name("Crime against businesses", "The figures")
    ('Violent crime The figures', 'Crime against businesses')
    """
    plain = _plain(" ".join((first, *others)))
    if others and len(plain) > _LONGEST_SHEET:
        return sheet_name(first, *others[:-1])
    short = textwrap.shorten(plain, _LONGEST_SHEET, placeholder="") or shortened(plain, _LONGEST_SHEET)
    return f"{short} 1" if short.casefold() == _RESERVED else short.strip("' ") or "1"


def _plain(words: str) -> str:
    return " ".join(_NOT_IN_SHEETS.sub(" ", words).split()).strip("' ")


def table_name(words: str) -> str:
    """Return words in a form that can be the name of a table: letters, digits and _, and not like a cell.

    >>> table_name("Table 1"), table_name("AB12"), table_name("2024 totals")
    ('Table_1', '_AB12', '_2024_totals')
    """
    plain = re.sub(r"\W+", "_", words).strip("_")
    return plain if plain[:1].isalpha() and not _LIKE_A_CELL.fullmatch(plain) else f"_{plain}"


def column_names(wanted: list[str], otherwise: str) -> tuple[str, ...]:
    """Return names of columns in one line each; one without words is named ``otherwise``."""
    names = Names.of_tables()
    return tuple(names.own(" ".join(words.split()) or otherwise) for words in wanted)


def shortened(text: str, longest: int) -> str:
    """Return the beginning of a text, at most ``longest`` units of UTF-16 long."""
    return text.encode("utf-16-le")[: longest * 2].decode("utf-16-le", "ignore")
