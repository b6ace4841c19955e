"""On PostgreSQL, the database itself refuses an answer to a sitting of another learner."""

from django.db import migrations

ADD = """
ALTER TABLE assessment_answer ADD CONSTRAINT answer_of_own_sitting
FOREIGN KEY (learner_id, sitting_id) REFERENCES assessment_sitting (learner_id, id) DEFERRABLE INITIALLY DEFERRED
"""


def add(apps, schema_editor):
    """SQLite cannot add a constraint to a table, and Citus knows no deferred one; there the actions alone see to it."""
    if schema_editor.connection.vendor != "postgresql":
        return
    with schema_editor.connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_extension WHERE extname = 'citus'")
        if cursor.fetchone() is None:
            cursor.execute(ADD)


def remove(apps, schema_editor):
    """The way back."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("ALTER TABLE assessment_answer DROP CONSTRAINT IF EXISTS answer_of_own_sitting")


class Migration(migrations.Migration):
    dependencies = [("assessment", "0002_distribute_by_learner")]

    operations = [migrations.RunPython(add, remove)]
