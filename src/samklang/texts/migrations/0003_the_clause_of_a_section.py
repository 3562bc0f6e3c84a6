import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('library', '0004_shared_clauses'),
        ('texts', '0002_meant_differences'),
    ]

    operations = [
        migrations.AddField(
            model_name='section',
            name='clause_version',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='library.clauseversion'),
        ),
    ]
