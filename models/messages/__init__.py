"""Every sentence that Koalition says, by code, in Swedish and English.

One file per area, each with a `MESSAGES` table. The terminal's own wording gives way to a
text that all share; the terminal itself looks in its own table first. Texts that belong to
one criterion or one rule stand in that criterion's or rule's own file instead.
"""

from models.messages import (
    agendas,
    boards,
    cells,
    columns,
    commands,
    counts,
    dates,
    doctor,
    facets,
    idea_maps,
    mails,
    meeting_files,
    meetings,
    metrics,
    outcomes,
    outcomes_page,
    places,
    promises,
    reading,
    relaxations,
    report,
    report_edits,
    report_explained,
    report_facts,
    report_members,
    report_summary,
    report_tables,
    results,
    sectors,
    server,
    service,
    settings,
    store,
    tables,
    terminal,
    usage,
    words,
)
from models.text import Text

MESSAGES: dict[str, Text] = {
    **terminal.MESSAGES,
    **agendas.MESSAGES,
    **boards.MESSAGES,
    **reading.MESSAGES,
    **cells.MESSAGES,
    **places.MESSAGES,
    **promises.MESSAGES,
    **results.MESSAGES,
    **columns.MESSAGES,
    **commands.MESSAGES,
    **counts.MESSAGES,
    **dates.MESSAGES,
    **doctor.MESSAGES,
    **facets.MESSAGES,
    **meeting_files.MESSAGES,
    **meetings.MESSAGES,
    **metrics.MESSAGES,
    **outcomes.MESSAGES,
    **outcomes_page.MESSAGES,
    **idea_maps.MESSAGES,
    **mails.MESSAGES,
    **words.MESSAGES,
    **relaxations.MESSAGES,
    **report.MESSAGES,
    **report_edits.MESSAGES,
    **report_explained.MESSAGES,
    **report_facts.MESSAGES,
    **report_members.MESSAGES,
    **report_summary.MESSAGES,
    **report_tables.MESSAGES,
    **sectors.MESSAGES,
    **server.MESSAGES,
    **service.MESSAGES,
    **settings.MESSAGES,
    **store.MESSAGES,
    **tables.MESSAGES,
    **usage.MESSAGES,
}


def say(code: str, **params: object) -> Text:
    """Give the message of a code with its parameters filled in.

    Raises
    ------
    KeyError
        If the code is not in the table; the tests hold every code used to it.
    """
    return MESSAGES[code].format(**params)
