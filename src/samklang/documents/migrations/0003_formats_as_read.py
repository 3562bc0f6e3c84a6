"""A file that has been read is named by what it was read as, no longer by its own suffix."""

from django.db import migrations

READ_AS = {"txt": "text", "md": "text", "htm": "html"}


def name(apps, schema_editor):
    files = apps.get_model("documents", "File").objects.filter(text__isnull=False)
    for suffix, read_as in READ_AS.items():
        files.filter(format=suffix).update(format=read_as)


class Migration(migrations.Migration):
    dependencies = [("documents", "0002_text_sketch")]

    operations = [migrations.RunPython(name, migrations.RunPython.noop, elidable=True)]
