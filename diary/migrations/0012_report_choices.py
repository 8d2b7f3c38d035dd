from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('diary', '0011_rest'),
    ]

    operations = [
        migrations.AddField(
            model_name='user',
            name='report_choices',
            field=models.JSONField(blank=True, default=dict),
        ),
    ]
