using System.Net;
using StravaTools.FakeStrava.Options;
using StravaTools.FakeStrava.Tests.Support;

namespace StravaTools.FakeStrava.Tests.Face;

/// <summary>The page without a browser: who may see it, and who may press its buttons.</summary>
public class FaceTests : FakeStravaTest
{
    [Fact]
    public async Task Browsers_are_led_to_the_page_which_no_stub_hides_and_no_fault_hits()
    {
        await StartAsync();
        Server.AddFault(new FakeFault { Status = 500 });
        await SendAsync(HttpMethod.Post, "__admin/mappings", new StringContent("""{"response":{"status":418}}"""));

        var root = await BrowseAsync("");
        var page = await BrowseAsync(root.ResponseHeaders.Location!.OriginalString.TrimStart('/'));

        Assert.Equal((HttpStatusCode.Found, HttpStatusCode.OK), (root.Status, page.Status));
        Assert.Contains(Server.AccessToken, page.Body, StringComparison.Ordinal);
        Assert.Empty(Server.Requests);
        Assert.Single(Server.Faults);
    }

    [Fact]
    public async Task Policy_allows_only_files_of_the_fake()
    {
        await StartAsync();

        var page = await BrowseAsync("__admin/face");

        const string Policy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
            + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
        Assert.Equal(Policy, page.Header("Content-Security-Policy"));
        Assert.Equal("no-store", page.Header("Cache-Control"));
    }

    [Fact]
    public async Task Clients_of_the_API_get_the_answer_of_Strava()
    {
        await StartAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync("")).Status);
        Assert.Single(Server.Requests);
    }

    [Fact]
    public async Task Page_is_refused_by_another_name()
    {
        await StartAsync();

        var page = await BrowseAsync("__admin/face", "attacker.example");

        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
        Assert.DoesNotContain(Server.AccessToken, page.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, HttpStatusCode.SeeOther)]
    [InlineData("http://localhost:3000", HttpStatusCode.SeeOther)]
    [InlineData("https://attacker.example", HttpStatusCode.Forbidden)]
    [InlineData("null", HttpStatusCode.Forbidden)]
    public async Task Buttons_work_only_on_pages_of_this_machine(string? origin, HttpStatusCode status)
    {
        await StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Server.BaseUri, "__admin/face/clock/stop"))
        {
            Content = new FormUrlEncodedContent([]),
        };
        request.Headers.TryAddWithoutValidation("Origin", origin);

        var reply = await SendAsync(request);

        Assert.Equal((status, status == HttpStatusCode.SeeOther), (reply.Status, Server.Clock.IsFrozen));
    }

    [Theory]
    [InlineData("clock/advance", "by", "soon", "&#39;soon&#39;")]
    [InlineData("clock/advance", "by", "-PT1H", "must be greater than or equal to")]
    [InlineData("clock/advance", "by", "P99999999D", "too large or too small")]
    [InlineData("limits/leave", "left", "4000000000", "Arithmetic operation")]
    [InlineData("faults/add", "failure", "refused", "refused and expiredCertificate need")]
    [InlineData("faults/add", "failure", "99", "status must be from 200 to 599")]
    [InlineData("faults/remove", "id", "7", "The fault does not exist.")]
    [InlineData("uploads/ready", "id", "7", "The upload is not processing.")]
    [InlineData("uploads/processing", "policy", "soon", "There is no such way of processing.")]
    [InlineData("tokens/expire", "token", "none", "The token does not exist.")]
    [InlineData("snapshots/save", "name", "", "A snapshot needs a name.")]
    [InlineData("snapshots/restore", "name", "none", "The snapshot does not exist.")]
    [InlineData("clock/wind", "", "", "There is no such button.")]
    public async Task Page_shows_why_a_button_does_nothing(string action, string field, string value, string problem)
    {
        await StartAsync();

        var page = await PostAsync($"__admin/face/{action}", (field, value));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains(problem, page.Body.Split("role=\"alert\"")[1].Split("</p>")[0], StringComparison.Ordinal);
        Assert.True(Server.Clock.IsReal);
    }

    [Fact]
    public async Task Buttons_of_limits_stubs_tokens_snapshots_and_faults_work()
    {
        await StartAsync();
        await SendAsync(HttpMethod.Post, "__admin/mappings", new StringContent(
            """{"id":"8b1d1f8e-54c7-4f5c-9d1b-000000000001","request":{"urlPath":"/api/v3/athlete"},"response":{"status":418}}"""));
        await PressAsync("snapshots/save", ("name", "before"));

        await PressAsync("stubs/remove", ("id", "8b1d1f8e-54c7-4f5c-9d1b-000000000001"));
        await PressAsync("limits/leave", ("left", "0"));
        Assert.Equal(HttpStatusCode.TooManyRequests, (await GetAsync("api/v3/athlete")).Status);
        await PressAsync("limits/reset");
        await PressAsync("faults/add", ("operation", "getAthlete"), ("failure", "502"));
        await PressAsync("faults/remove", ("id", "1"));
        Assert.Equal(HttpStatusCode.OK, (await GetAsync("api/v3/athlete")).Status);
        await PressAsync("tokens/revoke", ("token", Server.AccessToken));
        Assert.Equal(HttpStatusCode.Unauthorized, (await GetAsync("api/v3/athlete")).Status);
        await PressAsync("snapshots/restore", ("name", "before"));
        Assert.Equal(HttpStatusCode.OK, (await GetAsync("api/v3/athlete")).Status);
        await PressAsync("requests/clear");
        Assert.Empty(Server.Requests);
    }

    [Fact]
    public async Task Lists_are_bounded_and_requests_can_be_found()
    {
        await StartAsync();
        for (var i = 0; i < 60; i++)
        {
            await GetAsync("api/v3/athlete", "wrong");
        }

        await GetAsync("api/v3/clubs/1");

        Assert.Equal(50, CountRows(await BrowseAsync("__admin/face")));
        Assert.Equal(1, CountRows(await BrowseAsync("__admin/face?find=GETCLUB")));
        Assert.Equal(HttpStatusCode.NotFound, (await BrowseAsync("__admin/face/requests/62")).Status);

        static int CountRows(Reply page) => page.Body.Split("href=\"/__admin/face/requests/").Length - 1;
    }

    [Fact]
    public async Task Request_is_shown_without_secrets_and_as_text()
    {
        await StartAsync();
        await PostAsync("oauth/token?<i>", ("client_secret", "fake-client-secret"), ("grant_type", "<b>"));

        var page = await BrowseAsync("__admin/face/requests/1");

        Assert.Contains("grant_type=%3Cb%3E", page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("<i>", page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("fake-client-secret", page.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("face.css", "text/css")]
    [InlineData("face.js", "text/javascript")]
    [InlineData("face.svg", "image/svg+xml")]
    public async Task Style_script_and_icon_are_files(string file, string type)
    {
        await StartAsync();

        Assert.Equal(type, (await GetAsync($"__admin/{file}")).Headers.ContentType!.MediaType);
    }

    private async Task PressAsync(string action, params (string Name, string Value)[] fields)
    {
        var reply = await PostAsync($"__admin/face/{action}", fields);
        Assert.Equal((HttpStatusCode.SeeOther, $"/__admin/face#{action.Split('/')[0]}"),
            (reply.Status, reply.ResponseHeaders.Location!.OriginalString));
    }

    private Task<Reply> BrowseAsync(string path, string host = "localhost")
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Server.BaseUri, path));
        request.Headers.Host = host;
        request.Headers.Accept.ParseAdd("text/html");
        return SendAsync(request);
    }
}
