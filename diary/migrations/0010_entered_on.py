from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("diary", "0009_other_signs"),
    ]

    operations = [
        migrations.AddField(
            model_name="day",
            name="entered_on",
            field=models.JSONField(blank=True, default=dict),
        ),
    ]
