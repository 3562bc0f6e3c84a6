import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('audit', '0001_initial'),
    ]

    operations = [
        migrations.AddField('entry', 'number', models.PositiveBigIntegerField(null=True)),
        migrations.AddField('entry', 'role', models.CharField(default='', max_length=100)),
        migrations.AddField('entry', 'via', models.CharField(default='', max_length=100)),
        migrations.AddField('entry', 'reference', models.CharField(default='', max_length=32)),
        migrations.AddField('entry', 'after', models.CharField(default='', max_length=73)),
        migrations.AddField(
            'entry', 'key_mark', models.CharField(default='', max_length=12),
            preserve_default=False,
        ),
        migrations.AddField(
            'entry', 'seal', models.CharField(default='', max_length=64), preserve_default=False,
        ),
        migrations.AlterField(
            'entry', 'happened_at', models.DateTimeField(default=django.utils.timezone.now)
        ),
    ]
