using System.Net;
using StravaTools.FakeStrava.Options;

namespace StravaTools.FakeStrava.Tests;

/// <summary>Strava as announced for June 2027 (field-notes.md, 7.1 and 7.2).</summary>
public sealed class RootApiTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("GET", "athlete", true, 200)]
    [InlineData("GET", "athlete", false, 401)]
    [InlineData("GET", "athlete?access_token=TOKEN", false, 401)]
    [InlineData("GET", "athlete/activities", true, 200)]
    [InlineData("GET", "activities/5", true, 404)]
    [InlineData("GET", "clubs/1", true, 404)]
    [InlineData("GET", "routes/12345", true, 200)]
    [InlineData("GET", "segment_efforts", true, 400)]
    [InlineData("GET", "push_subscriptions?client_id=1&client_secret=fake-client-secret", false, 200)]
    [InlineData("POST", "activities", true, 400)]
    [InlineData("POST", "uploads", true, 400)]
    [InlineData("GET", "api/v3/athlete", true, 308)]
    [InlineData("POST", "oauth/deauthorize", true, 404)]
    [InlineData("GET", "settings/api", false, 200)]
    [InlineData("GET", "sportstrackingdata/v2/activities/1", true, 403)]
    public async Task API_is_at_the_root(string method, string path, bool hasToken, int status)
    {
        var options = new FakeStravaOptions { ApiAtRoot = true, Routes = [new FakeRoute()] };
        await using var fake = await FakeStravaServer.StartAsync(options, Cancellation);
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        var address = new Uri(fake.BaseUri, path.Replace("TOKEN", fake.AccessToken, StringComparison.Ordinal));
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        if (hasToken)
        {
            request.Headers.Authorization = new("Bearer", fake.AccessToken);
        }

        using var response = await http.SendAsync(request, Cancellation);

        Assert.Equal((HttpStatusCode)status, response.StatusCode);
        if (status == 308)
        {
            Assert.Equal(new Uri(fake.BaseUri, "athlete"), response.Headers.Location);
        }
    }

    [Fact]
    public async Task Addresses_in_responses_begin_with_the_public_address()
    {
        var options = new FakeStravaOptions { ApiAtRoot = true, IsPartner = true, PublicUri = new Uri("https://www.strava.com") };
        await using var fake = await FakeStravaServer.StartAsync(options, Cancellation);
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new("Bearer", fake.AccessToken);
        using var form = new FormUrlEncodedContent([new("name", "a"), new("sport_type", "Run"), new("elapsed_time", "60"),
            new("start_date_local", "2026-01-05T06:00:00Z")]);
        using var created = await http.PostAsync(new Uri(fake.BaseUri, "activities"), form, Cancellation);

        Assert.True(fake.BaseUri.IsLoopback);
        var activity = await created.Content.ReadAsStringAsync(Cancellation);
        Assert.Contains("\"uri\":\"https://www.strava.com/", activity, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://www.strava.com/api")]
    [InlineData("ftp://www.strava.com/")]
    public async Task Public_address_is_the_root_of_a_server(string address) => await Assert.ThrowsAsync<ArgumentException>(
        () => FakeStravaServer.StartAsync(new FakeStravaOptions { PublicUri = new Uri(address) }, Cancellation));

    [Fact]
    public async Task Page_and_API_of_an_activity_have_the_same_path()
    {
        await using var fake = await FakeStravaServer.StartAsync(new FakeStravaOptions { ApiAtRoot = true }, Cancellation);
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new("Bearer", fake.AccessToken);
        using var form = new FormUrlEncodedContent([new("name", "a"), new("sport_type", "Run"), new("elapsed_time", "60"),
            new("start_date_local", "2026-01-05T06:00:00Z")]);
        using var created = await http.PostAsync(new Uri(fake.BaseUri, "activities"), form, Cancellation);
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        var address = new Uri(fake.BaseUri, $"activities/{Assert.Single(fake.Activities).Id}");
        using var resource = await http.GetAsync(address, Cancellation);
        http.DefaultRequestHeaders.Authorization = null;
        using var page = await http.GetAsync(address, Cancellation);

        Assert.Equal("application/json", resource.Content.Headers.ContentType!.MediaType);
        Assert.Equal("text/html", page.Content.Headers.ContentType!.MediaType);
    }
}
