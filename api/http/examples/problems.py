"""One error of each kind that an address may answer with."""

from api.errors import InvalidRequest, WrongMethod
from api.http.faults import fault_at
from models.errors import (
    BadRequest,
    Busy,
    DatabaseFailure,
    KeyReused,
    KoalitionError,
    ModelMissing,
    NotAllowed,
    NotFound,
    NotSignedIn,
    Outdated,
    StorageFull,
    TooLarge,
    TooMany,
    VersionNeeded,
    WrongState,
)
from models.messages import say

AT = "/api/v1/seasons/hosten-2026"
"""Where they are shown to happen."""
SHOWN: tuple[KoalitionError, ...] = (
    BadRequest("foreign_host"),
    BadRequest("bad_request"),
    BadRequest("cursor_unknown"),
    BadRequest("version_unreadable"),
    BadRequest("slug_unfit", slug="Hösten!"),
    NotSignedIn("not_signed_in"),
    NotAllowed("cross_site"),
    NotAllowed("not_allowed", reason=say("right_role", role="editor", own="viewer")),
    NotFound("not_found"),
    NotFound("no_such_address"),
    BadRequest("link_unknown"),
    WrongState("proposal_answered"),
    WrongState("deadline_passed"),
    WrongState("coalition_outdated"),
    WrongState("already_invited", name="Karlshamns kommun"),
    NotFound("not_planned"),
    NotFound("plan_without_dates"),
    WrongState("nobody_left"),
    WrongState("repair_outdated"),
    TooMany("too_many_asked", seconds=900),
    BadRequest("run_needs", what="proposal"),
    BadRequest("move_incomplete", field="actor"),
    WrongState(
        "seat_taken",
        name="Karlshamns kommun",
        place="ungas-kraft/1",
        now="ungas-kraft/2",
        who=say("card_moved_by", by="Kim", at="2026-10-02T08:30:00.000Z"),
    ),
    WrongState(
        "undo_blocked",
        step=3,
        later=5,
        who=say("step_taken_by", by="Kim", at="2026-10-02T08:30:00.000Z"),
    ),
    WrongState("board_settled"),
    WrongState("board_outdated"),
    WrongState("proposal_outdated"),
    BadRequest("upload_empty"),
    BadRequest("decision_unknown", name="actors/a17"),
    TooLarge("upload_large", most=60),
    WrongState("season_empty"),
    WrongState("decisions_needed", rows="actors/a17"),
    WrongMethod("method_not_allowed", method="PUT"),
    WrongState("wrong_state", event="publish", state="draft", known="open, cancel"),
    WrongState("season_exists", slug="hosten-2026"),
    WrongState("part_exists", name="a17"),
    WrongState("part_in_use", name="a17", users="pin"),
    Outdated("stale", version=4),
    VersionNeeded("version_needed"),
    TooLarge("body_too_large", most=50),
    InvalidRequest((fault_at("body", "x", "1", "key_unknown"),)),
    KeyReused("key_reused"),
    KoalitionError("internal_error"),
    DatabaseFailure("database_failed", reason="connection refused"),
    ModelMissing("model_not_found", name="a-model"),
    Busy("server_stopping"),
    StorageFull("storage_full"),
)
ERRORS = {error.code: error for error in SHOWN} | {
    "stale_plan": WrongState("stale", version=4),
}
"""By their codes; `stale` of an import's plan is another status than that of an edit."""
