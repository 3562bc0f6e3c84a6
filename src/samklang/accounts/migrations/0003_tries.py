"""The table in which tries at signing in are counted, shared by all workers."""

from django.core.management import call_command
from django.db import migrations


def make(apps, schema_editor):
    call_command("createcachetable", database=schema_editor.connection.alias, verbosity=0)


class Migration(migrations.Migration):
    dependencies = [("accounts", "0002_identity")]
    operations = [migrations.RunPython(make, migrations.RunPython.noop, elidable=False)]
