from django.urls import include, path

from diary.views import accounts, health, help, settings

urlpatterns = [
    path("accounts/login/", accounts.sign_in, name="account_login"),  # before allauth's own
    path("accounts/", include("allauth.urls")),
    path("settings/", settings.settings, name="settings"),
    path("help/", help.help, name="help"),
    path("healthz", health.healthz, name="healthz"),
    path("robots.txt", health.robots, name="robots"),
]
