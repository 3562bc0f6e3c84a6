"""Every form that changes something is carried out once: the view has a key, and the form too.

Seen red: `@once` taken from add_party and from invite; `{% form_key %}` taken from
agreements/_form.html.
"""

from __future__ import annotations

import re

from django.urls import URLPattern, URLResolver, get_resolver

from tests.architecture.tree import templates

CONTEXTS = ("agreements", "inventories", "meetings", "organizations", "reporting")
# Carried out once by what they are, so that nothing of what was typed is kept, not even its hash.
BY_NATURE = {
    "organizations:invitation": "used up by the first; it holds a new password",
    "reporting:approve": "the same figures are the same report",
    "meetings:autosave_note": "the same words of the same page are no change",
}
FORMS_BY_NATURE = {"invitation.html", "_approve_form.html"}
_FORM = re.compile(r"<form\b[^>]*method=\"post\".*?</form>", re.DOTALL)


def changing(context: str) -> dict[str, object]:
    """The context’s views that a form can be posted to."""
    found: dict[str, object] = {}
    for resolver in get_resolver().url_patterns:
        if isinstance(resolver, URLResolver) and resolver.namespace == context:
            for one in resolver.url_patterns:
                assert isinstance(one, URLPattern)
                if _takes_posts(one.callback):
                    found[str(one.name)] = one.callback
    return found


def _takes_posts(view: object) -> bool:
    """Django’s own decorator answers 405 for a method that is not among its closure’s."""
    cells = getattr(view, "__closure__", None) or ()
    methods = [one.cell_contents for one in cells if isinstance(one.cell_contents, list)]
    inner = getattr(view, "__wrapped__", None)
    return any("POST" in named for named in methods) or (inner is not None and _takes_posts(inner))


def _is_once(view: object) -> bool:
    while view is not None:
        if getattr(view, "carries_out_once", False):
            return True
        view = getattr(view, "__wrapped__", None)
    return False


def test_every_view_that_changes_something_carries_out_a_form_once() -> None:
    views = {f"{c}:{name}": view for c in CONTEXTS for name, view in changing(c).items()}

    assert len(views) > 15
    assert {name for name, view in views.items() if not _is_once(view)} == set(BY_NATURE)


def test_every_form_that_changes_something_carries_a_key() -> None:
    forms = {
        (path, form)
        for path, text in templates().items()
        if path.startswith(CONTEXTS)
        for form in _FORM.findall(text)
    }

    assert len(forms) > 8
    bare = {path.rpartition("/")[2] for path, form in forms if "{% form_key %}" not in form}
    assert bare == FORMS_BY_NATURE
