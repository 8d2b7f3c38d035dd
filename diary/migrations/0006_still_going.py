from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("diary", "0005_say_all_over"),
    ]

    operations = [
        migrations.AddField(
            model_name="episode",
            name="going_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
    ]
