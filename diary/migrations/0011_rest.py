from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('diary', '0010_entered_on'),
    ]

    operations = [
        migrations.AddField(
            model_name='user',
            name='rest_offered_on',
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='user',
            name='rest_until',
            field=models.DateField(blank=True, null=True),
        ),
    ]
