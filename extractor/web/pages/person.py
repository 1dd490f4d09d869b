"""The page of a person's name: which positions, where and when, and who says so."""

from itertools import groupby

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from extractor.errors import NotFoundError
from extractor.store.answers.people import offices
from extractor.store.search.shortcuts import people_named
from extractor.web.addresses import person_address
from extractor.web.rendering import render, site_of


def person(request: Request) -> Response:
    """The positions of everyone of this name, organization by organization."""
    name = request.path_params["name"].strip()
    with site_of(request).reading() as db:
        found = offices(db, name)
        meant = [] if found else people_named(db, name)
    if meant:
        return RedirectResponse(person_address(meant[0]), 302)
    if not found:
        raise NotFoundError(f"no person {name!r}")
    by_organization = sorted(found, key=lambda office: office.organization or "")
    groups = [
        (organization, list(held))
        for organization, held in groupby(by_organization, key=lambda office: office.organization)
    ]
    groups.sort(key=lambda group: group[1][0].last or "", reverse=True)
    return render(request, "person.html", {"name": name, "groups": groups, "offices": len(found)})


ROUTES = (Route("/person/{name:path}", person, name="person"),)
