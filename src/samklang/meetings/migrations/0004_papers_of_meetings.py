import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('documents', '0003_formats_as_read'),
        ('meetings', '0003_clauses_point_to_decisions'),
        ('organizations', '0005_no_parent_on_the_body'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='AttachedFile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveSmallIntegerField(verbose_name='edition')),
                ('name', models.CharField(max_length=255, verbose_name='name')),
                ('received_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'ordering': ('-number',),
            },
        ),
        migrations.CreateModel(
            name='Pack',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('rights', models.CharField(max_length=1000)),
                ('state', models.CharField(choices=[('waiting', 'Waiting'), ('making', 'Being made'), ('made', 'Made'), ('failed', 'Not made')], default='waiting', max_length=10)),
                ('mark', models.CharField(max_length=64)),
                ('language', models.CharField(max_length=10)),
                ('home', models.CharField(max_length=200)),
                ('asked_at', models.DateTimeField(auto_now_add=True)),
                ('made_at', models.DateTimeField(null=True)),
                ('attempts', models.PositiveSmallIntegerField(default=0)),
                ('total', models.PositiveIntegerField(default=0)),
                ('done', models.PositiveIntegerField(default=0)),
                ('page_count', models.PositiveIntegerField(null=True)),
                ('remarks', models.JSONField(default=list)),
                ('pdf', models.FileField(blank=True, max_length=200, upload_to='packs')),
                ('archive', models.FileField(blank=True, max_length=200, upload_to='packs')),
            ],
            options={
                'ordering': ('-pk',),
            },
        ),
        migrations.CreateModel(
            name='PackPaper',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('attachment', models.PositiveBigIntegerField()),
            ],
        ),
        migrations.AddField(
            model_name='attachment',
            name='added_at',
            field=models.DateTimeField(null=True),
        ),
        # In two steps: those that are there were not added now.
        migrations.AlterField(
            model_name='attachment',
            name='added_at',
            field=models.DateTimeField(auto_now_add=True, null=True),
        ),
        migrations.AddField(
            model_name='attachment',
            name='ground',
            field=models.CharField(blank=True, max_length=200, verbose_name='ground for confidentiality'),
        ),
        migrations.AddField(
            model_name='attachment',
            name='link',
            field=models.CharField(blank=True, max_length=300, verbose_name='link'),
        ),
        migrations.AddField(
            model_name='attachment',
            name='openness',
            field=models.CharField(choices=[('open', 'Open to all who see the meeting'), ('sealed', 'Confidential; all see that it exists, by its number'), ('hidden', 'Confidential; nobody else sees that it exists')], default='open', max_length=10, verbose_name='openness'),
        ),
        migrations.AddField(
            model_name='attachment',
            name='readers',
            field=models.ManyToManyField(blank=True, related_name='+', to='organizations.organization'),
        ),
        migrations.AddField(
            model_name='attachment',
            name='version',
            field=models.PositiveIntegerField(default=1, editable=False),
        ),
        migrations.AddConstraint(
            model_name='attachment',
            constraint=models.CheckConstraint(condition=models.Q(('openness__in', ['open', 'sealed', 'hidden'])), name='attachment_openness_is_known'),
        ),
        migrations.AddConstraint(
            model_name='attachment',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('ground', ''), ('openness', 'open')), models.Q(models.Q(('openness', 'open'), _negated=True), models.Q(('ground', ''), _negated=True)), _connector='OR'), name='confidential_attachment_has_a_ground'),
        ),
        migrations.AddConstraint(
            model_name='attachment',
            constraint=models.CheckConstraint(condition=models.Q(('link', ''), models.Q(('link__startswith', '/'), models.Q(('link__startswith', '//'), _negated=True)), _connector='OR'), name='attachment_links_to_a_page_of_ours'),
        ),
        migrations.AddField(
            model_name='attachedfile',
            name='attachment',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='files', to='meetings.attachment'),
        ),
        migrations.AddField(
            model_name='attachedfile',
            name='file',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='documents.file'),
        ),
        migrations.AddField(
            model_name='attachedfile',
            name='received_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='pack',
            name='asked_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='pack',
            name='meeting',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='meetings.meeting'),
        ),
        migrations.AddField(
            model_name='packpaper',
            name='pack',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='papers', to='meetings.pack'),
        ),
        migrations.AddConstraint(
            model_name='attachedfile',
            constraint=models.UniqueConstraint(fields=('attachment', 'number'), name='one_file_per_edition'),
        ),
        migrations.AddConstraint(
            model_name='attachedfile',
            constraint=models.CheckConstraint(condition=models.Q(('number__gte', 1)), name='file_editions_begin_at_one'),
        ),
        migrations.AddConstraint(
            model_name='pack',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['waiting', 'making', 'made', 'failed'])), name='pack_state_is_known'),
        ),
        migrations.AddConstraint(
            model_name='pack',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'made'), _negated=True), models.Q(('made_at__isnull', False), models.Q(('pdf', ''), _negated=True)), _connector='OR'), name='made_pack_has_its_file'),
        ),
        migrations.AddConstraint(
            model_name='pack',
            constraint=models.CheckConstraint(condition=models.Q(('done__lte', models.F('total'))), name='pack_is_done_in_parts'),
        ),
        migrations.AddConstraint(
            model_name='packpaper',
            constraint=models.UniqueConstraint(fields=('pack', 'attachment'), name='one_row_per_packed_paper'),
        ),
    ]
