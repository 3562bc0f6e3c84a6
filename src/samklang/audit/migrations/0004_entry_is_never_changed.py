from django.db import migrations, models

from samklang.audit.guarding import put_guards, take_guards_away


class Migration(migrations.Migration):

    dependencies = [
        ('audit', '0003_seal_what_was_written'),
    ]

    operations = [
        migrations.AlterField('entry', 'number', models.PositiveBigIntegerField(unique=True)),
        migrations.AlterModelOptions(
            'entry', {'ordering': ('-number',), 'verbose_name_plural': 'entries'}
        ),
        migrations.RunPython(
            lambda _apps, schema_editor: put_guards(schema_editor.connection),
            lambda _apps, schema_editor: take_guards_away(schema_editor.connection),
        ),
    ]
