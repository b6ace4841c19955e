"""Spread the learners' tables over several machines, where the database can; elsewhere there is nothing to do."""

from django.db import migrations

TABLES = ("assessment_sitting", "assessment_answer", "assessment_mastery")


def distribute(apps, schema_editor):
    """Distribute each table by learner, when the database is PostgreSQL with the Citus extension."""
    if schema_editor.connection.vendor != "postgresql":
        return
    with schema_editor.connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_extension WHERE extname = 'citus'")
        if cursor.fetchone() is None:
            return
        for table in TABLES:
            cursor.execute("SELECT create_distributed_table(%s, 'learner_id')", [table])


class Migration(migrations.Migration):
    dependencies = [("assessment", "0001_sittings_answers_masteries")]

    operations = [migrations.RunPython(distribute, migrations.RunPython.noop)]
