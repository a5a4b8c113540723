"""``python -m csp_docs`` is the command ``csp-docs``."""

from csp_docs.cli import main

main(prog_name="csp-docs")
