from django.urls import include, path, register_converter

from diary.views import accounts, checkin, diary, episodes, health, help, log, record, report, settings, today
from diary.views.converters import DateConverter

register_converter(DateConverter, "date")

urlpatterns = [
    path("", today.today, name="home"),
    path("today/", today.today, name="today"),
    path("log/", log.log, name="log"),
    path("log/now/", log.log_now, name="log-now"),
    path("log/earlier/", log.log_earlier, name="log-earlier"),
    path("log/came-and-went/", log.log_came_and_went, name="log-came-and-went"),
    path("checkin/", checkin.checkin, name="checkin"),
    path("checkin/<date:day>/", checkin.checkin_day, name="checkin-day"),
    path("checkin/<date:day>/twitching/", checkin.checkin_twitching, name="checkin-twitching"),
    path("diary/", diary.diary, name="diary"),
    path("diary/deleted/", diary.diary_deleted, name="diary-deleted"),
    path("diary/<date:day>/", diary.diary_day, name="diary-day"),
    path("episodes/new/", episodes.episode_create, name="episode-create"),
    path("episodes/<uuid:uuid>/", episodes.episode, name="episode"),
    path("episodes/<uuid:uuid>/place/", episodes.episode_place, name="episode-place"),
    path("episodes/<uuid:uuid>/stop/", episodes.episode_stop, name="episode-stop"),
    path("episodes/<uuid:uuid>/answer/", episodes.episode_answer, name="episode-answer"),
    path("episodes/<uuid:uuid>/delete/", episodes.episode_delete, name="episode-delete"),
    path("episodes/<uuid:uuid>/undo/", episodes.episode_undo, name="episode-undo"),
    path("record/", record.record, name="record"),
    path("record/visits/<uuid:uuid>/delete/", record.visit_delete, name="visit-delete"),
    path("report/", report.report, name="report"),
    path("report/preview/", report.report_preview, name="report-preview"),
    path("report/diary-report.pdf", report.report_pdf, name="report-pdf"),
    path("accounts/login/", accounts.sign_in, name="account_login"),  # before allauth's own
    path("accounts/", include("allauth.urls")),
    path("settings/", settings.settings, name="settings"),
    path("help/", help.help, name="help"),
    path("healthz", health.healthz, name="healthz"),
    path("robots.txt", health.robots, name="robots"),
]
