"""Events are chained: each one's hash covers the one before."""

import secrets
from collections import defaultdict

import sqlalchemy as sa
from alembic import op

from models.event_chains import NOTHING_BEFORE, commit_to, link_event

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

EVENTS = sa.table(
    "events",
    *(sa.column(name) for name in ("number", "season_id", "name", "at", "caller", "caller_name")),
    *(sa.column(name) for name in ("thing", "chain", "sequence", "salt", "commitment", "hash")),
    sa.column("plain", sa.JSON()),
    sa.column("body", sa.JSON()),
)


def upgrade() -> None:
    """Take the step, and chain what happened so far."""
    op.create_table(
        "event_heads",
        sa.Column("chain", sa.String(26), nullable=False),
        sa.Column("sequence", sa.BigInteger(), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("chain", name="pk_event_heads"),
    )
    with op.batch_alter_table("events") as events:
        events.add_column(sa.Column("chain", sa.String(26), nullable=True))
        events.add_column(sa.Column("sequence", sa.BigInteger(), nullable=True))
        events.add_column(sa.Column("salt", sa.String(64), nullable=True))
        events.add_column(sa.Column("commitment", sa.String(64), nullable=True))
        events.add_column(sa.Column("hash", sa.String(64), nullable=True))
        events.alter_column("body", existing_type=sa.JSON(), nullable=True)
    _chain_all()
    with op.batch_alter_table("events") as events:
        events.alter_column("chain", existing_type=sa.String(26), nullable=False)
        events.alter_column("sequence", existing_type=sa.BigInteger(), nullable=False)
        events.alter_column("commitment", existing_type=sa.String(64), nullable=False)
        events.alter_column("hash", existing_type=sa.String(64), nullable=False)
        events.create_unique_constraint("uq_events_chain", ["chain", "sequence"])


def _chain_all() -> None:
    connection = op.get_bind()
    heads: dict[str, tuple[int, str]] = defaultdict(lambda: (0, NOTHING_BEFORE))
    for row in connection.execute(sa.select(EVENTS).order_by(EVENTS.c.number)).all():
        chain, salt = row.season_id or "service", secrets.token_urlsafe(32)
        last, before = heads[chain]
        commitment = commit_to(salt, {"by": row.caller_name, "body": row.body})
        plain = {
            "chain": chain,
            "name": row.name,
            "at": row.at,
            "caller": row.caller,
            "thing": row.thing,
            "plain": row.plain,
        }
        linked = link_event(before, last + 1, plain, commitment)
        values = {
            "chain": chain,
            "sequence": last + 1,
            "salt": salt,
            "commitment": commitment,
            "hash": linked,
        }
        connection.execute(sa.update(EVENTS).where(EVENTS.c.number == row.number).values(**values))
        heads[chain] = last + 1, linked
    table = sa.table("event_heads", sa.column("chain"), sa.column("sequence"), sa.column("hash"))
    for chain, (sequence, hashed) in heads.items():
        connection.execute(sa.insert(table).values(chain=chain, sequence=sequence, hash=hashed))


def downgrade() -> None:
    """Take it back; what was erased stays so."""
    op.execute(sa.update(EVENTS).where(EVENTS.c.body.is_(None)).values(body={}))
    with op.batch_alter_table("events") as events:
        events.drop_constraint("uq_events_chain", type_="unique")
        for name in ("chain", "sequence", "salt", "commitment", "hash"):
            events.drop_column(name)
        events.alter_column("body", existing_type=sa.JSON(), nullable=False)
    op.drop_table("event_heads")
