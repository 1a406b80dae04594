"""The page at `/docs`: Swagger UI from a package, with nothing from any other origin."""

from importlib.util import find_spec
from pathlib import Path

from fastapi import APIRouter
from fastapi.responses import FileResponse, HTMLResponse, RedirectResponse
from starlette.responses import Response

from models.errors import NotFound

ASSETS = "/assets/docs"
PACKAGE = "fastapi_swagger"
POLICY = (
    "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'"
)
"""Only what this server gives; the style sheet's own pictures are data inside it."""

PAGE = f"""\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Koalition: HTTP interface</title>
<link rel="icon" href="{ASSETS}/favicon-32x32.png">
<link rel="stylesheet" href="{ASSETS}/swagger-ui.css">
<script src="{ASSETS}/swagger-ui-bundle.js" defer></script>
<script src="{ASSETS}/start.js" defer></script>
</head>
<body>
<main id="docs"></main>
<noscript><a href="/api/openapi.json">/api/openapi.json</a></noscript>
</body>
</html>
"""

router = APIRouter(include_in_schema=False)


@router.get("/")
async def go_to_docs() -> RedirectResponse:
    """Lead whoever types the address to the page."""
    return RedirectResponse("/docs")


@router.get("/docs")
async def show_docs() -> HTMLResponse:
    """Show the page."""
    return HTMLResponse(PAGE, headers={"Content-Security-Policy": POLICY})


@router.get(f"{ASSETS}/{{name}}")
async def read_asset(name: str) -> Response:
    """Give a file that the page refers to, and no other."""
    path = find_assets().get(name)
    if path is None:
        raise NotFound("no_such_address")
    # Checked with the server every time, so that an upgrade shows at once.
    return FileResponse(path, headers={"Cache-Control": "no-cache"})


def find_assets() -> dict[str, Path]:
    """Find the files of the page by name, without importing the package that holds some."""
    spec = find_spec(PACKAGE)
    folders = [
        Path(place) / "resources" for place in (spec and spec.submodule_search_locations) or ()
    ]
    names = ("favicon-32x32.png", "swagger-ui.css", "swagger-ui-bundle.js")
    assets = {name: folder / name for folder in folders for name in names}
    return {**assets, "start.js": Path(__file__).with_name("static") / "start.js"}
