from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('organizations', '0004_whom_bodies_answer_to'),
    ]

    operations = [
        migrations.RemoveField(
            model_name='body',
            name='parent',
        ),
    ]
