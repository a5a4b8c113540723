"""A preview in the browser, which follows the files of a document while somebody writes; and builds that follow them.

Only the command imports this room. Its libraries come with the extra ``preview``.
"""
