"""Looks at the settings: their values, where these come from, and which can't be used."""

import os
from collections.abc import Container, Iterator

from pydantic import SecretStr, ValidationError

from api.doctor.findings import broken, note, well
from api.settings import PREFIX, InstallationSettings, name_of, variable_of
from models.installation import Finding
from models.messages import say
from models.text import Text


def examine_settings() -> tuple[InstallationSettings, tuple[Finding, ...]]:
    """Read the settings, the default in place of every value that can't be used."""
    settings, faults = _read()
    told = (*_tell(settings, faults), *faults.values(), *_find_missing(settings), *_find_unknown())
    return settings, told


def _read() -> tuple[InstallationSettings, dict[str, Finding]]:
    """Read the settings, without the values at fault, and tell these by name."""
    try:
        return InstallationSettings(), {}
    except ValidationError as error:
        wrong = error.errors(include_input=False)
    defaults, faults = dict[str, object](), dict[str, Finding]()
    for fault in wrong:
        name = name_of(str(fault["loc"][0]))
        field = InstallationSettings.model_fields[name]
        defaults[name] = field.get_default(call_default_factory=True)
        text = say("setting_unusable", name=variable_of(name), reason=fault["msg"])
        mend = say("doctor_setting_mend", default=show_value(name, defaults[name]))
        faults[name] = broken("settings", text, mend)
    return InstallationSettings.model_validate(defaults), faults


def _tell(settings: InstallationSettings, faults: Container[str]) -> Iterator[Finding]:
    """Tell every effective setting and where its value comes from."""
    given = {name.upper() for name, value in os.environ.items() if value}
    for name in InstallationSettings.model_fields:
        is_given = variable_of(name) in given and name not in faults
        yield well(
            "settings",
            "doctor_setting",
            name=variable_of(name),
            value=show_value(name, getattr(settings, name)),
            source=say("source_environment" if is_given else "source_default"),
        )


def _find_missing(settings: InstallationSettings) -> Iterator[Finding]:
    """Tell what production needs before it starts."""
    if settings.missing:
        text = say("production_unready", missing=", ".join(settings.missing))
        yield broken("settings", text, say("production_mend"))


def _find_unknown() -> Iterator[Finding]:
    """Tell variables that look like settings and are none; their values are not shown."""
    known = [variable_of(name) for name in InstallationSettings.model_fields]
    for name in sorted(os.environ):
        if name.upper().startswith(PREFIX) and name.upper() not in known:
            text = say("doctor_setting_unknown", name=name)
            yield note("settings", text, say("doctor_setting_known", known=", ".join(known)))


def show_value(name: str, value: object) -> Text:
    """Write a setting's value, unless it may be secret."""
    if value is None:
        return say("value_bundled" if name == "embedding_model" else "value_none")
    if isinstance(value, SecretStr):
        return say("value_hidden")
    return Text.same(str(value))
