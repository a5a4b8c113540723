"""The codes of findings. They are stable: a code keeps its meaning and is never reused."""

from __future__ import annotations

from enum import Enum
from typing import Self


class Code(Enum):
    """The kind of a finding: ``CSP`` and three digits. The first digit shows where it was found."""

    meaning: str

    def __new__(cls, value: str, meaning: str) -> Self:
        """Return a code with the sentence that says what it means."""
        code = object.__new__(cls)
        code._value_ = value
        code.meaning = meaning
        return code

    # 1: what is wrong with a file or with its YAML
    NOT_YAML = ("CSP101", "The text breaks the rules of YAML.")
    NO_DOCUMENT = ("CSP102", "The file has no document in it, or only a text or a list.")
    SECOND_DOCUMENT = ("CSP103", "A second document begins in the same file.")
    TOO_MANY_LEVELS = ("CSP104", "Lists and mappings are nested deeper than the format ever needs.")
    NO_VALUE = ("CSP105", "A key has no value.")
    KEY_TWICE = ("CSP106", "The same key is given twice in one mapping.")
    NOT_A_KEY = ("CSP107", "A key is not a text, or is empty.")
    YAML_FEATURE = (
        "CSP108",
        "The file uses a feature of YAML that is not supported: an anchor, alias, tag or merge key.",
    )
    SPLIT_NUMBER = ("CSP109", "A comma splits a number or a text inside braces.")
    COMMA_IN_LIST = ("CSP110", "A number with a comma is read as two values of a list.")
    FILE_NOT_FOUND = ("CSP111", "A file or folder does not exist.")
    FILE_UNREADABLE = ("CSP112", "A file cannot be opened, or is not a file.")
    NOT_TEXT = ("CSP113", "A file is not text in UTF-8.")
    FILE_OUTSIDE = ("CSP114", "A file is outside the folder of the document.")
    NOT_A_YAML_FILE = ("CSP115", "A file named as a document is not a YAML file.")
    DOCUMENTS_IN_CIRCLE = ("CSP116", "Documents contain each other in a circle.")
    TOO_MANY_DOCUMENTS = ("CSP117", "A document has too many documents inside it, or they are nested too deeply.")
    TWO_FILES = ("CSP118", "A name that a script gives could be that of two files.")

    # 2: what is wrong with the keys and values of a document
    UNKNOWN_KEY = ("CSP201", "A key is not known here.")
    MISSING_KEY = ("CSP202", "A key that is needed is missing.")
    WRONG_TYPE = ("CSP203", "A value is not of the kind that the key needs.")
    NOT_A_DATE = ("CSP204", "A text is not a date, or its day or month is not in the calendar.")
    NOT_A_NUMBER = ("CSP205", "A text is not a number that can be read.")
    UNKNOWN_VALUE = ("CSP206", "A value is not one of those that the key can have.")
    UNKNOWN_BLOCK = ("CSP207", "The name of a block is not known.")
    BLOCK_NOT_HERE = ("CSP208", "A block cannot be inside the one around it.")
    NOT_ONE_BLOCK = (
        "CSP209",
        "An item of a section has no key or several keys, but it needs one: the name of a block.",
    )
    LANGUAGE_MISSING = ("CSP210", "A text is not given in the language of the edition.")
    EMPTY_TEXT = ("CSP211", "A text that is needed is empty.")
    EMPTY_LIST = ("CSP212", "A list or mapping is empty.")
    NOTHING_GIVEN = ("CSP213", "A part of the document has no content.")
    ONE_OF_SEVERAL = ("CSP214", "Two things are given where only one is allowed.")
    OUT_OF_RANGE = ("CSP215", "A number is outside the range that makes sense.")
    NOT_A_PERIOD = ("CSP216", "A text is not a period of time.")
    PERIOD_ENDS_EARLY = ("CSP217", "A period ends before it begins.")
    GIVEN_TWICE = ("CSP218", "The same name is given twice where names must be different.")
    NOT_AN_ID = ("CSP219", "The id of a measure cannot be used in expressions.")
    WRONG_LENGTH = ("CSP220", "A row or series does not have one value for each column or category.")
    TOO_MANY_DIGITS = ("CSP221", "A number has too many digits.")
    MIXED_UNITS = ("CSP222", "Numbers that belong together have different units.")
    UNKNOWN_UNIT = ("CSP223", "A unit is not known.")
    NO_NUMBER = ("CSP224", "A measure, chart or map has no number.")
    WRONG_TARGET = ("CSP225", "A target cannot be compared with the figures of its measure.")
    TOO_MUCH_FOR_A_CHART = ("CSP226", "A chart has more series or categories than readers can tell apart.")
    NOT_FOR_A_PIE = ("CSP227", "A pie chart cannot show these numbers.")
    TEXT_ALTERNATIVE = ("CSP228", "A picture has no alternative text, or has one although it is decorative.")
    WRONG_DIAGRAM = ("CSP229", "A diagram cannot be drawn from these items.")
    NOT_INSIDE = (
        "CSP230",
        "A highlight report inside a scrutiny report has a key that only the scrutiny report can have.",
    )
    GROUP_MISPLACED = ("CSP231", "A measure would be read as part of the group before it.")
    NOT_A_FRAME = ("CSP232", "A data frame cannot be read, or has no rows.")
    NOT_A_CELL = ("CSP233", "A cell of a data frame has a value that cannot be printed.")
    NAMELESS_COLUMN = ("CSP234", "A column or the index of a data frame has no name.")
    COMMENT_OR_TEXT = ("CSP235", "A number after ` #` is read as a comment, and may be meant as text.")
    BLOCK_NAME_ALONE = ("CSP236", "A text is only the name of a block.")
    COUNCIL_TEMPLATE = ("CSP237", "The file is a council template, not a document.")
    NOT_FOR_YAML = ("CSP239", "Something in a document of a script cannot be written as YAML.")

    # 3: what is wrong with a council template
    NO_COUNCIL = ("CSP301", "The document does not name a council.")
    UNKNOWN_COUNCIL = ("CSP302", "A council template does not exist.")
    TEMPLATES_IN_CIRCLE = ("CSP303", "A template extends itself.")
    TEMPLATE_OUTSIDE = ("CSP304", "A template is outside the folder of the document.")
    NAMELESS_COUNCIL = ("CSP305", "The template does not name the council.")
    UNKNOWN_WORD = ("CSP306", "A printed word is not known.")
    EMPTY_WORD = ("CSP307", "A printed word is empty.")
    UNKNOWN_PLACEHOLDER = ("CSP308", "A printed word contains a placeholder that is not known.")
    UNKNOWN_COLOUR = ("CSP309", "The name of a colour is not known.")
    NOT_A_COLOUR = ("CSP310", "A value is not a colour.")
    LOW_CONTRAST = ("CSP311", "A colour is too light or too dark for what it is used for.")
    WRONG_ROW = ("CSP312", "A part or row of a layout is not one field, one heading or a row of two.")
    HEADING_LEVELS = ("CSP313", "A layout has too many or too few levels of headings.")
    UNKNOWN_PART = ("CSP314", "A layout names a part of the document that is not known.")
    NOT_A_NUMBER_PATTERN = ("CSP315", "A numbering pattern does not show how to count.")
    NUMBERS_WITHOUT_PARENT = ("CSP316", "A numbering pattern includes the numbers of headings that have no numbers.")
    NUMBERS_CLASH = ("CSP317", "Headings and paragraphs are numbered in the same way.")
    HEADING_PATTERN = ("CSP318", "The pattern for appendix headings does not show the label and the title.")
    WRONG_MARGIN = ("CSP319", "A margin is too narrow or too wide.")
    NO_PLACE_FOR = ("CSP320", "A layout does not print something that every document of its kind must show.")
    NAMED_TWICE = ("CSP321", "A layout names the same part twice.")
    NO_EFFECT = ("CSP322", "A layout asks for something that cannot be printed there.")
    OTHER_LANGUAGE = ("CSP323", "A text of the template is not given in the language of the edition.")
    UNKNOWN_CHECK = ("CSP327", "A template names a check that no installed package has.")

    # 4: what is wrong with a text
    DAMAGED_CHARACTER = ("CSP401", "A text contains a character that is a sign of a damaged file.")
    CHARACTERS_LEFT_OUT = ("CSP402", "Characters that cannot be printed were left out of a text.")
    NOT_AN_EXPRESSION = ("CSP403", "An expression in `{{ }}` cannot be read, or uses what is not allowed.")
    UNKNOWN_NAME = ("CSP404", "An expression uses a name, part or function that is not known.")
    EXPRESSION_WITHOUT_VALUE = ("CSP405", "An expression has no value.")
    CANNOT_CALCULATE = ("CSP406", "An expression cannot be calculated from these values.")
    NOT_PRINTABLE = ("CSP407", "An expression has a value that cannot be printed.")
    TEXT_TOO_LONG = ("CSP408", "A text or an expression is too long.")
    MARK_NOT_ALLOWED = ("CSP409", "A text uses Markdown that is not supported.")
    SEVERAL_PARAGRAPHS = ("CSP410", "A title, label or printed word has several paragraphs.")
    MARKS_TOO_DEEP = ("CSP411", "Marks or lists are nested too deeply.")
    EMPTY_ITEM = ("CSP412", "An item of a list is empty.")
    NOT_AN_ADDRESS = ("CSP413", "An address cannot be used in a link.")
    WRONG_LINK = ("CSP414", "A link has no words, has a title, or holds another link.")
    WRONG_FOOTNOTE = ("CSP415", "A footnote and its mark do not match.")
    MORE_THAN_WORDS = ("CSP416", "A link, reference, footnote or pending text is used where only words can be printed.")
    SIGN_OR_BULLET = ("CSP417", "A text of several lines has a bullet that may be meant as the sign of a figure.")

    # 5: what is wrong when the parts are put together
    UNKNOWN_FIELD = ("CSP501", "The council's template does not declare this name.")
    NOT_PRINTED = ("CSP502", "The document has something that the layout does not print.")
    SIMILAR_NAME = ("CSP503", "The layout prints a field that the report does not have, and the name looks misspelt.")
    PART_NOT_OF_KIND = ("CSP504", "A document of this kind cannot generate this part.")
    PART_NOT_GIVEN = ("CSP505", "A section generates a part that the document does not have.")
    UNKNOWN_MEASURE = ("CSP506", "There is no measure with this id in the document.")
    WRONG_PARTNER = ("CSP507", "A partner is placed under a partner that does not exist, or under itself.")
    NEVER_RATED = ("CSP508", "A measure can never be rated.")
    NO_TOTAL = ("CSP509", "A total cannot be calculated from these measures.")
    COLUMNS_APART = ("CSP510", "The columns of a group are not next to each other.")
    BEGINS_WITH_LIST = ("CSP511", "A paragraph with an id begins with a list.")
    MORE_OF_THE_SAME = ("CSP512", "There are more problems of the same kind than are listed.")
    OTHER_LAW = ("CSP517", "A template cites the law of another nation than that of its council.")
    WRONG_LIMITS = ("CSP519", "The limits of a confidence interval do not fit the numbers of the chart.")

    # 6: what is wrong with pictures, diagrams, charts, maps and tables of data
    PICTURE_UNREADABLE = ("CSP601", "A picture cannot be read or printed.")
    COARSE_PICTURE = ("CSP602", "A picture has too few pixels for its width.")
    SMALL_WORDS = ("CSP603", "The words of a diagram are smaller than those of the text.")
    CHART_NEEDS_TABLE = (
        "CSP604",
        "A chart has many numbers, and its description gives only the first and last of them.",
    )
    FILE_TOO_LARGE = ("CSP605", "A file is too large to read.")
    WRONG_ROW_OF_FILE = ("CSP606", "A row of a CSV file cannot be read, or has more or fewer cells than columns.")
    NO_COLUMN = ("CSP607", "A column is not in the file or frame.")
    COLUMN_TWICE = ("CSP608", "Two columns or rows have the same name.")
    NO_ROWS = ("CSP609", "A file or frame has no rows, or only one column.")
    ROWS_AND_DATA = ("CSP610", "A block has its own rows and also names a file.")
    WHICH_COLUMN = ("CSP611", "It is not clear which column has the numbers.")
    NOT_GEOJSON = ("CSP612", "A file is not GeoJSON with areas.")
    WRONG_AREA = ("CSP613", "An area of a GeoJSON file cannot be drawn or named.")
    NO_PROPERTY = ("CSP614", "The areas do not have a property that is needed.")
    UNKNOWN_AREA = ("CSP615", "A value is given for an area that is not in the file.")
    WORDS_TOO_SMALL = ("CSP616", "A chart or diagram has so many words that they would be smaller than 9 point.")
    WORDS_CUT = ("CSP617", "Words in a chart or map are too long, so their end is not printed.")
    YEAR_OR_NUMBER = ("CSP618", "It is not clear whether a number in a table is a year, a name or a count.")
    FIGURES_AND_WORDS = ("CSP619", "A column of figures is printed as words, because some of its cells are words.")
    NO_STREET_FILE = ("CSP621", "There is no street file from data.police.uk.")
    WRONG_CELL = ("CSP622", "A cell of a data file does not have the kind of value that its column needs.")
    WRONG_ZIP = ("CSP623", "A zip cannot be read, or is larger than it should be.")
    NOT_IN_FILES = ("CSP624", "The files have no figures for a district, partnership or type of crime.")
    FIGURES_MISSING = ("CSP625", "Figures that are needed are missing from the files.")
    NAMES_CLASH = ("CSP626", "Files disagree about the name of an area, or a file is given twice.")
    CANNOT_COUNT = ("CSP627", "The files cannot be counted.")
    WRONG_CRIME_TARGET = ("CSP628", "A target is not for a known type of crime, or is given twice.")
    OWN_PEER = ("CSP629", "A district is named as its own peer.")
    NO_PERIOD = ("CSP630", "A table does not say which period it covers.")
    TOTAL_AMONG_ROWS = ("CSP631", "A row that is called a total is among the rows that are added up.")
    SUM_OF_OTHERS = ("CSP632", "A row is the sum of rows above it, and is added to them.")
    SAME_NUMBERS = ("CSP633", "Two columns or series have the same numbers.")
    TYPE_CHANGED = ("CSP634", "A type of crime begins or ends within the files: it may be new, renamed or given up.")
    SAME_ROWS = ("CSP635", "Rows of the files are the same in every column.")
    WITHOUT_PLACE = ("CSP636", "Rows of the files name no place, so that no district has them.")
    PEER_WITHOUT_RATE = ("CSP637", "The rate of a peer cannot be calculated.")
    NOT_IN_CHART = ("CSP638", "A chart names a category or series that it does not have.")
    NOT_FOR_THIS_CHART = ("CSP639", "A chart of this type, or with so many series, cannot show this.")

    # 7: what is wrong with numbers, references, contents and pages
    ID_TWICE = ("CSP701", "Two things have the same id.")
    LABEL_TWICE = ("CSP702", "Two appendices have the same label.")
    UNKNOWN_REFERENCE = ("CSP703", "A reference is to something that does not exist.")
    NOTHING_TO_REFER_TO = ("CSP704", "A reference is to something that has no number.")
    EMPTY_CONTENTS = ("CSP705", "Contents, or a list of figures or tables, would be empty.")
    TABLE_TOO_WIDE = ("CSP706", "A table is too wide for the page, so words are split.")
    FIGURES_TOO_WIDE = ("CSP707", "A table is so wide that its figures would be split.")
    WIDTHS_CHANGED = ("CSP708", "The widths given for a table leave a column too little room for its longest word.")
    NOT_COMPARED = ("CSP709", "The words of a file cannot be read, so it cannot be compared with others.")
    TEXT_OVER_CELL = ("CSP710", "A text is longer than a cell of a workbook can be.")

    # 8: what keeps a document from being published
    EMPTY_TITLE = ("CSP801", "The document has no title.")
    NO_RECOMMENDATIONS = ("CSP802", "A cabinet report has no recommendations.")
    PENDING = ("CSP803", "Something is pending. This is a note in a draft, and an error in a final document.")
    DRAFT_INSIDE = ("CSP804", "A final document contains a draft.")
    NO_PLACE_FOR_REASON = ("CSP805", "The reason for an exemption is given where it is not printed.")
    NO_EXEMPT_PARAGRAPH = ("CSP806", "Something is marked as exempt without a ground for it.")
    WRONG_PARAGRAPH = ("CSP807", "The law of the council's nation does not have this paragraph of exempt information.")
    TAKEN_FROM_CLOSED = ("CSP808", "A part for the public uses something from a part that is not for the public.")
    OPEN_INSIDE_CLOSED = ("CSP809", "A part of something that is not for the public is marked as open.")
    NOT_FOR_PUBLIC = ("CSP810", "This edition contains something that is not for the public.")
    NOTHING_LEFT_OUT = ("CSP811", "A public edition is asked for, but everything is for the public.")
    NO_PLACE_FOR_PUBLIC_TITLE = ("CSP812", "A public title is given to something that has no title.")
    CLOSED_WITHOUT_TITLE = ("CSP813", "A part cannot be marked as not for the public, or needs a title for that.")
    WRONG_ADDRESS = ("CSP815", "The address of a site is not that of a website.")
    NO_SITEMAP = ("CSP816", "A site has no sitemap.")
    NO_TABLES = ("CSP817", "A workbook is asked for, but the document has no table, chart or map.")
    PORT_REFUSED = ("CSP820", "The preview cannot use a port.")
    DEFECT = ("CSP821", "The preview could not be made because of a defect in csp_docs.")
    OWN_CHECK = ("CSP822", "A check of another package found something.")
    OTHER_PACKAGE = ("CSP823", "A check or format of another package does not work.")
    MARKED_AND_OPENED = ("CSP824", "An appendix has a protective marking, but its `access` opens it to the public.")
    WRONG_LABEL = ("CSP825", "A protective marking has no sensitivity label in the template, or one that is not an id.")
    RUNNING_CUT = ("CSP826", "A running head or foot is too long for the width of the page.")
    COMMAS_IN_ONE_ITEM = ("CSP830", "A list has one item with commas, which may be meant to divide it.")
    UNKNOWN_FIGURE = ("CSP840", "A column of a performance table names what no measure has.")
    RATED_OTHERWISE = ("CSP841", "A rating set by hand is not the one that the figures give.")
    NOTHING_MISSING = ("CSP842", "A reason is given for a missing figure, but no figure is missing.")
    NO_COMPARISON = ("CSP843", "A column that does not compare figures says what to compare.")
    NO_SUMMARY = ("CSP844", "A summary of ratings has no groups of measures.")
    OTHER_PERIODS = ("CSP845", "A measure would compare earlier periods than the other measures of its table.")
    WRONG_TOTAL = ("CSP850", "A total that is typed in a table is not the sum of its rows.")
    NOT_A_RATING = ("CSP851", "A cell of a column of ratings is not a rating.")
    UNKNOWN_SCHEMA = ("CSP867", "There is no schema with this name.")

    # 9: what is wrong when files are written
    NO_FILE_NAMED = ("CSP901", "No output file is named.")
    UNKNOWN_FORMAT = ("CSP902", "There is no format with this name or file extension.")
    CANNOT_WRITE = ("CSP903", "A file cannot be written.")
    FILE_EXISTS = ("CSP904", "A file already exists, or is the one that a document is read from, and was not changed.")
    UNKNOWN_SKELETON = ("CSP905", "There is no document skeleton with this name.")
    NO_FONT_FILE = ("CSP906", "A font file is missing.")
    NOT_IN_FONT = ("CSP907", "The font does not include a character.")
    SYSTEM_REFUSED = ("CSP908", "The operating system refused to read or write a file.")

    def __str__(self) -> str:
        return str(self.value)
