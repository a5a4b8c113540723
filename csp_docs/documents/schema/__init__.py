"""JSON Schemas of the YAML files that authors write, from the types of the model and the tables of the docs.

Editors use them to complete keys, to explain them and to mark mistakes. ``make schemas`` writes them to
``templates/schemas``, from where ``shipped`` has them. Nothing but that module is imported by commands.
"""
