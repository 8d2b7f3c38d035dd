import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import diary.models.written
import diary.quantities.laboratory
import diary.quantities.partial


class Migration(migrations.Migration):
    dependencies = [
        ("diary", "0006_still_going"),
    ]

    operations = [
        migrations.AddField(
            model_name="visit",
            name="deleted_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="visit",
            name="review_on",
            field=diary.models.written.WrittenField(
                diary.quantities.partial.PartialDate, blank=True, default=None, max_length=20
            ),
        ),
        migrations.CreateModel(
            name="BloodTest",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("made_at", models.DateTimeField()),
                ("deleted_at", models.DateTimeField(blank=True, null=True)),
                ("what", models.CharField(max_length=20)),
                ("name", models.CharField(blank=True, max_length=60)),
                (
                    "value",
                    diary.models.written.WrittenField(
                        diary.quantities.laboratory.Amount, default=None, max_length=20
                    ),
                ),
                ("unit", models.CharField(blank=True, max_length=30)),
                (
                    "low",
                    diary.models.written.WrittenField(
                        diary.quantities.laboratory.Amount, blank=True, default=None, max_length=20
                    ),
                ),
                (
                    "high",
                    diary.models.written.WrittenField(
                        diary.quantities.laboratory.Amount, blank=True, default=None, max_length=20
                    ),
                ),
                (
                    "taken_on",
                    diary.models.written.WrittenField(
                        diary.quantities.partial.PartialDate, blank=True, default=None, max_length=20
                    ),
                ),
                ("note", models.TextField(blank=True, max_length=5000)),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("user", "uuid"), name="bloodtest_uuid_once_per_person"),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "what__in",
                                [
                                    "calcium",
                                    "calcium_ionised",
                                    "magnesium",
                                    "potassium",
                                    "sodium",
                                    "phosphate",
                                    "bicarbonate",
                                    "creatinine",
                                    "urea",
                                    "glucose",
                                    "hba1c",
                                    "ck",
                                    "tsh",
                                    "free_t4",
                                    "pth",
                                    "vitamin_d",
                                    "b12",
                                    "folate",
                                    "ferritin",
                                    "haemoglobin",
                                    "white_cells",
                                    "platelets",
                                    "albumin",
                                    "alt",
                                    "alp",
                                    "esr",
                                    "other",
                                ],
                            )
                        ),
                        name="bloodtest_what_known",
                        violation_error_message="Choose a test from the list",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Condition",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("made_at", models.DateTimeField()),
                ("deleted_at", models.DateTimeField(blank=True, null=True)),
                (
                    "whose",
                    models.CharField(
                        choices=[("self", "Me"), ("family", "Somebody in my family")],
                        default="self",
                        max_length=6,
                    ),
                ),
                ("name", models.CharField(max_length=100)),
                ("relative", models.CharField(blank=True, max_length=60)),
                (
                    "since",
                    diary.models.written.WrittenField(
                        diary.quantities.partial.PartialDate, blank=True, default=None, max_length=20
                    ),
                ),
                ("note", models.TextField(blank=True, max_length=5000)),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("user", "uuid"), name="condition_uuid_once_per_person"),
                    models.CheckConstraint(
                        condition=models.Q(("whose__in", ["self", "family"])),
                        name="condition_whose_known",
                        violation_error_message="Choose whose it is",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Medicine",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("made_at", models.DateTimeField()),
                ("deleted_at", models.DateTimeField(blank=True, null=True)),
                ("name", models.CharField(max_length=100)),
                ("kind", models.CharField(blank=True, max_length=20)),
                ("dose", models.CharField(blank=True, max_length=60)),
                ("how_often", models.CharField(blank=True, max_length=60)),
                (
                    "started",
                    diary.models.written.WrittenField(
                        diary.quantities.partial.PartialDate, blank=True, default=None, max_length=20
                    ),
                ),
                (
                    "stopped",
                    diary.models.written.WrittenField(
                        diary.quantities.partial.PartialDate, blank=True, default=None, max_length=20
                    ),
                ),
                ("changes", models.JSONField(blank=True, default=list)),
                ("note", models.TextField(blank=True, max_length=5000)),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("user", "uuid"), name="medicine_uuid_once_per_person"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("kind", ""),
                            (
                                "kind__in",
                                [
                                    "ssri",
                                    "snri",
                                    "tricyclic",
                                    "benzodiazepine",
                                    "stimulant",
                                    "lithium",
                                    "antipsychotic",
                                    "antiseizure",
                                    "topiramate",
                                    "gabapentinoid",
                                    "opioid",
                                    "antibiotic",
                                    "amantadine",
                                    "cholinesterase",
                                    "dementia",
                                    "diuretic",
                                    "ppi",
                                    "bronchodilator",
                                    "steroid",
                                    "statin",
                                    "decongestant",
                                    "thyroid",
                                    "supplement",
                                ],
                            ),
                            _connector="OR",
                        ),
                        name="medicine_kind_known",
                        violation_error_message="Choose a kind from the list",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Question",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("made_at", models.DateTimeField()),
                ("deleted_at", models.DateTimeField(blank=True, null=True)),
                ("words", models.CharField(max_length=200)),
                ("asked_at", models.DateTimeField(blank=True, null=True)),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("user", "uuid"), name="question_uuid_once_per_person")
                ],
            },
        ),
    ]
