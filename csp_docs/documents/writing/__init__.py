"""From the model back to YAML, as an author would write it by hand."""

from csp_docs.documents.writing.kept import keys_of, yaml_of

__all__ = ["keys_of", "yaml_of"]
