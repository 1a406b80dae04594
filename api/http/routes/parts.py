"""Actors, challenges, ties and rules: the same five addresses for each."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Body, Path, Query, Response
from pydantic import BaseModel

from api.http.asking import Asker, Asking, Key, Shown, Version, etag
from api.http.examples import parts as examples
from api.http.responses import ETAGGED, answers, located
from api.http.routes.seasons import Plain, SeasonId, season_at
from api.http.schemas import parts as schemas
from api.http.schemas.common import GoneView, ListPart, PageQuery
from api.use_cases.add_part import ADD_PART, NewPart
from api.use_cases.edit_part import EDIT_PART, PartEdit
from api.use_cases.list_parts import LIST_PARTS, PartsAsked
from api.use_cases.parts import PartKind, PartRow
from api.use_cases.read_part import READ_PART, PartAsked
from api.use_cases.remove_part import REMOVE_PART, PartRemoval, Removed
from api.use_cases.search_actors import SEARCH_ACTORS, ActorsSought
from models.season_places import Target


def _id_of(kind: str) -> Any:
    """Give how an address names a thing of some kind."""
    return Path(
        alias=kind,
        min_length=1,
        max_length=26,
        description="Its id in the service.",
        examples=[examples.ACTOR_ID],
    )


ActorId = Annotated[str, _id_of("actor")]
ChallengeId = Annotated[str, _id_of("challenge")]
FILTERS = ("sector", "county", "state")


@dataclass(frozen=True)
class PartRoutes:
    """What is particular to one kind of thing.

    Attributes
    ----------
    kind : PartKind
    view, new, change, query : type
        What is answered, sent to add and to edit one, and asked of lists.
    refusals : tuple of str
        Why a list may be refused.
    example : dict
    new_examples, change_examples : dict
    """

    kind: PartKind
    view: type[schemas.PartView]
    new: type[BaseModel]
    change: type[BaseModel]
    example: dict[str, Any]
    new_examples: dict[str, Any]
    change_examples: dict[str, Any]
    query: type[PageQuery] = PageQuery
    refusals: tuple[str, ...] = ("not_found",)

    @property
    def name(self) -> str:
        """Give its name in operation ids."""
        return str(self.kind).capitalize()

    def make_router(self) -> APIRouter:
        """Make the five addresses."""
        router, kind = APIRouter(tags=[f"{self.kind}s"]), self.kind
        plural = f"{kind}s"
        part_id = Annotated[str, _id_of(str(kind))]

        def show(part: PartRow, status: int = 200) -> Shown:
            view = self.view.of(part)
            headers = etag(view.version)
            if status == 201:
                headers["Location"] = f"/api/v1/{plural}/{view.id}"
            return Shown(view, status, headers)

        def list_them(query: Any, season: SeasonId, asking: Asking) -> Any:
            if getattr(query, "q", None) is not None:
                return search(query, season, asking)
            where = {name: str(v) for name in FILTERS if (v := getattr(query, name, None))}
            asked = PartsAsked(kind=kind, limit=query.limit, cursor=query.cursor, where=where)
            page = asking.ask(LIST_PARTS, asked, season_at(season), part="query")
            return ListPart(items=tuple(map(self.view.of, page.items)), next=page.next)

        def search(query: Any, season: str, asking: Asker) -> Any:
            target = season_at(season)
            sought = ActorsSought(
                text=query.q,
                limit=query.limit,
                cursor=query.cursor,
                sector=query.sector,
                county=query.county,
            )
            found = asking.ask(SEARCH_ACTORS, sought, target, part="query")
            asked = PartsAsked(kind=kind, codes=found.items)
            page = asking.ask(LIST_PARTS, asked, target, part="query")
            return ListPart(items=tuple(map(self.view.of, page.items)), next=found.next)

        def add(query: Plain, season: SeasonId, asking: Asking, key: Key, body: Any) -> Response:
            given = NewPart(kind=kind, row=body.row())
            return asking.order(ADD_PART, given, lambda p: show(p, 201), season_at(season), key)

        def read(query: Plain, id_: Any, asking: Asking, response: Response) -> Any:
            view = self.view.of(asking.ask(READ_PART, PartAsked(kind=kind), self._at(id_)))
            response.headers.update(etag(view.version))
            return view

        def edit(query: Plain, id_: Any, asking: Asking, version: Version, body: Any) -> Response:
            given = PartEdit(kind=kind, row=body.row(), version=version)
            return asking.order(EDIT_PART, given, show, self._at(id_))

        def remove(query: Plain, id_: Any, asking: Asking, version: Version) -> Response:
            given = PartRemoval(kind=kind, version=version)
            return asking.order(REMOVE_PART, given, _show_gone, self._at(id_))

        list_them.__annotations__ |= {
            "query": Annotated[self.query, Query()],
            "return": ListPart[self.view],  # type: ignore[name-defined]
        }
        add.__annotations__["body"] = Annotated[self.new, Body(openapi_examples=self.new_examples)]
        edit.__annotations__["body"] = Annotated[
            self.change, Body(openapi_examples=self.change_examples)
        ]
        read.__annotations__["return"] = self.view
        for route in (read, edit, remove):
            route.__annotations__["id_"] = part_id
        changing = ("version_unreadable", "not_allowed", "not_found", "stale", "version_needed")

        def join(verb: str, path: str, run: Callable[..., Any], doc: str, **options: Any) -> None:
            run.__doc__ = doc
            router.add_api_route(path, run, methods=[verb], **options)

        join(
            "GET",
            f"/seasons/{{season}}/{plural}",
            list_them,
            f"List a season's {plural}.",
            operation_id=f"list{self.name}s",
            responses=answers(
                {200: examples.as_list_part(self.example)}, "cursor_unknown", *self.refusals
            ),
        )
        join(
            "POST",
            f"/seasons/{{season}}/{plural}",
            add,
            f"Add one of the {plural}; what is odd about it comes back as `warnings`.",
            operation_id=f"add{self.name}",
            status_code=201,
            response_model=self.view,
            responses=answers(
                {201: self.example},
                "not_allowed",
                "not_found",
                "part_exists",
                "key_reused",
                extra={201: located(f"read{self.name}", str(kind))},
            ),
        )
        join(
            "GET",
            f"/{plural}/{{{kind}}}",
            read,
            f"Read one of the {plural}.",
            operation_id=f"read{self.name}",
            responses=answers({200: self.example}, "not_found", extra={200: ETAGGED}),
        )
        join(
            "PATCH",
            f"/{plural}/{{{kind}}}",
            edit,
            f"Edit one of the {plural}; what is left out stays.",
            operation_id=f"edit{self.name}",
            response_model=self.view,
            responses=answers({200: self.example}, *changing, extra={200: ETAGGED}),
        )
        join(
            "DELETE",
            f"/{plural}/{{{kind}}}",
            remove,
            f"Remove one of the {plural}.",
            operation_id=f"remove{self.name}",
            response_model=GoneView,
            responses=answers({200: {"id": examples.ACTOR_ID}}, *changing, "part_in_use"),
        )
        return router

    def _at(self, id_: str) -> Target:
        return Target(kind=str(self.kind), id=id_)


def _show_gone(gone: Removed) -> Shown:
    return Shown(GoneView(id=gone.id))


ACTORS = PartRoutes(
    PartKind.ACTOR,
    schemas.ActorView,
    schemas.ActorRequest,
    schemas.ActorChange,
    examples.ACTOR,
    examples.NEW_ACTOR,
    examples.ACTOR_CHANGE,
    schemas.ActorsQuery,
    ("not_found", "season_empty", "model_not_found"),
)
CHALLENGES = PartRoutes(
    PartKind.CHALLENGE,
    schemas.ChallengeView,
    schemas.ChallengeRequest,
    schemas.ChallengeChange,
    examples.CHALLENGE,
    examples.NEW_CHALLENGE,
    examples.CHALLENGE_CHANGE,
)
TIES = PartRoutes(
    PartKind.TIE,
    schemas.TieView,
    schemas.TieRequest,
    schemas.TieChange,
    examples.TIE,
    examples.NEW_TIE,
    examples.TIE_CHANGE,
)
RULES = PartRoutes(
    PartKind.RULE,
    schemas.RuleView,
    schemas.RuleRequest,
    schemas.RuleRequest,
    examples.RULE,
    examples.NEW_RULE,
    examples.NEW_RULE,
)
ROUTERS = tuple(each.make_router() for each in (ACTORS, CHALLENGES, TIES, RULES))
