"""The container file and the compose file keep what the page for operators promises.

Nothing is built here: what can be read of the files is held to the code.
"""

import json
import re
import shlex
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml
from typer.main import get_command

from api.cli.commands import app
from api.http.app import BASE
from api.http.routes import health
from api.http.running import GRACE_S
from api.settings import InstallationSettings, name_of, variable_of
from data.mail.smtp import PATIENCE_S

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "service" / "operating.md").read_text("utf-8")
FILES = ("Dockerfile", "compose.yaml", ".dockerignore")
COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "compose.yaml").read_text("utf-8"))
SERVICES: dict[str, Any] = COMPOSE["services"]
OURS = ("server", "worker")
KNOWN = {
    *("ARG", "CMD", "COPY", "ENTRYPOINT", "ENV", "EXPOSE", "FROM", "HEALTHCHECK", "RUN"),
    *("STOPSIGNAL", "USER", "VOLUME", "WORKDIR"),
}
NEEDED = re.compile(r"\$\{(\w+):\?[^}]+\}")


def read_stages() -> list[list[tuple[str, str]]]:
    """Read the container file: stage by stage its instructions, each with what follows."""
    text = (ROOT / "Dockerfile").read_text("utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    joined = re.sub(r"\\\n\s*", "", "\n".join(lines))
    stages: list[list[tuple[str, str]]] = [[]]
    for line in filter(None, joined.splitlines()):
        word, _, rest = line.partition(" ")
        assert word in KNOWN, line
        if word == "FROM":
            stages.append([])
        stages[-1].append((word, rest))
    return stages


STAGES = read_stages()
LAST = STAGES[-1]


def find(word: str, stage: list[tuple[str, str]] = LAST) -> list[str]:
    return [rest for each, rest in stage if each == word]


def parse(words: list[str]) -> None:
    """Parse a command as `koalition` would, without doing it."""
    node, context = get_command(app), None
    while hasattr(node, "resolve_command"):
        context = node.context_class(node, info_name="koalition", parent=context)
        _, node, words = node.resolve_command(context, words)
        assert node is not None
    node.make_context(node.name, words, parent=context)


def seconds(told: str) -> int:
    assert told.endswith("s")
    return int(told.removesuffix("s"))


def test_the_service_runs_as_nobody_special_on_its_own_folders() -> None:
    words = [word for word, _ in LAST]
    (user,) = find("USER")
    assert re.fullmatch(r"[1-9]\d{3,}:[1-9]\d{3,}", user)
    assert words.index("USER") > max(at for at, word in enumerate(words) if word == "RUN")
    (made,) = find("RUN")
    assert f"--uid {user.partition(':')[0]}" in made
    environment = dict(each.split("=", 1) for each in shlex.split(find("ENV")[0]))
    folders = json.loads(find("VOLUME")[0])
    assert folders == [environment[variable_of(name)] for name in ("state_dir", "cache_dir")]
    assert all(folder in made for folder in folders)
    assert {name_of(each) for each in environment if each.startswith("KOALITION_")} <= set(
        InstallationSettings.model_fields
    )


def test_it_starts_stops_and_tells_its_health_as_the_code_does() -> None:
    assert find("STOPSIGNAL") == ["SIGTERM"]
    assert json.loads(find("ENTRYPOINT")[0]) == ["koalition"]
    command = json.loads(find("CMD")[0])
    parse(command)
    port = command[command.index("--port") + 1]
    assert find("EXPOSE") == [port]
    checked = json.loads(find("HEALTHCHECK")[0].partition("CMD ")[2])
    compile(checked[-1], "healthcheck", "exec")
    asked = re.search(r"http://127\.0\.0\.1:(\d+)(/\S+)'", checked[-1])
    assert asked is not None
    assert asked[1] == port
    assert not asked[2].startswith(BASE)
    assert asked[2] in {route.path for route in health.router.routes}


def test_it_is_made_of_the_packages_alone_in_pinned_versions() -> None:
    build = STAGES[1]
    copied = [name for rest in find("COPY", build) for name in rest.split()[:-1]]
    assert all((ROOT / name).exists() for name in copied)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    packages = project["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]
    assert sorted(name for name in copied if (ROOT / name).is_dir()) == packages
    ignored = (ROOT / ".dockerignore").read_text("utf-8").splitlines()
    assert "*" in ignored
    assert sorted(line[1:] for line in ignored if line.startswith("!")) == sorted(copied)
    install = find("RUN", build)[-1]
    for name in ("constraints.txt", "requirements.lock"):
        assert f"--constraint {name}" in install
    assert "postgres" in project["project"]["optional-dependencies"]
    assert install.endswith("'.[postgres]'")
    images = [find("FROM", stage)[0].split()[0] for stage in STAGES[1:]]
    assert set(images) == {"python:${PYTHON}"}
    assert find("ARG", STAGES[0]) == ["PYTHON=3.11-slim-bookworm"]


@pytest.mark.parametrize("name", FILES)
def test_no_file_names_a_host_or_holds_a_secret(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    hosts = re.findall(r"\w+://[^\s'\"/]*", text)
    assert set(hosts) <= {
        "http://127.0.0.1:8000",
        "postgresql://koalition:${POSTGRES_PASSWORD:?a",
    }
    assert ":latest" not in text
    for secret in ("SECRET", "PASSWORD", "SMTP_URL"):
        given = re.findall(rf"^\s*\w*{secret}\s*[:=]\s*(\S+)", text, re.MULTILINE)
        assert all(value.startswith("${") for value in given), given


def test_server_and_worker_are_one_image_with_one_set_of_settings() -> None:
    server, worker = (SERVICES[name] for name in OURS)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert server["image"] == f"koalition:{project['version']}"
    for key in ("image", "build", "environment", "volumes", "user", "stop_grace_period"):
        assert server.get(key) == worker.get(key)
    for each in (server, worker):
        assert each["read_only"] is True
        assert each["cap_drop"] == ["ALL"]
        assert each["security_opt"] == ["no-new-privileges:true"]
        assert "user" not in each and "privileged" not in each
        # uvicorn waits for requests, then a mail may be on its way to a slow server
        assert seconds(each["stop_grace_period"]) >= GRACE_S + PATIENCE_S + 10
        parse(each.get("command", json.loads(find("CMD")[0])))
    folders = [volume.partition(":")[2] for volume in server["volumes"]]
    assert folders == json.loads(find("VOLUME")[0])
    assert all(port.startswith("127.0.0.1:") for port in server["ports"])
    assert "ports" not in worker


def test_each_service_waits_for_the_one_that_it_needs() -> None:
    assert "pg_isready" in SERVICES["database"]["healthcheck"]["test"]
    for name, needed in (("server", "database"), ("worker", "server")):
        assert SERVICES[name]["depends_on"] == {needed: {"condition": "service_healthy"}}
    used = {volume.partition(":")[0] for each in SERVICES.values() for volume in each["volumes"]}
    assert used == set(COMPOSE["volumes"])


def test_its_settings_are_known_ready_for_production_and_told_on_the_page() -> None:
    (block,) = re.findall(r"```env\n(.*?)```", PAGE, re.DOTALL)
    values = dict(line.split("=", 1) for line in block.splitlines())
    text = (ROOT / "compose.yaml").read_text("utf-8")
    assert set(NEEDED.findall(text)) == set(values)
    assert text.count("${") == len(NEEDED.findall(text))
    environment = SERVICES["server"]["environment"]
    given = {
        name_of(name): NEEDED.sub(lambda match: values[match[1]], value)
        for name, value in environment.items()
    }
    settings = InstallationSettings.model_validate(given)
    assert set(given) <= set(InstallationSettings.model_fields)
    assert settings.missing == ()
    database = SERVICES["database"]["environment"]
    assert settings.database == (
        f"postgresql://{database['POSTGRES_USER']}:{values['POSTGRES_PASSWORD']}"
        f"@database/{database['POSTGRES_DB']}"
    )


def test_the_commands_of_the_page_name_services_and_commands_that_there_are() -> None:
    blocks = re.findall(r"```console\n(.*?)```", PAGE, re.DOTALL)
    lines = [line for block in blocks for line in block.splitlines()]
    assert len(lines) >= 10
    for line in lines:
        docker, compose, verb, *words = shlex.split(line)
        assert (docker, compose) == ("docker", "compose")
        words = [word for word in words if word not in ("--rm", "--detach", "--wait")]
        if verb == "run":
            assert words[0] in SERVICES
            parse(words[1:])
        elif verb == "exec":
            assert words[0] in SERVICES
            if words[1] == "koalition":
                parse(words[2:])
        elif verb == "stop":
            assert set(words) <= set(SERVICES)
        else:
            assert verb in ("build", "up", "cp")
