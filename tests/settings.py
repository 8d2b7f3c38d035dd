"""The diary's own settings, with everything a test run writes in a folder that goes away with it."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

_folder = tempfile.mkdtemp(prefix="diary-tests-")
atexit.register(shutil.rmtree, _folder, ignore_errors=True)

# Whatever the person's own environment says: a test never opens their diary.
os.environ["DIARY_DATA"] = _folder
for _name in ("SECRET_KEY", "SITE_URL", "DEBUG", "SIGN_UP"):
    os.environ.pop(_name, None)

from config.settings import *  # noqa: E402, F403
from config.settings import DATABASES, STORAGES  # noqa: E402

# A file, not memory: threads that post at once then meet the locks they meet in life.
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["TEST"] = {"NAME": str(Path(_folder) / "test.sqlite3")}

STATIC_ROOT = Path(_folder) / "static"
STATIC_ROOT.mkdir()

# Manifest storage answers 404 under a live server.
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
