"""Is the service alive, and is it ready to serve?"""

from django.conf import settings
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_GET

from domain.content.queries import NoRelease, current_release


@require_GET
def alive(request: HttpRequest) -> JsonResponse:
    return JsonResponse({"alive": True, "version": settings.VERSION})


@require_GET
def ready(request: HttpRequest) -> JsonResponse:
    """Ready when the database has all its migrations and some content is published."""
    executor = MigrationExecutor(connection)
    waiting = len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
    try:
        release = current_release()
    except NoRelease:
        release = 0
    is_ready = waiting == 0 and release > 0
    return JsonResponse(
        {"ready": is_ready, "migrations": waiting, "release": release}, status=200 if is_ready else 503
    )
