"""`koalition backup` and `koalition restore`: the whole database in one file, and back."""

from contextlib import closing
from pathlib import Path
from typing import Annotated

import typer

from api.cli.app import Lang, command, installation
from api.cli.output import print_text
from models.messages import say
from models.text import Language

BackupFile = Annotated[Path, typer.Argument(metavar="FILE", help="The backup.")]


@command
def backup(file: BackupFile, lang: Lang = Language.EN) -> None:
    """Write the whole database into a file, while it is in use."""
    from data.store.backups import write_backup

    with closing(installation().open_database()) as database:
        counts = write_backup(database, file)
    print_text(say("backup_written", path=file, rows=sum(counts.values())), lang)


@command
def restore(file: BackupFile, lang: Lang = Language.EN) -> None:
    """Put a backup into an empty database, of the same kind or the other."""
    from data.store.backups import restore_backup

    with closing(installation().open_database()) as database:
        counts = restore_backup(database, file)
    print_text(say("backup_restored", path=file, rows=sum(counts.values())), lang)
