import static com.github.tomakehurst.wiremock.client.WireMock.*;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.common.Json;
import com.github.tomakehurst.wiremock.common.Metadata;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.stubbing.StubImport;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;

/** Calls of WireMock's own client for Java. Argument: the address of a WireMock server or of the fake server. */
public class JavaClient {
  private static final String PATH = "/api/v3/nothing";
  private static final UUID ID = UUID.fromString("6b2c1c5e-6a34-4f0e-9d0e-2f9c1f0a7d11");
  private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static URI base;

  public static void main(String[] arguments) throws Exception {
    base = URI.create(arguments[0]);
    WireMock wireMock = new WireMock(base.getHost(), base.getPort());
    WireMock.configureFor(wireMock);

    run("resetToDefaultMappings", WireMock::resetToDefault);
    show("register", () -> stubFor(post(urlPathEqualTo(PATH)).withId(ID).atPriority(3)
        .withHeader("Authorization", matching("^Bearer .+")).withQueryParam("page", equalTo("2"))
        .withRequestBody(equalToJson("{\"a\":[1,2]}", true, false))
        .withMetadata(Metadata.metadata().attr("owner", "me"))
        .willReturn(aResponse().withStatus(418).withHeader("X-A", "b", "c").withBody("tea").withFixedDelay(2))));
    show("register a scenario", () -> stubFor(get(urlEqualTo(PATH + "/scenario")).inScenario("one")
        .whenScenarioStateIs(Scenario.STARTED).willSetStateTo("two").willReturn(okJson("{\"id\":7}"))));
    show("register with or, not, and a template", () -> stubFor(get(urlPathTemplate(PATH + "/{what}/of"))
        .withPathParam("what", or(equalTo("a"), not(containing("b")))).willReturn(noContent())));
    show("matching request", () -> send("POST", PATH + "?page=2", "{\"a\":[2,1]}"));
    show("unmatched request", () -> send("POST", PATH + "?page=3", "{}").get("status"));
    show("scenario", () -> send("GET", PATH + "/scenario", ""));
    show("template", () -> send("GET", PATH + "/c/of", ""));
    show("listAllStubMappings", () -> listAllStubMappings());
    show("getSingleStubMapping", () -> getSingleStubMapping(ID));
    run("editStub", () -> editStub(post(urlPathEqualTo(PATH)).withId(ID).willReturn(aResponse().withStatus(419))));
    show("findStubsByMetadata", () -> findStubsByMetadata(matchingJsonPath("$.owner", equalTo("me"))));
    run("verify", () -> verify(1, postRequestedFor(urlPathEqualTo(PATH)).withQueryParam("page", equalTo("2"))));
    run("verify that fails", () -> verify(7, postRequestedFor(urlPathEqualTo(PATH))));
    show("findAll", () -> findAll(postRequestedFor(urlPathEqualTo(PATH))));
    show("getAllServeEvents", () -> getAllServeEvents());
    show("findUnmatchedRequests", () -> findUnmatchedRequests());
    show("findNearMissesForAllUnmatched", () -> findNearMissesForAllUnmatched());
    show("findNearMissesFor", () -> findNearMissesFor(getRequestedFor(urlEqualTo(PATH + "/scenarios"))));
    show("getAllScenarios", () -> getAllScenarios());
    run("setScenarioState", () -> setScenarioState("one", "two"));
    run("setScenarioState of no scenario", () -> setScenarioState("none", "two"));
    run("resetScenario", () -> resetScenario("one"));
    run("resetAllScenarios", WireMock::resetAllScenarios);
    show("getSettings", () -> getSettings());
    run("setGlobalFixedDelay", () -> setGlobalFixedDelay(1));
    show("removeServeEvents", () -> wireMock.removeServeEvents(getRequestedFor(urlEqualTo(PATH + "/scenario"))));
    run("removeEventsByStubMetadata", () -> removeEventsByStubMetadata(matchingJsonPath("$.owner")));
    run("removeStub", () -> removeStub(get(urlEqualTo(PATH + "/scenario"))));
    run("removeStubMapping", () -> wireMock.removeStubMapping(ID));
    show("importStubs", () -> { importStubs(StubImport.stubImport().stub(get("/imported").willReturn(ok())).deleteAllExistingStubsNotInImport()); return 1; });
    show("listAllStubMappings after the import", () -> listAllStubMappings());
    show("snapshotRecord", () -> snapshotRecord().size());
    show("getRecordingStatus", () -> getRecordingStatus());
    run("saveAllMappings", WireMock::saveAllMappings);
    run("removeAllMappings", WireMock::removeAllMappings);
    run("resetAllRequests", WireMock::resetAllRequests);
    run("reset", WireMock::reset);
    show("getAllServeEvents at the end", () -> getAllServeEvents());
  }

  private static Map<String, Object> send(String method, String path, String body) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(base.resolve(path)).header("Authorization", "Bearer x")
        .method(method, body.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body)).build();
    HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("status", response.statusCode());
    shown.put("X-A", response.headers().allValues("X-A"));
    shown.put("body", response.body());
    return shown;
  }

  private static void run(String call, Runnable run) {
    show(call, () -> { run.run(); return "done"; });
  }

  private static void show(String call, Callable<?> run) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("call", call);
    try {
      line.put("result", run.call());
    } catch (Throwable error) {
      line.put("error", error.getClass().getSimpleName());
      line.put("message", String.valueOf(error.getMessage()).lines().findFirst().orElse(""));
    }
    System.out.println(Json.write(line).replaceAll("\\r?\\n\\s*", ""));
  }
}
