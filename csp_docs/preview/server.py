"""The server of the preview: on this computer only, for one document, and for those who know its address."""

from __future__ import annotations

import asyncio
import secrets
import socket
from collections.abc import AsyncIterator, Callable
from http import HTTPStatus

import uvicorn
from attrs import define, field
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse
from starlette.routing import Mount, Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from csp_docs.errors import Code, CspDocsError, Problem
from csp_docs.preview import page
from csp_docs.preview.board import Board, Printed

HOST = "127.0.0.1"
_NAMES = (HOST, "localhost")
_GLANCE = 0.05
"""After how many seconds the board is looked at again for a browser that waits."""
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_POLICY_OF_DOCUMENT = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'self'; sandbox allow-same-origin allow-popups allow-popups-to-escape-sandbox"
)
_ALWAYS = {
    "cache-control": "no-store",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
}


@define(eq=False)
class Server:
    """Serves what is on a board, until it is stopped."""

    board: Board
    socket: socket.socket
    token: str = field(factory=lambda: secrets.token_urlsafe(24))
    """Random words in the address: other programs and pages do not know them."""
    port: int = field(init=False)
    inner: uvicorn.Server = field(init=False)

    @port.default
    def _bound(self) -> int:
        return int(self.socket.getsockname()[1])

    @inner.default
    def _made(self) -> uvicorn.Server:
        guarded = _Guard(_app(self.board, self.token, lambda: self.inner.should_exit), self.port)
        return uvicorn.Server(
            uvicorn.Config(guarded, lifespan="off", ws="none", log_config=None, access_log=False, server_header=False)
        )

    @property
    def address(self) -> str:
        """What to open in a browser."""
        return f"http://{HOST}:{self.port}/{self.token}/"

    def run(self) -> None:
        """Serve until the user presses Ctrl-C, which raises KeyboardInterrupt, or ``stop`` is called."""
        self.inner.run(sockets=[self.socket])

    def stop(self) -> None:
        """Let ``run`` end, from another thread."""
        self.inner.should_exit = True


def listening(port: int) -> socket.socket:
    """Return a socket that listens on this computer only; port 0 is any that is free. Raises CspDocsError."""
    try:
        return socket.create_server((HOST, port))
    except OSError as error:
        fact = f"the port {port} cannot be used: {error.strerror}"
        hint = "name another one with --port, or leave it out for any that is free"
        raise CspDocsError([Problem(Code.PORT_REFUSED, fact, hint)]) from error


@define(eq=False)
class _Guard:
    """Refuses what another website could ask through the browser, and adds the headers that all answers have.

    A name of a website may lead to this computer, so the host must be ours by name and port (DNS rebinding).
    """

    app: ASGIApp
    port: int

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in (_ALWAYS | {"content-security-policy": _POLICY}).items():
                    headers.setdefault(name, value)
            await send(message)

        await (self._refusal(Headers(scope=scope)) or self.app)(scope, receive, with_headers)

    def _refusal(self, headers: Headers) -> Response | None:
        ours = [f"{name}:{self.port}" for name in _NAMES]
        if headers.getlist("host") not in [[host] for host in ours]:
            return _refused("The host of this request is not that of the preview.")
        if any(origin not in [f"http://{host}" for host in ours] for origin in headers.getlist("origin")):
            return _refused("This request comes from another website.")
        return None


def _refused(why: str) -> Response:
    return PlainTextResponse(why, HTTPStatus.FORBIDDEN)


def _app(board: Board, token: str, is_closing: Callable[[], bool]) -> ASGIApp:
    """Return what answers. No address names a file: all that is served is in memory, or comes with this package."""
    views = _Views(board, is_closing)
    routes = [
        Route("/", views.page),
        Route("/page.css", views.style),
        Route("/page.js", views.script),
        Route("/events", views.events),
        Route("/web.html", views.web),
        Route("/document.pdf", views.pdf),
        Route("/page-{number:int}.png", views.picture),
    ]
    return Starlette(routes=[Mount(f"/{token}", routes=routes)])


@define(eq=False)
class _Views:
    """The answers."""

    board: Board
    is_closing: Callable[[], bool]

    async def page(self, _: Request) -> Response:
        return Response(page.page(self.board.now), media_type="text/html")

    async def style(self, _: Request) -> Response:
        return Response(page.file("page.css"), media_type="text/css")

    async def script(self, _: Request) -> Response:
        return Response(page.file("page.js"), media_type="text/javascript")

    async def web(self, _: Request) -> Response:
        """The document's web page, which may run nothing and load nothing, whatever it says."""
        headers = {"content-security-policy": _POLICY_OF_DOCUMENT}
        return Response(self._printed().html, media_type="text/html", headers=headers)

    async def pdf(self, _: Request) -> Response:
        return Response(self._printed().pages.pdf, media_type="application/pdf")

    async def picture(self, request: Request) -> Response:
        pages, number = self._printed().pages, request.path_params["number"]
        if not 1 <= number <= len(pages.sizes):
            raise HTTPException(HTTPStatus.NOT_FOUND)
        return Response(await run_in_threadpool(pages.picture, number - 1), media_type="image/png")

    async def events(self, request: Request) -> Response:
        return StreamingResponse(self._news(request), media_type="text/event-stream")

    async def _news(self, request: Request) -> AsyncIterator[str]:
        """Yield an event whenever a build begins or ends, from the present state on."""
        sent = ""
        while not (self.is_closing() or await request.is_disconnected()):
            if (news := self.board.now.news) != sent:
                yield f"data: {(sent := news)}\n\n"
            await asyncio.sleep(_GLANCE)

    def _printed(self) -> Printed:
        if not self.board.now.printed:
            raise HTTPException(HTTPStatus.NOT_FOUND)
        return self.board.now.printed
