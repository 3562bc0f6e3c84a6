"""Numbers and seals the entries from before there were seals, in the order they were written."""

from django.db import migrations

from samklang.audit.sealing import FIRST, SEALED, current_key, key_mark, seal


def seal_all(apps, schema_editor):
    entries = apps.get_model('audit', 'Entry').objects
    key, before = current_key(), FIRST
    for number, entry in enumerate(entries.order_by('pk').iterator(), start=1):
        entry.number, entry.key_mark = number, key_mark(key)
        said = {name: getattr(entry, name) for name in SEALED}
        entry.seal = before = seal(said, before=before, key=key)
        entry.save(update_fields=['number', 'key_mark', 'seal'])


class Migration(migrations.Migration):

    dependencies = [
        ('audit', '0002_entry_is_sealed'),
    ]

    operations = [
        migrations.RunPython(seal_all, migrations.RunPython.noop),
    ]
