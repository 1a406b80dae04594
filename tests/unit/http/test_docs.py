"""The page at /docs needs nothing from any other origin."""

import re
from typing import Any
from urllib.parse import urljoin, urlsplit

from api.http.docs import find_assets

REFERENCE = re.compile(r"""(?:src|href|action)=["']([^"']*)["']|url\(\s*["']?([^"')]*)""")


def references(text: str) -> list[str]:
    return [one or other for one, other in REFERENCE.findall(text)]


def test_page_and_its_assets_come_from_here(client: Any) -> None:
    page = client.http.get("/docs")
    found = references(page.text)
    assert len(found) == 5
    for reference in found:
        assert urlsplit(reference).netloc == urlsplit(reference).scheme == "", reference
        answer = client.http.get(reference)
        assert answer.status_code == 200, reference
        if reference.endswith(".css"):
            inner = [urljoin(reference, inner) for inner in references(answer.text)]
            assert inner
            assert all(urlsplit(each).scheme == "data" for each in inner)


def test_policy_allows_this_origin_only(client: Any) -> None:
    page = client.http.get("/docs")
    policy = dict(
        part.split(" ", 1) for part in page.headers["content-security-policy"].split("; ")
    )
    assert policy["default-src"] == "'self'"
    for directive, sources in policy.items():
        assert set(sources.split()) <= {"'self'", "'none'", "data:"}, directive
    assert "script-src" not in policy
    # No script or style inside the page, which the policy would refuse.
    assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=", page.text)


def test_start_script_reads_this_document(client: Any) -> None:
    script = client.http.get("/assets/docs/start.js").text
    assert 'url: "/api/openapi.json"' in script
    assert "http:" not in script
    assert "https:" not in script


def test_swagger_ui_is_new_enough_for_openapi_3_1() -> None:
    bundle = find_assets()["swagger-ui-bundle.js"].read_text("utf-8")
    (version,) = set(re.findall(r'PACKAGE_VERSION:"(\d+)\.', bundle))
    assert int(version) >= 5


def test_start_page_leads_to_the_docs(client: Any) -> None:
    answer = client.http.get("/", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (307, "/docs")
