"""Messages: columns that only the report's tables as files have."""

from models.text import Text

MESSAGES: dict[str, Text] = {
    "report_coalition_id": Text(sv="Koalitionens id", en="Coalition id"),
    "report_challenge_id": Text(sv="Utmaningens id", en="Challenge id"),
    "report_actor_id": Text(sv="Organisationens id", en="Organisation id"),
    "report_reserve_id": Text(sv="Reservens id", en="Reserve id"),
    "report_wished_seats": Text(sv="Önskade platser", en="Wished seats"),
    "report_scope_heading": Text(sv="Omfattning", en="Scope"),
    "report_scope_region": Text(sv="En region", en="A region"),
    "report_hidden_heading": Text(sv="Dold för andra", en="Hidden from others"),
    "report_counties_heading": Text(sv="Antal län", en="Number of counties"),
    "report_weak_fits_heading": Text(sv="Svaga träffar", en="Weak fits"),
    "report_part_of": Text(sv="{criterion}: bidrag", en="{criterion}: part"),
    "report_reason_of": Text(sv="{criterion}: skäl", en="{criterion}: reason"),
    "report_kind_of_reason": Text(sv="Slag av skäl", en="Kind of reason"),
    "report_yes": Text(sv="ja", en="yes"),
    "report_no": Text(sv="nej", en="no"),
}
