"""Foreign programs that judge what csp_docs writes, so that a judge shares no code with a writer.

Every judge returns what it found as a list of lines; an empty list is a pass.
"""
