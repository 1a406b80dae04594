"""Servers in processes of their own, for faults: started, asked, killed."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from api.bootstrap import Installation
from api.service import Service
from data.samples import DEMO
from models.callers import LOCAL, KeyScope
from models.kept_seasons import SeasonContent
from models.rights import SeasonRole

SLUG = "demo"


def keep_demo(service: Service, *events: str) -> str:
    """Keep the sample season, led on by some events, and give a key of its owner."""
    read = Installation().open_season(DEMO)
    content = SeasonContent(
        season=read.season, people=read.people, host=read.host, settings_text=read.settings_text
    )
    with service.changing() as store:
        store.seasons.add(SLUG, content)
        for event in events:
            place = store.seasons.locate(SLUG, LOCAL)
            assert place is not None
            store.seasons.advance(place, event)
        place = store.seasons.locate(SLUG, LOCAL)
        assert place is not None
        account = store.people.add_account("kim@example.org", "Kim", may_organise=True)
        store.people.give_role(place.id, account, SeasonRole.OWNER)
        return store.people.add_key("kim@example.org", tuple(KeyScope))


@contextmanager
def run_command(
    url: str, *command: str, **settings: str
) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Run `koalition …` on a database; give the process and the first line that it says."""
    told = {"KOALITION_DATABASE_URL": url, "PYTHONUNBUFFERED": "1", **settings}
    called = [sys.executable, "-m", "tests.kit.koalition", *command]
    with subprocess.Popen(
        called, env={**os.environ, **told}, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        try:
            yield process, process.stdout.readline()
        finally:
            process.terminate()


@contextmanager
def run_server(url: str, **settings: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Run a server on a database, and give its process and address."""
    with run_command(url, "serve", "--port", "0", **settings) as (process, said):
        found = re.search(r"http://\S+:\d+", said)
        assert found is not None, said
        yield process, found[0]
