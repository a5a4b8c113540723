"""Changes that no test can notice, since the library does the same with them; each with its reason.

They are known by their file and words, and are not drawn.
"""

EQUIVALENT = {
    "writers/pdf/pages/pages.py: >  ->  >=  in  while limit > 0 and (row.breaks or first):": (
        "Where there is no room at all, no part of a row fits, and it is not split."
    ),
    'text/typography/__init__.py: "x"  ->  \'xx\'  in  return "x"': "Any word is in the place of a value.",
    "writers/pdf/type/lines.py: >  ->  >=  in  if width > self.limit:": (
        "A word that fills a line to its last point is in the same place if it is set with care."
    ),
    "writers/pdf/type/lines.py: >  ->  >=  in  if self.x + width > self.limit and not self.line:": (
        "Words that fill a line to its last point are not cut: they are set as they are."
    ),
    "writers/pdf/blocks/figures.py: \"\"  ->  'x'  in  "
    'maker.setting.check_glyphs("".join(shape.lines), face, place.origin)': "Every font has the letter x.",
    "writers/pdf/type/lines.py: 0.01  ->  0.011  in  _TOLERANCE = 0.01": (
        "Sums of the same widths differ by far less than a hundredth of a point."
    ),
    "compose/content/performance/columns.py: <=  ->  <  in  "
    "if {MeasureField.CHANGE, MeasureField.TARGET} <= filled and _has_figures_from(_MILLION, found):": (
        "The name of a measure is always among the columns that are filled."
    ),
    "errors/exceptions.py: super().__init__(finding)  ->  pass  in  super().__init__(finding)": (
        "Python keeps the arguments of an exception when it is made."
    ),
}
