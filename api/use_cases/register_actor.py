"""Register an organisation for a season, by itself and without an account."""

from typing import Any

from api.use_cases.call import Call
from api.use_cases.parts import PartKind, read_values
from api.use_cases.use_case import Reach, UseCase
from data.reference.names import to_slug
from data.store.members import ACTIVE, UNCONFIRMED
from models.consents import ConsentUse
from models.errors import Fault, InputError
from models.frozen import Frozen
from models.mails import MailTemplate
from models.text import Language, Text

LONGEST_CODE = 60


class Registration(Frozen):
    """What an organisation tells of itself, by the columns of `actors.csv`, and agrees to.

    Attributes
    ----------
    lang : Language
        Of the mail that asks it to confirm.
    """

    row: dict[str, Any]
    consents: tuple[ConsentUse, ...]
    lang: Language = Language.SV


class RegistrationTaken(Frozen):
    """What was odd about the words; who is registered already is nobody's to know."""

    warnings: tuple[Fault, ...]


def register_actor(call: Call, given: Registration) -> RegistrationTaken:
    """Keep the organisation until its address is confirmed; until then it takes no part.

    One that is registered already is written to, and stays as it is.

    Raises
    ------
    InputError
        With every fault; `consent_needed`, `address_needed`.
    """
    store, season = call.store, call.at
    row = {**given.row, "visible": ConsentUse.SHOWN in given.consents}
    email = str(row.get("email") or "").strip()
    faults = []
    if not email:
        faults.append(Fault.given("email", None, "address_needed"))
    if ConsentUse.MATCHING not in given.consents:
        faults.append(Fault.given("consents", None, "consent_needed"))
    if faults:
        raise InputError(tuple(faults))
    code = _choose_code(call, str(row.get("name") or ""))
    values, warnings = read_values(call, PartKind.ACTOR, {**row, "id": code})
    known = store.members.find_addressed(season.id, email)
    if known is not None and known[1] == ACTIVE:
        _write(call, MailTemplate.REGISTERED_ALREADY, known[0], email, given.lang)
        return RegistrationTaken(warnings=warnings)
    if known is not None:
        store.parts.remove(PartKind.ACTOR, known[0], None)
    own = {**values, "state": UNCONFIRMED, "season_version": season.version}
    themselves = call.caller.evolve(name=str(values["name"]))
    id_ = store.parts.add(PartKind.ACTOR, season.id, own, themselves)
    store.members.agree(id_, sorted(set(given.consents)))
    _write(call, MailTemplate.CONFIRM, id_, email, given.lang)
    return RegistrationTaken(warnings=warnings)


def _write(call: Call, template: MailTemplate, actor: str, email: str, lang: Language) -> None:
    refs = {"actor": actor, "season": call.at.id}
    call.store.mails.add(template, email, lang, refs, season_id=call.at.id)
    call.store.ring("mails")


def _choose_code(call: Call, name: str) -> str:
    """Give what the season calls the actor: its name, short and plain, and like no other."""
    taken = call.store.seasons.actor_ids(call.at.id).keys()
    stem = to_slug(name)[:LONGEST_CODE].strip("-") or "aktor"
    tried, number = stem, 1
    while tried in taken:
        number += 1
        tried = f"{stem}-{number}"
    return tried


REGISTER_ACTOR = UseCase(
    action="actor.register",
    input=Registration,
    run=register_actor,
    title=Text(sv="Anmäl en organisation", en="Register an organisation"),
    description=Text(
        sv="Tar emot en anmälan och ber om en bekräftelse per e-post.",
        en="Takes a registration, and asks by mail for a confirmation.",
    ),
    reach=Reach.CHANGE,
    right="actor.register",
    event="actor_registered",
)
