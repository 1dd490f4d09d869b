"""Endpoints that take a form: each checks that the form came from one of our pages before it does anything."""

from collections.abc import Awaitable, Callable
from functools import wraps
from hmac import compare_digest

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from extractor.web.rendering import csrf_token

Handler = Callable[[Request, FormData], Response]


def posted(handler: Handler) -> Callable[[Request], Awaitable[Response]]:
    """The endpoint that reads the form, checks its CSRF token and runs the handler in a worker thread.

    The token comes in the header `X-CSRF-Token` or the field `csrf`. Raises HTTPException 403.
    """

    @wraps(handler)
    async def endpoint(request: Request) -> Response:
        async with request.form(max_files=0) as form:
            brought = request.headers.get("x-csrf-token") or str(form.get("csrf", ""))
            if not compare_digest(brought.encode(), csrf_token(request).encode()):
                raise HTTPException(403)
            return await run_in_threadpool(handler, request, form)

    return endpoint


def text(form: FormData, name: str) -> str:
    """The field's text without blanks around it; empty where it is missing."""
    value = form.get(name)
    return value.strip() if isinstance(value, str) else ""
