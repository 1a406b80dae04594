"""Messages: keeping seasons in a database, taking them in and writing them out."""

from models.text import Text

MESSAGES: dict[str, Text] = {
    "database_unknown": Text(
        sv=(
            "Databasens adress i KOALITION_DATABASE_URL går inte att tolka. Skriv "
            "sqlite:///FIL eller postgresql://ANVÄNDARE@DATOR/NAMN."
        ),
        en=(
            "The database's address in KOALITION_DATABASE_URL can't be read. Write "
            "sqlite:///FILE or postgresql://USER@HOST/NAME."
        ),
    ),
    "database_driver_missing": Text(
        sv="Paketet {name} saknas, som behövs för PostgreSQL. Installera Koalition med tillvalet "
        "postgres.",
        en="The package {name} is missing, which PostgreSQL needs. Install Koalition with the "
        "extra postgres.",
    ),
    "database_failed": Text(
        sv="Databasen svarar inte som den ska: {reason}",
        en="The database does not answer as it should: {reason}",
    ),
    "database_behind": Text(
        sv=(
            "Databasens tabeller är från en äldre version ({current}, nu {newest}). Säkerhets"
            "kopiera och kör sedan koalition db upgrade."
        ),
        en=(
            "The database's tables are of an older version ({current}, now {newest}). Make a "
            "backup, then run koalition db upgrade."
        ),
    ),
    "database_ahead": Text(
        sv=(
            "Databasens tabeller är nyare än den här versionen av Koalition, eller så hör de till "
            "något annat ({current}, väntat {newest}). Inget ändrades."
        ),
        en=(
            "The database's tables are newer than this version of Koalition, or belong to "
            "something else ({current}, expected {newest}). Nothing was changed."
        ),
    ),
    "database_current": Text(
        sv="Databasens tabeller är aktuella ({newest}).",
        en="The database's tables are up to date ({newest}).",
    ),
    "database_differs": Text(
        sv="Databasens tabeller avviker från det som versionen räknar med:",
        en="The database's tables differ from what this version works with:",
    ),
    "backup_written": Text(
        sv="Databasens {rows} rader är sparade i {path}.",
        en="The database's {rows} rows are in {path}.",
    ),
    "backup_restored": Text(
        sv="{rows} rader ur {path} finns nu i databasen.",
        en="{rows} rows of {path} are in the database now.",
    ),
    "backup_broken": Text(
        sv="{path} är ingen säkerhetskopia, eller skadad. Inget ändrades.",
        en="{path} is no backup, or is damaged. Nothing was changed.",
    ),
    "backup_of_other_version": Text(
        sv="Säkerhetskopian är av tabeller i steg {step}; den här versionen har {newest}.",
        en="The backup is of tables at step {step}; this version has {newest}.",
    ),
    "database_not_empty": Text(
        sv="Databasen är inte tom. Ange en ny i KOALITION_DATABASE_URL.",
        en="The database is not empty. Name a new one in KOALITION_DATABASE_URL.",
    ),
    "no_store": Text(
        sv="Det här kräver en databas, men bara en mapp är öppen.",
        en="This needs a database, and only a folder is open.",
    ),
    "unknown_season": Text(
        sv="Databasen har ingen säsong som heter {slug}. Den har: {known}",
        en="The database has no season called {slug}. It has: {known}",
    ),
    "season_exists": Text(
        sv="Databasen har redan en säsong som heter {slug}.",
        en="The database has a season called {slug} already.",
    ),
    "season_moved": Text(
        sv="Någon annan ändrade {slug} samtidigt. Inget togs in; försök igen.",
        en="Somebody else changed {slug} at the same moment. Nothing was taken in; try again.",
    ),
    "slug_unfit": Text(
        sv=(
            "{slug} kan inte vara en säsongs namn i databasen: högst 80 små bokstäver a–z och "
            "siffror, med bindestreck emellan."
        ),
        en=(
            "{slug} can't be what a season is called in the database: at most 80 small letters "
            "a–z and digits, with hyphens between."
        ),
    ),
    "needs_folder": Text(
        sv=(
            "Det här ändrar i säsongens egna filer, och {slug} finns i databasen. Skriv ut den "
            "först: koalition export {slug} MAPP"
        ),
        en=(
            "This changes the season's own files, and {slug} is in the database. Write it out "
            "first: koalition export {slug} FOLDER"
        ),
    ),
    "import_new": Text(sv="Ny säsong: {slug}", en="New season: {slug}"),
    "import_known": Text(sv="Säsongen {slug}", en="Season {slug}"),
    "import_tally": Text(
        sv="{what}: {added} nya, {changed} ändrade, {removed} borttagna, {same} som förut",
        en="{what}: {added} new, {changed} changed, {removed} removed, {same} as before",
    ),
    "import_actors": Text(sv="Aktörer", en="Actors"),
    "import_challenges": Text(sv="Utmaningar", en="Challenges"),
    "import_ties": Text(sv="Relationer", en="Ties"),
    "import_rules": Text(sv="Regler", en="Rules"),
    "import_settings": Text(sv="Inställningarna ändras.", en="The settings change."),
    "import_done": Text(
        sv="Klart. Säsongen heter {slug} i databasen, version {version}.",
        en="Done. The season is called {slug} in the database, version {version}.",
    ),
    "import_same": Text(
        sv="Inget ändras: databasen har redan just det här (version {version}).",
        en="Nothing changes: the database has just this already (version {version}).",
    ),
    "export_done": Text(
        sv="{slug} (version {version}) finns nu i {path}: {files}",
        en="{slug} (version {version}) is in {path} now: {files}",
    ),
    "export_differs": Text(
        sv=(
            "Filerna skulle inte ge tillbaka samma säsong ({what}). Inget skrevs; det här är ett "
            "fel i Koalition."
        ),
        en=(
            "The files would not give the same season back ({what}). Nothing was written; this "
            "is a fault in Koalition."
        ),
    ),
}
