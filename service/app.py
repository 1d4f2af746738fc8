"""The HTTP service, put together."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI
from starlette.middleware.cors import CORSMiddleware
from starlette.staticfiles import StaticFiles

from service.api.case_routes import case_api
from service.api.openapi import DESCRIPTION, correct_description
from service.api.routes import api, probes
from service.assets import STATIC, SharedFiles
from service.envelope import Envelope, security_headers
from service.failures import add_handlers
from service.live_index import LiveIndex
from service.pages.case import case_pages
from service.pages.embed import embedding
from service.pages.quality import quality_pages
from service.pages.reader import pages
from service.settings import ServiceSettings
from service.version import program_version

_EXPOSED = ["ETag", "Link", "Retry-After", "X-Request-ID"]


def create_app(settings: ServiceSettings, live: LiveIndex) -> FastAPI:
    """Make the service.

    Args:
        settings: see ``ServiceSettings``.
        live: the index to answer from; it begins to load when the service starts.
    """

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        live.start()
        yield
        live.close()

    app = FastAPI(
        title="Protokollfråga",
        version=program_version(),
        description=DESCRIPTION,
        docs_url=None,
        redoc_url=None,
        lifespan=lifespan,
    )
    app.state.settings = settings
    app.state.live = live
    app.include_router(api)
    app.include_router(case_api)
    app.include_router(probes)
    app.include_router(pages)
    app.include_router(case_pages)
    app.include_router(embedding)
    app.include_router(quality_pages)
    app.mount("/static", SharedFiles(directory=STATIC), name="static")
    app.mount("/docs-static", StaticFiles(packages=[("fastapi_offline", "static")]), name="docs-static")
    add_handlers(app)
    correct_description(app)
    app.add_middleware(Envelope, headers=security_headers(settings.cors_origins))
    if settings.cors_origins:
        app.add_middleware(
            CORSMiddleware,
            allow_origins=settings.cors_origins,
            allow_methods=["GET", "POST"],
            allow_headers=["Content-Type", "If-None-Match", "X-Request-ID"],
            expose_headers=_EXPOSED,
        )
    return app
