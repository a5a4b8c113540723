"""From the model back to YAML, as an author would write it by hand."""

from csp_docs.writing.kept import yaml_of
from csp_docs.writing.keys import keys_of

__all__ = ["keys_of", "yaml_of"]
