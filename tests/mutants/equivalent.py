"""Changes that no test can notice, since the library does the same with them; each with its reason.

They are known by their file and words, and are not drawn.
"""

EQUIVALENT = {
    "writers/pdf/pages/pages.py: >  ->  >=  in  while limit > 0 and (row.breaks or first):": (
        "Where there is no room at all, no part of a row fits, and it is not split."
    ),
    "writers/pdf/blocks/figures.py: \"\"  ->  'x'  in  "
    'maker.setting.check_glyphs("".join(shape.lines), face, place.origin)': "Every font has the letter x.",
    "errors/exceptions.py: super().__init__(finding)  ->  pass  in  super().__init__(finding)": (
        "Python keeps the arguments of an exception when it is made."
    ),
}
