"""Every call of python-wiremock. Argument: the address of a WireMock server or of the fake server."""
import json
import sys
import urllib.error
import urllib.request

from wiremock.client import (
    HttpMethods, Mapping, MappingRequest, MappingResponse, Mappings, NearMisses, NearMissMatchPatternRequest, NearMissMatchRequest, Requests,
    Scenarios,
)
from wiremock.constants import Config

BASE = sys.argv[1]
PATH = "/api/v3/nothing"
STUB_ID = "6b2c1c5e-6a34-4f0e-9d0e-2f9c1f0a7d11"
Config.base_url = BASE.rstrip("/") + "/__admin"


def show(call, run):
    try:
        result = run()
    except Exception as error:  # pylint: disable=broad-except
        print(json.dumps({"call": call, "error": type(error).__name__}))
        return None
    if hasattr(result, "get_json_data"):
        shown = result.get_json_data()
    else:
        shown = getattr(result, "status_code", result)
    print(json.dumps({"call": call, "result": shown}))
    return result


def send(method, path, body=None):
    request = urllib.request.Request(BASE.rstrip("/") + path, method=method, data=body)
    try:
        with urllib.request.urlopen(request) as response:
            return {"status": response.status, "body": response.read().decode()}
    except urllib.error.HTTPError as error:
        return {"status": error.code}


mapping = Mapping(
    id=STUB_ID,
    priority=3,
    request=MappingRequest(method=HttpMethods.POST, url=PATH, headers={"X-A": {"equalTo": "b", "caseInsensitive": True}}),
    response=MappingResponse(status=200, json_body={"id": 7}, fixed_delay_milliseconds=2),
    persistent=False,
    metadata={"owner": "me"},
)
scenario = Mapping(
    request=MappingRequest(method=HttpMethods.GET, url_path=PATH + "/scenario", query_parameters={"page": {"equalTo": "2"}}),
    response=MappingResponse(status=202, body="text"),
    scenario_name="one", required_scenario_state="Started", new_scenario_state="two",
)
show("delete_all_mappings", Mappings.delete_all_mappings)
show("reset_request_journal", lambda: send("DELETE", "/__admin/requests"))
show("create_mapping", lambda: Mappings.create_mapping(mapping))
show("create_mapping of a scenario", lambda: Mappings.create_mapping(scenario))
show("retrieve_mapping", lambda: Mappings.retrieve_mapping(STUB_ID))
show("update_mapping", lambda: Mappings.update_mapping(mapping))
show("retrieve_all_mappings", Mappings.retrieve_all_mappings)
show("scenario", lambda: send("GET", PATH + "/scenario?page=2"))
show("unmatched request", lambda: send("POST", PATH, b"x"))
show("get_all_received_requests", Requests.get_all_received_requests)
show("get_matching_request_count", lambda: Requests.get_matching_request_count(NearMissMatchPatternRequest(method="POST", url=PATH)))
show("get_matching_requests", lambda: Requests.get_matching_requests(NearMissMatchPatternRequest(method="POST", url=PATH)))
show("get_unmatched_requests", Requests.get_unmatched_requests)
show("get_unmatched_requests_near_misses", Requests.get_unmatched_requests_near_misses)
show("find_nearest_misses_by_request", lambda: NearMisses.find_nearest_misses_by_request(NearMissMatchRequest(url=PATH + "x", method="POST")))
show("find_nearest_misses_by_request_pattern", lambda: NearMisses.find_nearest_misses_by_request_pattern(
    NearMissMatchPatternRequest(url=PATH + "/scenarios", method="GET")))
show("reset_all_scenarios", Scenarios.reset_all_scenarios)
show("persist_mappings", Mappings.persist_mappings)
show("delete_mapping", lambda: Mappings.delete_mapping(STUB_ID))
show("reset_mappings", Mappings.reset_mappings)
show("retrieve_all_mappings at the end", Mappings.retrieve_all_mappings)
