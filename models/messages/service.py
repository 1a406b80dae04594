"""Messages: what the service says to whoever asks over HTTP, and who may do what."""

from models.text import Text

MESSAGES: dict[str, Text] = {
    "not_found": Text(
        sv="Det finns inget sådant här, eller så är det inte ditt.",
        en="There is no such thing here, or it is not yours.",
    ),
    "not_signed_in": Text(
        sv="Vem frågar? Logga in, eller skicka en nyckel: Authorization: Bearer kk_…",
        en="Who is asking? Sign in, or send a key: Authorization: Bearer kk_…",
    ),
    "not_allowed": Text(sv="Det får du inte göra. {reason}", en="You may not do that. {reason}"),
    "right_unknown": Text(sv="Ingen får göra {action}.", en="Nobody may do {action}."),
    "right_scope": Text(
        sv="Nyckeln räcker inte: den behöver {scope}.",
        en="The key is not enough: it needs {scope}.",
    ),
    "right_role": Text(
        sv="Det kräver rollen {role} i säsongen; du är {own}.",
        en="It takes the role {role} in the season; you are {own}.",
    ),
    "right_admin": Text(
        sv="Bara tjänstens administratörer får det.", en="Only the service's admins may."
    ),
    "right_organiser": Text(
        sv="Ditt konto får inte starta säsonger. Be en administratör.",
        en="Your account may not begin seasons. Ask an admin.",
    ),
    "right_moment": Text(
        sv="Säsongen är {state}; det går bara i läget {known}.",
        en="The season is {state}; it can only be done in the state {known}.",
    ),
    "wrong_state": Text(
        sv="{event} går inte i läget {state}. Det som går är: {known}.",
        en="{event} can't happen in the state {state}. What can: {known}.",
    ),
    "stale": Text(
        sv="Någon annan ändrade det under tiden (version {version}). Läs om och försök igen.",
        en="Somebody else changed it meanwhile (version {version}). Read it anew and try again.",
    ),
    "version_needed": Text(
        sv="Säg vilken version du ändrar: skicka If-Match med den ETag som du läste.",
        en="Say which version you change: send If-Match with the ETag that you read.",
    ),
    "version_unreadable": Text(
        sv='If-Match ska vara en ETag som servern har gett, som "3".',
        en='If-Match is to be an ETag that the server gave, such as "3".',
    ),
    "key_reused": Text(
        sv="Nyckeln i Idempotency-Key användes för något annat. Ta en ny.",
        en="The key in Idempotency-Key was used for something else. Take a new one.",
    ),
    "key_unfit": Text(
        sv="Idempotency-Key ska vara 1–255 tecken av synlig ASCII.",
        en="Idempotency-Key is to be 1–255 characters of visible ASCII.",
    ),
    "cursor_unknown": Text(
        sv="Servern har inte gett någon sådan cursor. Börja om utan.",
        en="The server gave no such cursor. Begin again without one.",
    ),
    "part_exists": Text(
        sv="Säsongen har det redan: {name}", en="The season has it already: {name}"
    ),
    "part_in_use": Text(
        sv="{name} kan inte tas bort: {users} nämner det. Ändra dem först.",
        en="{name} can't be removed: {users} name it. Change them first.",
    ),
    "tie_actor_unknown": Text(
        sv="Säsongen har ingen aktör med den koden.", en="The season has no actor with that code."
    ),
    "account_exists": Text(
        sv="Det finns redan ett konto för {email}.", en="There is an account for {email} already."
    ),
    "account_not_found": Text(
        sv="Det finns inget konto för {email}. Lägg till det: koalition user add {email}",
        en="There is no account for {email}. Add it: koalition user add {email}",
    ),
    "receipt_note": Text(
        sv=(
            "Kvitto på ett förslag från Koalition. season.json är säsongen utan namn och ord, med "
            "aktörerna som nummer; proposal.json är förslaget med samma nummer. Kontrollera dem: "
            "koalition verify KVITTO.zip. Relevans och annat som orden avgjorde tas som det "
            "står. origin.json har förslagets egna kontrollsummor."
        ),
        en=(
            "Receipt of a proposal by Koalition. season.json is the season without names and "
            "words, its actors as numbers; proposal.json is the proposal with the same numbers. "
            "Check them: koalition verify RECEIPT.zip. Relevance and what else the words decided "
            "is taken as stated. origin.json has the proposal's own checksums."
        ),
    ),
    "no_receipt": Text(
        sv="{path} är inget kvitto, eller skadat.", en="{path} is no receipt, or is damaged."
    ),
    "proposal_needed": Text(
        sv="Ange förslagets fil efter säsongens mapp; bara ett kvitto (.zip) räcker ensamt.",
        en="Name the proposal's file after the season's folder; only a receipt (.zip) is enough.",
    ),
    "receipt_of": Text(
        sv="Kvittot gäller förslaget {content_sha256}.",
        en="The receipt is of the proposal {content_sha256}.",
    ),
    "proposal_outdated": Text(
        sv="Säsongen har inte kvar alla som förslaget nämner.",
        en="The season no longer has everybody whom the proposal names.",
    ),
    "account_added": Text(
        sv="Kontot för {email} finns nu. Logga in med länken, en gång och inom 15 minuter:",
        en="There is an account for {email} now. Sign in by the link, once and within 15 minutes:",
    ),
    "account_is_admin": Text(sv="administratör", en="admin"),
    "account_may_organise": Text(sv="får starta säsonger", en="may begin seasons"),
    "key_made": Text(
        sv="Spara nyckeln: den visas inte igen. Skicka den som Authorization: Bearer …",
        en="Keep the key: it is not shown again. Send it as Authorization: Bearer …",
    ),
    "keys_ended": Text(
        sv="Alla nycklar för {email} har slutat gälla.",
        en="No key of {email} is valid any more.",
    ),
    "working": Text(
        sv="Arbetar med det som väntar. Avsluta med Ctrl-C.",
        en="Working on what waits. Stop with Ctrl-C.",
    ),
    "season_empty": Text(
        sv="Säsongen har inga aktörer eller utmaningar än. Läs in dem först.",
        en="The season has no actors or challenges yet. Bring them in first.",
    ),
    "upload_empty": Text(
        sv="Inga filer skickades. Skicka säsongens filer, eller en ZIP av dem, som files.",
        en="No files were sent. Send the season's files, or a ZIP of them, as files.",
    ),
    "upload_name": Text(
        sv="{name} kan inte heta så: ett filnamn utan mappar, och var och en en gång.",
        en="{name} can't be a file's name here: no folders, and each one once.",
    ),
    "upload_kind": Text(
        sv="{name} hör inte till en säsong. Skicka tabeller, season.toml och logotypen.",
        en="{name} is no file of a season. Send tables, season.toml and the logo.",
    ),
    "upload_broken": Text(
        sv="ZIP-filen är skadad eller låst.", en="The ZIP file is damaged or locked."
    ),
    "upload_large": Text(
        sv="Filerna är större än {most} MB uppackade, eller för många.",
        en="The files are larger than {most} MB unpacked, or too many.",
    ),
    "import_unfit": Text(
        sv="Filerna och det som ändrats för hand går inte ihop: {reason}",
        en="The files and what was changed by hand do not go together: {reason}",
    ),
    "decisions_needed": Text(
        sv="Ändrat både för hand och i filerna, så säg vilket som gäller: {rows}",
        en="Changed by hand and in the files, so say which holds: {rows}",
    ),
    "import_conflicts": Text(
        sv="Ändrat både för hand och i filerna: {rows}. Säg vilket som gäller.",
        en="Changed by hand and in the files: {rows}. Say which holds.",
    ),
    "decision_unknown": Text(
        sv="{name} väntar inte på något beslut.", en="{name} waits for no decision."
    ),
    "storage_full": Text(
        sv="Det finns inget utrymme kvar där säsongerna sparas. Inget ändrades.",
        en="There is no room left where seasons are kept. Nothing was changed.",
    ),
    "body_too_large": Text(
        sv="Innehållet är större än {most} MB.", en="The body is larger than {most} MB."
    ),
}
