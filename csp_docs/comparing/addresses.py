"""Addresses of links in one form, whatever the format has."""

from __future__ import annotations

import re
from urllib.parse import unquote

_TARGET = re.compile(r"(?P<scheme>[a-z][a-z0-9+.-]+):(?P<slashes>//)?(?P<rest>.*)", re.IGNORECASE | re.DOTALL)
_NOT_FOLLOWED = frozenset({"javascript", "data", "about", "blob", "file"})
_OF_TELEPHONE = re.compile(r"[\s().-]")


def target(address: str) -> str:
    """Return an address in the form in which it is compared; empty if it does not lead out of the document.

    >>> target("HTTPS://www.Example.gov.uk") == target("https://www.example.gov.uk/")
    True
    """
    found = _TARGET.fullmatch("".join(address.split()))
    if not found or found["scheme"].lower() in _NOT_FOLLOWED:
        return ""
    scheme, rest = found["scheme"].lower(), found["rest"]
    if found["slashes"]:
        host, path = re.fullmatch(r"([^/?#]*)(.*)", rest, re.DOTALL).groups()  # type: ignore[union-attr]
        return f"{scheme}://{_host(host)}{unquote(path if path.startswith('/') else f'/{path}')}"
    rest = unquote(rest)
    return f"{scheme}:{_OF_TELEPHONE.sub('', rest) if scheme == 'tel' else rest.lower()}"


def _host(host: str) -> str:
    """Return the name of a computer in small letters, with its own letters and not those of ASCII instead."""
    try:
        return host.lower().encode("ascii").decode("idna")
    except UnicodeError:
        return host.lower()
