"""A draft is let out of its organization by somebody who has seen what the others will see.

Seen red: with the confirmation step skipped, with the seen version not compared, with stopping
open to the receiver, with a stopped receiver still found, and with the audit entries left out.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from samklang.agreements.models import Agreement, Edition, EditionFile
from samklang.audit.models import Entry
from samklang.documents.api import keep
from samklang.organizations.api import OrganizationKind, Role
from samklang.sharing.models import Purpose, Recipient, Share
from tests import cast

pytestmark = pytest.mark.django_db


def client(name: str, of: str = "lund", role: str = Role.EDITOR) -> Client:
    made = Client()
    made.force_login(cast.person(name, role, of=cast.organization(of)))
    return made


def draft(title: str = "Lokalavtal om mossar") -> Edition:
    region = cast.organization("nord", kind=OrganizationKind.REGION)
    made = cast.edition(cast.agreement(title, parties=[cast.organization(), region]))
    lund = cast.organization()
    text = keep("mossar.txt", title.encode(), format="text", by=None, organization=lund)
    EditionFile.objects.create(edition=made, file=text)
    return made


def asked(edition: Edition, **more: object) -> dict[str, object]:
    return {
        "version": edition.agreement.version,
        "receivers": [cast.organization("mora").pk],
        "purpose": Purpose.DRAFT,
        "diary_number": "LK 2026/7",
        "message": "Läs om vitmossan.",
        **more,
    }


def address(edition: Edition) -> str:
    return reverse("sharing:share", args=["utgava", edition.pk])


def shared(edition: Edition, **more: object) -> Share:
    answer = client("siri").post(address(edition), asked(edition, confirmed="yes", **more))
    assert answer.status_code == 302
    return Share.objects.latest("pk")


def test_one_sees_what_they_will_see_before_anything_is_shared() -> None:
    edition = draft()

    answer = client("siri").post(address(edition), asked(edition))
    html = answer.content.decode()

    assert answer.status_code == 200
    assert "Det kan bli en allmän handling" in html
    assert "Dela med Mora kommun" in html
    assert "mossar.txt" in html
    assert "LK 2026/7" in html
    assert not Share.objects.exists()


def test_what_is_confirmed_is_shared_and_gives_a_receipt() -> None:
    edition = draft()
    siri, rut = client("siri"), client("rut", "mora")
    page = reverse("agreements:detail", args=[edition.agreement_id])
    assert rut.get(page).status_code == 404

    answer = siri.post(address(edition), asked(edition, confirmed="yes"))
    html = siri.get(answer["Location"]).content.decode()

    assert re.search(r"Kvitto, referens D\d+", html)
    assert "Läs om vitmossan." in html
    assert "Lokalavtal om mossar" in rut.get(page).content.decode()
    assert "har delat med er" in rut.get(page).content.decode()
    assert "Delat med Mora" in siri.get(page).content.decode()


def test_the_message_and_the_answers_stay_when_something_is_wrong() -> None:
    edition = draft()

    answer = client("siri").post(address(edition), asked(edition, receivers=[]))
    html = answer.content.decode()

    assert answer.status_code == 422
    assert "Välj något för ”Med vem”." in html
    assert "Läs om vitmossan." in html
    assert 'value="LK 2026/7"' in html
    assert not Share.objects.exists()


def test_changing_the_answers_leads_back_with_them() -> None:
    edition = draft()

    html = client("siri").post(address(edition), asked(edition, change="yes")).content.decode()

    assert "Läs om vitmossan." in html
    assert re.search(r'name="receivers" value="\d+"[^>]* checked', html)


def test_nobody_shares_another_text_than_the_one_they_looked_at() -> None:
    edition = draft()
    sent = asked(edition, confirmed="yes")
    Agreement.objects.filter(pk=edition.agreement_id).update(version=2)

    answer = client("siri").post(address(edition), sent)
    html = answer.content.decode()

    assert answer.status_code == 409
    assert "Utkastet har ändrats sedan du tittade" in html
    assert 'name="version" value="2"' in html
    assert "Läs om vitmossan." in html
    assert not Share.objects.exists()


def test_an_organization_of_another_county_cannot_be_chosen() -> None:
    edition = draft()
    fjord = cast.organization("fjord", of=cast.partnership("sydmark"))

    answer = client("siri").post(address(edition), asked(edition, receivers=[fjord.pk]))

    assert answer.status_code == 422


def test_what_is_adopted_is_not_shared_it_is_open_already() -> None:
    edition = draft()
    cast.adopted(edition, date(2026, 5, 1))

    answer = client("siri").get(address(edition))

    assert answer.status_code == 403
    assert "alla parter får redan läsa den" in answer.content.decode()


def test_what_comes_later_is_not_shared_until_it_is_shared_again() -> None:
    edition = draft()
    shared(edition)
    lund = cast.organization()
    late = keep("tillagg.txt", b"x", format="text", by=None, organization=lund)
    EditionFile.objects.create(edition=edition, file=late)
    rut = client("rut", "mora")
    page = reverse("agreements:detail", args=[edition.agreement_id])
    file = reverse("agreements:download", args=[edition.agreement_id, late.pk])

    assert "tillagg.txt" not in rut.get(page).content.decode()
    assert rut.get(file).status_code == 404

    shared(edition)

    assert "tillagg.txt" in rut.get(page).content.decode()
    assert rut.get(file).status_code == 200


def test_stopping_closes_it_at_once_and_says_what_it_cannot_undo() -> None:
    share = shared(draft())
    siri, rut, mora = client("siri"), client("rut", "mora"), cast.organization("mora")
    stop = reverse("sharing:stop", args=[share.pk, mora.pk])
    assert "går inte att ta tillbaka" in siri.get(stop).content.decode()
    assert rut.post(stop).status_code == 403

    assert siri.post(stop).status_code == 302

    edition = Edition.objects.get(pk=share.thing_id)
    assert rut.get(edition.agreement.get_absolute_url()).status_code == 404
    assert rut.get(share.get_absolute_url()).status_code == 404
    assert "Slutade delas" in siri.get(share.get_absolute_url()).content.decode()
    assert siri.post(stop).status_code == 404
    assert Recipient.objects.get().stopped_by == cast.person("siri")


def test_the_history_tells_those_inside_and_the_receiver_and_nobody_else() -> None:
    edition = draft("Lokalavtal om kärr")
    edition.stage = "Skrivs"
    edition.save()
    share = shared(edition, receivers=[cast.organization(one).pk for one in ("mora", "orsa")])
    client("siri").post(reverse("sharing:stop", args=[share.pk, cast.organization("orsa").pk]))
    history = reverse("agreements:history", args=[edition.agreement_id])

    inside = client("siri").get(history).content.decode()
    receiver = client("rut", "mora").get(history).content.decode()
    county = client("pia", "ale").get(history).content.decode()

    assert "Delade utkastet till utgåva 1 med Mora, Orsa" in inside
    assert "Slutade dela utkastet till utgåva 1 med Orsa" in inside
    assert "Delade utkastet till utgåva 1 med Mora" in receiver
    assert "Orsa" not in receiver
    assert "Mora" not in county
    assert [one.verb for one in Entry.objects.filter(target_kind="sharing.share")] == [
        "share.stopped",
        "share.made",
    ]


def test_a_receiver_is_not_told_of_the_others() -> None:
    share = shared(draft(), receivers=[cast.organization(one).pk for one in ("mora", "orsa")])

    html = client("rut", "mora").get(share.get_absolute_url()).content.decode()

    assert "Mora kommun" in html
    assert "Orsa" not in html


def test_the_preview_is_the_page_that_the_receiver_then_gets() -> None:
    edition = draft()
    mora = cast.organization("mora")
    preview = reverse("sharing:preview", args=["utgava", edition.pk, mora.pk])

    before = client("siri").get(preview).content.decode()
    shared(edition)
    after = client("rut", "mora", Role.READER).get(edition.agreement.get_absolute_url())

    assert own_part(before) == own_part(after.content.decode())
    assert "mossar.txt" in own_part(before)


def own_part(html: str) -> str:
    """Return the agreement’s own part of the page, the preview’s banner left out."""
    found = re.search(r'<nav class="crumbs".*</main>', html, re.DOTALL)
    assert found
    return " ".join(found[0].split())


@pytest.mark.slow
def test_the_list_asks_as_much_for_one_share_as_for_twenty(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    rut = client("rut", "mora")
    shared(draft("Lokalavtal 1"))
    with django_assert_num_queries(7):
        rut.get(reverse("sharing:shares"))

    for number in range(2, 21):
        shared(draft(f"Lokalavtal {number}"))

    with django_assert_num_queries(7):
        html = rut.get(reverse("sharing:shares")).content.decode()
    assert html.count("Från Lund till er") == 20


def test_the_same_receiver_twice_is_one() -> None:
    """Seen red: the second broke the database’s rule, and the page fell."""
    mora = cast.organization("mora")

    share = shared(draft(), receivers=[mora.pk, mora.pk])

    assert [one.organization for one in share.recipients.all()] == [mora]


def test_nobody_is_told_that_others_got_it_not_even_when_it_is_adopted() -> None:
    """Seen red: “Delade utkastet till utgåva 1 med” stood there, without a name."""
    edition = draft()
    shared(edition)
    shared(edition, receivers=[cast.organization("orsa").pk])
    history = reverse("agreements:history", args=[edition.agreement_id])

    assert told_shares(client("rut", "mora"), history) == ["Mora"]

    cast.adopted(edition, date(2026, 5, 1))

    assert told_shares(client("pia", "ale"), history) == []
    assert told_shares(client("siri"), history) == ["Orsa", "Mora"]


def told_shares(reader: Client, history: str) -> list[str]:
    html = reader.get(history).content.decode()
    return re.findall(r"Delade utkastet till utgåva \d+ med ?(\w*)", html)


def test_who_registered_a_draft_sees_whom_they_shared_it_with_and_the_keeper_by_whom() -> None:
    """Seen red: the registrar’s history named nobody, and the keeper’s receipt was a 404."""
    edition = draft()
    edition.recorded_for = cast.organization("stod", kind=OrganizationKind.SUPPORT)
    edition.save()
    ask = client("ask", "stod", Role.COORDINATOR)
    assert ask.post(address(edition), asked(edition, confirmed="yes")).status_code == 302
    share = Share.objects.get()

    kept = client("siri").get(edition.agreement.get_absolute_url()).content.decode()

    history = reverse("agreements:history", args=[edition.agreement_id])
    assert told_shares(ask, history) == ["Mora"]
    assert "Delat med Mora (av Stod)" in kept
    assert share.get_absolute_url() in kept


def test_the_keeper_stops_what_whoever_registered_the_draft_has_shared() -> None:
    """Seen red: the keeper saw that it was shared, had no receipt, and could not close it."""
    edition, mora = draft(), cast.organization("mora")
    Edition.objects.filter(pk=edition.pk).update(recorded_for=cast.organization("nord"))
    client("rut", "nord").post(address(edition), asked(edition, confirmed="yes"))
    [share] = Share.objects.all()
    siri, given = client("siri"), client("ane", "mora")
    stop = reverse("sharing:stop", args=[share.pk, mora.pk])

    listed = siri.get(reverse("sharing:shares")).content.decode()
    receipt = siri.get(share.get_absolute_url()).content.decode()

    assert "Från Nord till" in listed
    assert "har delat det här." in receipt
    assert "så som det var när det delades" in receipt
    assert stop in receipt
    assert given.post(stop).status_code == 403
    assert siri.post(stop).status_code == 302
    assert given.get(edition.agreement.get_absolute_url()).status_code == 404
    assert siri.get(share.get_absolute_url()).status_code == 200


def test_stopping_closes_every_time_it_was_shared_with_them() -> None:
    """Seen red: what had been shared before stayed open, though the page said that it closes."""
    edition = draft()
    first = shared(edition, receivers=[cast.organization(one).pk for one in ("mora", "orsa")])
    again = shared(edition)
    mora = cast.organization("mora")

    stop = reverse("sharing:stop", args=[again.pk, mora.pk])
    assert client("siri").post(stop).status_code == 302

    assert client("rut", "mora").get(edition.agreement.get_absolute_url()).status_code == 404
    assert client("pia", "orsa").get(edition.agreement.get_absolute_url()).status_code == 200
    told = Entry.objects.filter(verb="share.stopped").values_list("target_id", "details__receivers")
    assert sorted(told) == [(first.pk, [mora.pk]), (again.pk, [mora.pk])]


def test_a_kept_page_is_closed_with_the_sharing(settings: Any) -> None:
    """Seen red: with the change of the share left out of the partnership’s revision."""
    kept = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
    settings.CACHES = {"default": kept, "pages": kept}
    share = shared(draft())
    page = Edition.objects.get(pk=share.thing_id).agreement.get_absolute_url()
    rut, mora = client("rut", "mora"), cast.organization("mora")
    rut.get(page)
    seen = rut.get(page)
    assert rut.get(page, headers={"If-None-Match": seen["ETag"]}).status_code == 304

    client("siri").post(reverse("sharing:stop", args=[share.pk, mora.pk]))

    assert rut.get(page).status_code == 404
    assert rut.get(page, headers={"If-None-Match": seen["ETag"]}).status_code == 404


def test_what_was_a_draft_and_is_adopted_is_no_longer_called_one() -> None:
    """Seen red with the receipt’s words as they were before the adoption."""
    edition = draft()
    share = shared(edition)
    cast.adopted(edition, date(2026, 5, 1))

    own = client("siri").get(share.get_absolute_url()).content.decode()
    received = client("rut", "mora").get(share.get_absolute_url()).content.decode()

    for html in (own, received):
        assert "Det är antaget sedan dess" in html
        assert "Kan läsa det, som alla parter" in html
        assert "Sluta dela" not in html
    assert "inget i det är beslutat" not in received


def test_whoever_registered_a_draft_for_the_keeper_shares_it_and_still_stops_it_later() -> None:
    """Seen red with the page’s link left to the keeper alone, and (by `make mutants`) with what an
    organization has shared seen and stopped by it only while it writes the draft.
    """
    edition = draft()
    Edition.objects.filter(pk=edition.pk).update(recorded_for=cast.organization("nord"))
    rut = client("rut", "nord")
    page = edition.agreement.get_absolute_url()

    html = rut.get(page).content.decode()

    assert address(edition) in html
    assert "Bara de som skriver utkastet ser det." in html
    assert rut.post(address(edition), asked(edition, confirmed="yes")).status_code == 302
    made = Share.objects.get()
    assert made.organization == cast.organization("nord")
    Edition.objects.filter(pk=edition.pk).update(recorded_for=None)
    assert rut.get(made.get_absolute_url()).status_code == 200
    stop = reverse("sharing:stop", args=[made.pk, cast.organization("mora").pk])
    assert rut.post(stop).status_code == 302
    # To the keeper it is another thing with the same number that is shared, and none of theirs.
    assert client("siri").get(made.get_absolute_url()).status_code == 200
    Share.objects.filter(pk=made.pk).update(kind="other")
    assert client("siri").get(made.get_absolute_url()).status_code == 404
