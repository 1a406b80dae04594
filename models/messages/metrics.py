"""Messages: what a server's numbers say."""

from models.text import Text

MESSAGES: dict[str, Text] = {
    "metric_requests": Text(sv="Besvarade anrop.", en="Requests that were answered."),
    "metric_request_seconds": Text(sv="Sekunder till svar.", en="Seconds to an answer."),
    "metric_requests_in_progress": Text(
        sv="Anrop som besvaras just nu.", en="Requests being answered."
    ),
    "metric_streams": Text(
        sv="Öppna strömmar av händelser.", en="Streams of events that are open."
    ),
    "metric_jobs": Text(sv="Jobb efter tillstånd.", en="Jobs by state."),
    "metric_jobs_oldest_seconds": Text(
        sv="Sekunder som det äldsta jobbet har väntat.", en="Seconds that the oldest due job waits."
    ),
    "metric_jobs_taken_again": Text(
        sv="Jobb som någon tog sig an mer än en gång.",
        en="Jobs that were taken on more than once.",
    ),
    "metric_jobs_expired": Text(
        sv="Pågående jobb utan livstecken, som nästa worker tar över.",
        en="Running jobs without a sign of life, which the next worker takes over.",
    ),
    "metric_lease_losses": Text(
        sv="Gånger som en worker förlorade ett jobb, bland de jobb som finns kvar.",
        en="Times that a worker lost a job, of the jobs that are kept.",
    ),
    "metric_runs": Text(sv="Körningar efter slag och tillstånd.", en="Runs by kind and state."),
    "metric_run_gap_mean": Text(
        sv="Medel av körningarnas bevisade gap.", en="Mean proven gap of runs."
    ),
    "metric_seasons": Text(sv="Säsonger efter tillstånd.", en="Seasons by state."),
    "metric_mails": Text(sv="Brev efter tillstånd.", en="Mails by state."),
    "metric_rows": Text(sv="Rader per tabell.", en="Rows by table."),
    "metric_database_up": Text(
        sv="1 om databasen svarar, annars 0.", en="1 where the database answers, else 0."
    ),
    "metric_database_bytes": Text(
        sv="Byte som databasen tar.", en="Bytes that the database takes."
    ),
    "metric_database_seconds": Text(
        sv="Sekunder som databasen tog på sig för de här siffrorna.",
        en="Seconds that the database took for these numbers.",
    ),
    "metric_warm_seasons": Text(sv="Säsonger i minnet.", en="Seasons kept in memory."),
    "metric_warm_boards": Text(sv="Bord i minnet.", en="Boards kept in memory."),
    "metric_warm_bytes": Text(
        sv="Byte som säsonger och bord tar i minnet, uppskattat.",
        en="Bytes that seasons and boards take in memory, estimated.",
    ),
    "metric_warm_bytes_most": Text(sv="Byte som de får ta.", en="Bytes that they may take."),
    "metric_warm_hits": Text(
        sv="Gånger som en säsong fanns i minnet.", en="Times that a season was at hand."
    ),
    "metric_warm_misses": Text(
        sv="Gånger som en säsong fick läsas.", en="Times that a season had to be read."
    ),
    "metric_warm_evictions": Text(
        sv="Säsonger och bord som fick ge plats åt andra.",
        en="Seasons and boards that gave way to others.",
    ),
}
