"""Changes that no test can notice, since the library does the same with them; each with its reason.

They are known by their file and words, and are not drawn.
"""

EQUIVALENT = {
    "writers/pdf/blocks/contents.py: <=  ->  <  in  if entry.number and room <= _WIDEST_NUMBER and not entry.series:": (
        "No number is exactly as wide as the limit: widths are sums of the letters' fractions."
    ),
    "writers/pdf/pages/pages.py: >  ->  >=  in  while limit > 0 and (row.breaks or first):": (
        "Where there is no room at all, no part of a row fits, and it is not split."
    ),
}
