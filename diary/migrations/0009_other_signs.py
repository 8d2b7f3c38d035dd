from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('diary', '0008_reviews'),
    ]

    operations = [
        migrations.AddField(
            model_name='user',
            name='region',
            field=models.CharField(blank=True, choices=[('', 'Somewhere else, or not said'), ('uk', 'United Kingdom'), ('eu', 'European Union'), ('us', 'United States'), ('ca', 'Canada')], max_length=2),
        ),
        migrations.AlterField(
            model_name='sign',
            name='sign',
            field=models.CharField(max_length=20),
        ),
    ]
