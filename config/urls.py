"""All addresses, site by site."""

from django.urls import include, path

from design import urls as design
from sites.common.walls import anyone, behind

urlpatterns = [
    path("", include("sites.learn.urls")),
    path("", include("sites.common.accounts.urls")),
    path("", include("sites.operate.urls")),
    path("design/", include((behind(anyone, design.urlpatterns), design.app_name))),
]

handler404 = "sites.common.middleware.not_found"
handler403 = "sites.common.middleware.forbidden"
handler500 = "sites.common.middleware.failed"
