"""The composition root: an installation joins settings, files, words and use cases."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from api.settings import InstallationSettings, insist_on_ready, read_environment
from api.use_cases.call import Call, Words
from api.words import InstalledWords
from data.files.reading import SeasonFile, read_season
from models.ports.progress import Progress
from models.ports.unit_of_work import UnitOfWork
from models.viewers import Viewer

if TYPE_CHECKING:
    from api.service import Service
    from data.files.single_rows import SingleRows
    from data.store.engines import Database
    from data.store.transaction import Transaction
    from matcher.embedding.cache import CachedEmbedder
    from models.kept_seasons import KeptSeason
    from models.ports.post import Post


class Installation:
    """What every edge works in: made once, from the environment or from given settings.

    Parameters
    ----------
    settings : InstallationSettings, optional
        Those of the environment where they are left out.
    words : Words, optional
        Who reads words; the model that the settings name where it is left out.
    """

    def __init__(
        self, settings: InstallationSettings | None = None, words: Words | None = None
    ) -> None:
        self._settings = settings
        self.words: Words = words or InstalledWords(self.open_embedder)

    @cached_property
    def settings(self) -> InstallationSettings:
        """Those that were given, or else those of the environment, read at the first need.

        Raises
        ------
        BadRequest
            `setting_unusable`.
        """
        return self._settings or read_environment()

    def open_season(self, folder: Path) -> SeasonFile:
        """Read a season's folder with the rules and criteria that this version has."""
        from matcher.constraints.registry import check_rule
        from matcher.criteria.registry import CRITERIA

        return read_season(folder, check_rule=check_rule, criteria=CRITERIA)

    def open_embedder(self) -> "CachedEmbedder":
        """Open the model that the settings name, with its vectors remembered.

        Nothing heavy is loaded here; where all vectors are known, torch is never needed.

        Raises
        ------
        ModelMissing
            If the model is not at hand.
        """
        from data.store.vectors import SqliteVectors
        from matcher.embedding.cache import CachedEmbedder
        from matcher.embedding.factory import open_model

        cache_dir = self.settings.cache_dir
        model = open_model(self.settings.embedding_model, cache_dir)
        return CachedEmbedder(model, SqliteVectors(cache_dir, model.fingerprint, model.model))

    def open_database(self) -> "Database":
        """Open the database that the settings name, as it is.

        Raises
        ------
        BadRequest
            If its address can't be read.
        """
        from data.store.engines import Database

        return Database(self.settings.database)

    @contextmanager
    def keep(self) -> Iterator["Transaction"]:
        """Open the store to change its seasons: all that is done inside, or nothing.

        A new database is given its tables.

        Raises
        ------
        WrongState
            If its tables are not of this version.
        """
        from data.store.transaction import Transaction

        with self._open_store() as database, database.writing() as session:
            yield Transaction(session)

    def open_kept(self, slug: str) -> "KeptSeason":
        """Read a season of the store.

        Raises
        ------
        NotFound
            `unknown_season`, with the known ones.
        WrongState
            If the database's tables are not of this version.
        """
        from data.store.seasons import StoredSeasons

        with self._open_store() as database, database.reading() as session:
            return StoredSeasons(session).get(slug)

    @contextmanager
    def _open_store(self) -> Iterator["Database"]:
        """Open the database with its tables, made where it has none, and close it after."""
        from data.store.schema import ensure_tables

        with closing(self.open_database()) as database:
            ensure_tables(database)
            yield database

    def call(
        self,
        work: UnitOfWork,
        viewer: Viewer,
        progress: Progress,
        transaction: "Transaction | None" = None,
    ) -> Call:
        """Make ready for a use case about a season, or about those of a store."""
        return Call(work, self.words, viewer, progress, transaction)

    @contextmanager
    def serve(self, url: str | None = None) -> Iterator["Service"]:
        """Open the service on a database, the installation's by default, and close it after.

        Raises
        ------
        BadRequest
            `production_unready`, where the installation's is asked for.
        WrongState
            If its tables are not of this version.
        """
        from api.service import Service
        from data.bell.bells import open_bell
        from data.store.engines import Database
        from data.store.schema import ensure_tables

        if url is None:
            insist_on_ready(self.settings)
        with closing(Database(url) if url else self.open_database()) as database:
            ensure_tables(database)
            with closing(open_bell(database)) as bell:
                yield Service(database, self.words, self.read_rows(), bell, self.open_season)

    def open_post(self) -> "Post":
        """Give what takes mails: the mail server that is set, else a folder of the state.

        Raises
        ------
        BadRequest
            `smtp_url_unreadable`.
        """
        from data.mail.outbox import Outbox
        from data.mail.smtp import SmtpPost

        url, sender = self.settings.smtp_url, self.settings.mail_from
        if url is None:
            return Outbox(self.settings.outbox, sender)
        return SmtpPost(url.get_secret_value(), sender)

    def read_rows(self) -> "SingleRows":
        """Give who reads single rows with the rules and criteria that this version has."""
        from data.files.single_rows import SingleRows
        from data.reference.gazetteer import load_gazetteer
        from matcher.constraints.registry import check_rule
        from matcher.criteria.registry import CRITERIA

        return SingleRows(check_rule, CRITERIA, load_gazetteer())
