"""What notebooks show: models and builders as they are printed, what is missing, and pictures of pages.

``_repr_html_``, which IPython, JupyterLab, VS Code, Colab and marimo call, comes here; nothing else imports this room.
It makes plain texts of what it gets: marimo shows nothing of a class over ``str``.
"""

from __future__ import annotations

from csp_docs.output.notebook.builders import builder_html
from csp_docs.output.notebook.pictures import pages_html, preview
from csp_docs.output.notebook.printed import html_of

__all__ = ["builder_html", "html_of", "pages_html", "preview"]
