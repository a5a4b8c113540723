"""Whether files say the same: the words and numbers of Word files, PDFs and web pages, whoever wrote them.

Each file is read as a stranger would read it: nothing here knows how csp_docs writes files. What counts as the words of
a file is in ``docs/same.md``.
"""
