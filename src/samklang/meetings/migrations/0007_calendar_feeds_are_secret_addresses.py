"""Calendar feeds become secret addresses of persons, by the same secrets: calendars read on."""

from django.conf import settings
from django.db import migrations

OPENS = "calendar_feed"


def take_over(apps, _editor):
    """Every address that was opens the same as before."""
    address = apps.get_model("organizations", "SecretAddress")
    for one in apps.get_model("meetings", "CalendarFeed").objects.order_by("pk"):
        address.objects.create(
            user_id=one.user_id, opens=OPENS, scope=one.scope,
            secret_hash=one.secret_hash, made_at=one.made_at,
        )  # fmt: skip


def give_back(apps, _editor):
    feed = apps.get_model("meetings", "CalendarFeed")
    addresses = apps.get_model("organizations", "SecretAddress").objects.filter(opens=OPENS)
    for one in addresses.order_by("pk"):
        made = feed.objects.create(
            user_id=one.user_id, scope=one.scope, secret_hash=one.secret_hash
        )
        feed.objects.filter(pk=made.pk).update(made_at=one.made_at)
    addresses.delete()


class Migration(migrations.Migration):
    dependencies = [
        ("meetings", "0006_items_take_up_what_was_sent_on"),
        ("organizations", "0007_secret_addresses"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RunPython(take_over, give_back),
        migrations.DeleteModel(name="CalendarFeed"),
    ]
