"""How Sphinx builds these pages: ``make docs``."""

import sys
from importlib import metadata
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "_ext"))

project = "csp_docs"
author = "The csp_docs developers"
release = metadata.version("csp-docs")
version = release

extensions = ["myst_parser", "sphinx.ext.autodoc", "commands", "public_names", "markdown_pages", "accessible"]
exclude_patterns = ["_ext", "_static"]
language = "en_GB"

# The addresses of headings are those that links on GitHub have.
myst_heading_anchors = 4
myst_links_external_new_tab = False

# The reference of Python is written from the code. Parameters keep the names of their types.
autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_typehints_format = "short"
autodoc_default_options = {"members": True}
# Types of Python itself, and those that are only used inside, do not have pages to lead to.
nitpick_ignore_regex = [("py:class", ".*")]
python_use_unqualified_type_names = True
maximum_signature_line_length = 80
toc_object_entries_show_parents = "hide"

html_theme = "furo"
html_title = f"csp_docs {release}"
html_static_path = ["_static"]
html_css_files = ["pages.css"]
html_show_copyright = False
html_copy_source = False
html_show_sourcelink = False
html_theme_options = {
    # Darker than Furo's own, for a contrast of 4.5 to 1 at least.
    "light_css_variables": {"color-brand-primary": "#1d4f8c", "color-brand-content": "#1d4f8c"},
    "dark_css_variables": {"color-brand-primary": "#8ab8f0", "color-brand-content": "#8ab8f0"},
}
