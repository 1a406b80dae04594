"""Messages: what the server says when it starts, refuses or fails."""

from models.text import Text

MESSAGES: dict[str, Text] = {
    # starting
    "serving": Text(
        sv=(
            "{season}: {address} (gränssnittet beskrivs på {address}/docs).\n"
            "Du är ensam organisatör: bara den här datorn kommer åt den. Avsluta med Ctrl-C."
        ),
        en=(
            "{season}: {address} (the interface is described at {address}/docs).\n"
            "You are its one organiser: only this computer can reach it. Stop with Ctrl-C."
        ),
    ),
    "host_not_loopback": Text(
        sv=(
            "{host} kan nås från andra datorer, och en mapps säsong har inga konton som skyddar "
            "den. Använd 127.0.0.1, ::1 eller localhost."
        ),
        en=(
            "{host} can be reached from other computers, and a folder's season has no accounts "
            "to protect it. Use 127.0.0.1, ::1 or localhost."
        ),
    ),
    "port_not_free": Text(
        sv="Porten {port} på {host} går inte att använda ({reason}). Välj en annan.",
        en="Port {port} on {host} can't be used ({reason}). Choose another.",
    ),
    "serving_all": Text(
        sv=(
            "Tjänsten: {address} (gränssnittet beskrivs på {address}/docs).\n"
            "Konton läggs till med koalition user add. Avsluta med Ctrl-C."
        ),
        en=(
            "The service: {address} (the interface is described at {address}/docs).\n"
            "Add accounts with koalition user add. Stop with Ctrl-C."
        ),
    ),
    "season_saved": Text(
        sv="Det som ändrades är sparat i {path}.", en="What changed is saved in {path}."
    ),
    # titles of problems
    "status_400": Text(sv="Felaktig begäran", en="Bad request"),
    "status_401": Text(sv="Inte inloggad", en="Not signed in"),
    "status_403": Text(sv="Inte tillåtet", en="Not allowed"),
    "status_404": Text(sv="Finns inte", en="Not found"),
    "status_405": Text(sv="Fel metod", en="Wrong method"),
    "status_409": Text(sv="Går inte som läget är", en="Not possible as things stand"),
    "status_412": Text(sv="Ändrat under tiden", en="Changed meanwhile"),
    "status_413": Text(sv="För stort", en="Too large"),
    "status_422": Text(sv="Går inte att använda", en="Can't be used"),
    "status_428": Text(sv="Version saknas", en="Version needed"),
    "status_429": Text(sv="För många försök", en="Too many requests"),
    "status_500": Text(sv="Fel i servern", en="Server error"),
    "status_503": Text(sv="Inte tillgängligt just nu", en="Not available right now"),
    "status_507": Text(sv="Lagringen är full", en="Storage is full"),
    # problems
    "bad_request": Text(
        sv="Begäran går inte att läsa. Skicka JSON i UTF-8.",
        en="The request can't be read. Send JSON in UTF-8.",
    ),
    "foreign_host": Text(
        sv="Servern svarar bara på 127.0.0.1, ::1 och localhost, inte på något annat namn.",
        en="The server answers at 127.0.0.1, ::1 and localhost only, by no other name.",
    ),
    "cross_site": Text(
        sv="Begäran kom från en annan webbplats. Bara serverns egna sidor får ändra något.",
        en="The request came from another site. Only the server's own pages may change anything.",
    ),
    "no_such_address": Text(
        sv="Adressen finns inte. Alla adresser står på /docs.",
        en="There is no such address. All addresses are listed at /docs.",
    ),
    "method_not_allowed": Text(
        sv="Adressen svarar inte på {method}. Vad den svarar på står på /docs.",
        en="The address does not answer {method}. What it does answer is listed at /docs.",
    ),
    "invalid_request": Text(
        sv="{count:# fel|# fel} i begäran.",
        en="{count:# fault|# faults} in the request.",
    ),
    "job_set_aside": Text(
        sv="Körningen gavs upp: den som räknade avbröts tre gånger.",
        en="The run was given up: whoever computed it was ended three times.",
    ),
    "run_not_found": Text(
        sv="Det finns ingen körning ”{name}”. Bara de {kept} senaste finns kvar.",
        en="There is no run “{name}”. Only the {kept} newest are kept.",
    ),
    "run_not_done": Text(
        sv="Körningen är inte klar än. Följ den på {address}.",
        en="The run is not done yet. Follow it at {address}.",
    ),
    "run_failed": Text(
        sv="Körningen misslyckades och har inget förslag. Felet står på {address}.",
        en="The run failed and has no proposal. Its error is at {address}.",
    ),
    "run_cancelled": Text(
        sv="Körningen avbröts och har inget förslag. Starta en ny.",
        en="The run was cancelled and has no proposal. Start a new one.",
    ),
    "queue_full": Text(
        sv=(
            "{count:# körning|# körningar} väntar redan. Vänta tills någon är klar, eller "
            "avbryt en."
        ),
        en="Already {count:# run is|# runs are} waiting. Wait until one is done, or cancel one.",
    ),
    "server_stopping": Text(
        sv="Servern är på väg att stängas av, eller startar.",
        en="The server is shutting down, or starting.",
    ),
    "internal_error": Text(
        sv="Något gick fel i servern. Mer står i dess egen utskrift.",
        en="Something went wrong in the server. Its own output says more.",
    ),
    # faults of a request
    "body_not_json": Text(
        sv="Innehållet är inte JSON. Skicka ett JSON-objekt.",
        en="The body is not JSON. Send a JSON object.",
    ),
    "value_missing": Text(sv="Värdet saknas. Lägg till det.", en="The value is missing. Add it."),
    "key_unknown": Text(
        sv="Nyckeln betyder ingenting här. Ta bort den.",
        en="The key means nothing here. Remove it.",
    ),
    "value_not_among": Text(
        sv="Värdet ska vara något av {known}.", en="The value is to be one of {known}."
    ),
    "value_too_small": Text(
        sv="Värdet ska vara minst {least}.", en="The value is to be at least {least}."
    ),
    "value_too_short": Text(sv="Värdet får inte vara tomt.", en="The value is not to be empty."),
    "value_not_integer": Text(
        sv="Värdet ska vara ett heltal.", en="The value is to be a whole number."
    ),
    "value_not_number": Text(sv="Värdet ska vara ett tal.", en="The value is to be a number."),
    "value_not_boolean": Text(
        sv="Värdet ska vara true eller false.", en="The value is to be true or false."
    ),
    "value_not_text": Text(sv="Värdet ska vara en text.", en="The value is to be a text."),
    "value_not_list": Text(sv="Värdet ska vara en lista.", en="The value is to be a list."),
    "value_not_object": Text(
        sv="Värdet ska vara ett JSON-objekt.", en="The value is to be a JSON object."
    ),
    "value_unusable": Text(
        sv="Värdet går inte att använda här.", en="The value can't be used here."
    ),
    "member_twice": Text(
        sv="Aktören står två gånger i koalitionen. Ta bort den ena.",
        en="The actor stands twice in the coalition. Remove one of the two.",
    ),
    "coalition_twice": Text(
        sv="Två koalitioner har samma id. Byt det ena.",
        en="Two coalitions have the same id. Change one of the two.",
    ),
}
