"""Chromium without a window: what it asks for, what the keyboard reaches in it, and what axe-core finds."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path

from attrs import field, frozen
from playwright.sync_api import Browser, Page, sync_playwright

_SWITCHES = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
             "--disable-component-update", "--disable-sync")  # fmt: skip
PAPER = 650
"""The width of the text of a page of A4, in pixels."""
_HEIGHT = 900
_REACHABLE = "a[href], summary, button, input, select, textarea, [tabindex]"
_FIND = f"""() => {{
  const seen = (one) => one.checkVisibility() && one.getClientRects().length > 0;
  const scrolls = (one) => one.scrollWidth > one.clientWidth + 1 &&
    ['auto', 'scroll'].includes(getComputedStyle(one).overflowX);
  window.stops = [...document.querySelectorAll('body, body *')]
    .filter((one) => seen(one) && (one.matches('{_REACHABLE}') || scrolls(one)));
  return window.stops.map((one) => one.outerHTML.slice(0, 120));
}}"""
_WIDER = """() => {
  const room = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= room) return [];
  const wider = [...document.querySelectorAll('body *')].filter((one) => one.getBoundingClientRect().right > room + 1);
  return [`the page has ${room} pixels`, ...wider.map((one) => one.outerHTML.slice(0, 120))];
}"""
_SPLIT = """() => {
  const split = [], words = /[\\p{L}\\p{N}]+/gu, most = document.documentElement.clientWidth / 2;
  for (const cell of document.querySelectorAll('th, td')) {
    const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) for (const word of texts.currentNode.data.matchAll(words)) {
      const range = document.createRange();
      range.setStart(texts.currentNode, word.index);
      range.setEnd(texts.currentNode, word.index + word[0].length);
      const parts = [...range.getClientRects()];
      const lines = new Set(parts.map((one) => Math.round(one.top)));
      if (lines.size > 1 && parts.reduce((sum, one) => sum + one.width, 0) < most - 24) split.push(word[0]);
    }
  }
  return split;
}"""
_HINTED = """(which) => [...document.querySelectorAll(which)].filter((one) => one.checkVisibility()).map((one) => {
  const caption = one.querySelector('caption');
  const hint = caption ? getComputedStyle(caption, '::after') : getComputedStyle(one.firstChild, '::before');
  return [one.scrollWidth > one.clientWidth, parseFloat(hint.width) > 0];
})"""
_SCRIPTS = """() => [...document.querySelectorAll('*')].filter((one) => one.localName === 'script' ||
  [...one.attributes].some((given) => given.name.startsWith('on') || /^\\s*javascript:/i.test(given.value)))
  .map((one) => one.outerHTML.slice(0, 120))"""
_AXE = """async (rules) => {
  const only = rules.length ? {runOnly: {type: 'rule', values: rules}} : {};
  const found = await axe.run(document, {resultTypes: ['violations'], ...only});
  return found.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`);
}"""
COLOURS = ("color-contrast", "link-in-text-block")
"""The rules of axe-core of which the result depends on colours."""


@frozen
class Opened:
    """A page in a browser; ``requests`` has what it asked for, and ``messages`` what the browser said about it."""

    page: Page
    requests: list[str] = field(factory=list)
    messages: list[str] = field(factory=list)

    def show(self, width: int, *, dark: bool = False, printed: bool = False) -> None:
        """Show the page on a screen that is ``width`` pixels wide, or on paper."""
        self.page.set_viewport_size({"width": width, "height": _HEIGHT})
        self.page.emulate_media(color_scheme="dark" if dark else "light", media="print" if printed else "screen")

    def unfold(self) -> None:
        """Open all that is folded up."""
        self.page.evaluate("() => document.querySelectorAll('details').forEach((one) => { one.open = true })")

    def violations(self, *rules: str) -> list[str]:
        """Return what axe-core finds: by ``rules``, or by all that it has for WCAG 2 AA and good practice."""
        if not self.page.evaluate("() => 'axe' in window"):
            self.page.evaluate(_axe())
        found: list[str] = self.page.evaluate(_AXE, rules)
        return found

    def wider(self) -> list[str]:
        """Return what makes the page wider than the screen."""
        found: list[str] = self.page.evaluate(_WIDER)
        return found

    def split(self) -> list[str]:
        """Return the words in cells that are on two lines, although half of the screen has room for them."""
        found: list[str] = self.page.evaluate(_SPLIT)
        return found

    def hinted(self, which: str = ".scroll") -> list[list[bool]]:
        """Return for each table that may scroll whether it does, and whether the page says so."""
        found: list[list[bool]] = self.page.evaluate(_HINTED, which)
        return found

    def scripts(self) -> list[str]:
        """Return the elements that are scripts, or that have one."""
        found: list[str] = self.page.evaluate(_SCRIPTS)
        return found

    def stops(self) -> list[str]:
        """Return all that the keyboard should reach, in the order of the page: links, disclosures and what scrolls."""
        found: list[str] = self.page.evaluate(_FIND)
        return found

    def reached(self, most: int) -> list[str]:
        """Return what the key Tab leads to, from the top of the page on; at most so many."""
        found = list[str]()
        for _ in range(most):
            self.page.keyboard.press("Tab")
            here = self.page.evaluate("() => document.activeElement.outerHTML.slice(0, 120)")
            if here.startswith("<body"):
                break
            found.append(here)
        return found


@contextmanager
def started() -> Iterator[Browser]:
    """Start the browser."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=_SWITCHES)
        yield browser
        browser.close()


@contextmanager
def opened(browser: Browser, file: Path) -> Iterator[Opened]:
    """Open a page from a file. No request leaves the machine; the policy of the page is kept."""
    context = browser.new_context(offline=True, reduced_motion="reduce")
    page = context.new_page()
    found = Opened(page)

    page.on("request", lambda request: found.requests.append(request.url))
    page.on("console", lambda message: found.messages.append(message.text))
    page.goto(file.as_uri())
    yield found
    context.close()


def _axe() -> str:
    return files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
