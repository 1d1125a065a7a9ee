"""What the site tells of itself: how accessible it is, and what becomes known of its readers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pressrum.fields.site import ShortcomingFields
from pressrum.make.pages.kinds import AccessibilityPage, PrivacyPage
from pressrum.make.pages.views import ShortcomingView
from pressrum.plan.outputs import Output
from pressrum.plan.scene import Scene


def accessibility(scene: Scene) -> Iterator[Output]:
    """`/tillganglighet/`, where site.yaml has a statement."""
    said, here = scene.site.fields.accessibility, scene.addresses
    if said is None:
        return
    view = AccessibilityPage(
        responsible=said.responsible or scene.site.fields.title,
        status=said.status,
        supervised=said.supervised,
        failures=_shortcomings("failure", said.shortcomings),
        burdens=_shortcomings("burden", said.shortcomings),
        exempt=_shortcomings("exempt", said.shortcomings),
        method=said.method,
        tested=said.tested,
        assessed=said.assessed,
        reviewed=said.reviewed,
        published=said.published,
        contacts=scene.chosen_contacts(filter(None, [said.contact])),
        answer=said.answer,
    )
    title = here.language.gettext("Accessibility")
    told = here.language.gettext(
        "This is the accessibility statement of %(site)s: "
        "how accessible the website is, and what you can do where it is not."
    ) % {"site": scene.site.fields.title}
    page = scene.html(here.accessibility, view, title=title, description=told)
    yield Output(here.accessibility, page, "accessibility")


def _shortcomings(kind: str, all_: Iterable[ShortcomingFields]) -> tuple[ShortcomingView, ...]:
    return tuple(
        ShortcomingView(shortcoming.what, shortcoming.why, shortcoming.instead)
        for shortcoming in all_
        if shortcoming.kind == kind
    )


def privacy(scene: Scene) -> Iterator[Output]:
    """`/integritet/`, unless a page of that address stands in for it."""
    if not scene.tells_privacy:
        return
    here, given = scene.addresses, scene.site.fields.privacy
    view = PrivacyPage(
        controller=given.controller if given else None,
        logs=given.logs if given else None,
        contacts=scene.chosen_contacts(()),
    )
    title = here.language.gettext("Privacy")
    told = here.language.gettext("The pages keep nothing about you, and fetch nothing from other websites.")
    page = scene.html(here.privacy, view, title=title, description=told)
    yield Output(here.privacy, page, "privacy", yields=given is None)
