# Runs stravalib, unmodified, against a fake: python3 run.py <url> <refresh token> <file.tcx>
# Prints what it read as one line of JSON. Its address is fixed, so an adapter of requests leads https://www.strava.com to the fake.
import json
import os
import sys
import time

import requests
from requests.adapters import HTTPAdapter

# Without the secrets in the environment, it writes warnings.
os.environ["SILENCE_TOKEN_WARNINGS"] = "true"
from stravalib import Client  # noqa: E402

base, refresh_token, file = sys.argv[1:]


class FakeAdapter(HTTPAdapter):
    def send(self, request, **options):
        request.url = request.url.replace("https://www.strava.com/", base)
        return super().send(request, **options)


session = requests.Session()
session.trust_env = False
session.mount("https://www.strava.com/", FakeAdapter())
client = Client(requests_session=session)
tokens = client.refresh_access_token(client_id=1, client_secret="fake-client-secret", refresh_token=refresh_token)
client.access_token = tokens["access_token"]
client.token_expires = int(time.time()) + 3600
with open(file, "rb") as content:
    activity = client.upload_activity(content, "tcx", name="From a client").wait(timeout=10, poll_interval=0.1)
activity = client.get_activity(activity.id)
streams = client.get_activity_streams(activity.id, types=["distance", "heartrate"])
print(json.dumps({
    "activityId": activity.id,
    "athleteId": client.get_athlete().id,
    "name": activity.name,
    "activities": len(list(client.get_activities(limit=10))),
    "laps": len(list(client.get_activity_laps(activity.id))),
    "points": len(streams["distance"].data),
    "accessToken": tokens["access_token"],
}))
