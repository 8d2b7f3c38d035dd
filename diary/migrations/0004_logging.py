from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('auth', '0012_alter_user_first_name_max_length'),
        ('diary', '0003_find_by_place'),
    ]

    operations = [
        migrations.AddField(
            model_name='episode',
            name='each_lasted',
            field=models.CharField(blank=True, choices=[('seconds', 'A few seconds'), ('half_minute', 'About 30 s'), ('minutes', 'Minutes')], max_length=12),
        ),
        migrations.AddField(
            model_name='episode',
            name='history',
            field=models.JSONField(blank=True, default=list),
        ),
        migrations.AddField(
            model_name='episode',
            name='is_constant',
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name='episode',
            name='is_forgotten',
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name='episode',
            name='place_words',
            field=models.CharField(blank=True, max_length=60),
        ),
        migrations.AddField(
            model_name='episode',
            name='spell_group',
            field=models.UUIDField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='episode',
            name='taps',
            field=models.JSONField(blank=True, default=list),
        ),
        migrations.AddField(
            model_name='episode',
            name='times_high',
            field=models.PositiveSmallIntegerField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='episode',
            name='times_low',
            field=models.PositiveSmallIntegerField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='user',
            name='ask_after_min',
            field=models.PositiveSmallIntegerField(default=15),
        ),
        migrations.AddConstraint(
            model_name='episode',
            constraint=models.CheckConstraint(condition=models.Q(('times_high', None), models.Q(('times_high__gte', models.F('times_low')), ('times_low__isnull', False)), _connector='OR'), name='episode_times_in_order', violation_error_message='The smaller number of times comes first'),
        ),
        migrations.AddConstraint(
            model_name='user',
            constraint=models.CheckConstraint(condition=models.Q(('ask_after_min__gte', 5), ('ask_after_min__lte', 60)), name='user_ask_after_min_in_range', violation_error_message='Enter a whole number between 5 and 60'),
        ),
    ]
