"""Run a season over HTTP: files in, a run, a card moved and put back, a proposal, files out.

    python docs/service/run_a_season.py FOLDER [--address http://127.0.0.1:8000] [--key kk_…]

For a service with accounts; a folder that is served alone has its season already, which is
then named with `--season`.
"""

import argparse
from pathlib import Path

from api.client import Client


def main() -> None:
    """Run it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--address", default="http://127.0.0.1:8000")
    parser.add_argument("--key")
    parser.add_argument("--season", default="tried-over-http")
    parser.add_argument("--out", type=Path, default=Path("exported.zip"))
    given = parser.parse_args()
    season = given.season
    with Client(given.address, given.key) as client:
        if season not in [each["slug"] for each in client.items("/seasons")]:
            client.post("/seasons", {"name": "Tried over HTTP", "slug": season})
        read = client.send_folder(season, given.folder)
        for fault in read["faults"]:
            print(fault["file"], fault["row"], fault["mend"]["en"])
        if read["plan"] is None:
            raise SystemExit(2)
        client.post(f"/imports/{read['id']}/apply")
        if client.get(f"/seasons/{season}")["state"] == "draft":
            for event in ("open", "freeze"):
                client.post(f"/seasons/{season}/transitions", {"event": event})
        run = client.run(season, {"effort": "quick"})
        print("proposal", run["proposal"], "gap", run["gap"])

        board = client.post(f"/seasons/{season}/boards", {"proposal": run["proposal"]})
        here, there = board["coalitions"][:2]
        card = here["members"][0]
        step = {"op": "move", "actor": card, "from": here["coalition"], "to": there["coalition"]}
        moved = client.post(f"/boards/{board['id']}/moves", step)
        print("moved", card, "gain", moved["gain"])
        client.post(f"/boards/{board['id']}/moves", {"op": "undo"})
        settled = client.end_of(client.post(f"/boards/{board['id']}/settle"))
        print("settled", settled["proposal"])
        given.out.write_bytes(client.download(f"/seasons/{season}/export"))
        print("exported", given.out)


if __name__ == "__main__":
    main()
