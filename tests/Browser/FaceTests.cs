using System.Net.Http.Headers;
using Microsoft.Playwright;
using StravaTools.FakeStrava;
using StravaTools.FakeStrava.Options;
using static Microsoft.Playwright.Assertions;

namespace Browser;

/// <summary>The page of the fake server in a real browser.</summary>
public sealed class FaceTests(ChromiumBrowser browser) : IClassFixture<ChromiumBrowser>
{
    private const string Gpx = """
        <gpx version="1.1" creator="test" xmlns="http://www.topografix.com/GPX/1/1"><trk><name>&lt;b&gt;walk</name><trkseg>
        <trkpt lat="46.0" lon="6.0"><ele>400</ele><time>2025-05-02T07:00:00Z</time></trkpt>
        <trkpt lat="46.001" lon="6.0"><ele>402</ele><time>2025-05-02T07:01:00Z</time></trkpt></trkseg></trk></gpx>
        """;

    private static CancellationToken End => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Buttons_control_the_fake_with_and_without_a_script(bool hasScript)
    {
        await using var fake = await FakeStravaServer.StartAsync(new FakeStravaOptions { Processing = ProcessingPolicy.Held }, End);
        using var http = CreateClient(fake);
        await UploadAsync(http, "first.gpx");
        await UploadAsync(http, "second.gpx");
        var page = await browser.OpenServerAsync(fake.BaseUri, new() { JavaScriptEnabled = hasScript });

        await PressAsync(page, "#uploads tr:has-text('first.gpx')", "Complete", "#uploads", "Your activity is ready.");
        await page.GetByLabel("Error").SelectOptionAsync("timeMissing");
        await PressAsync(page, "#uploads tr:has-text('second.gpx')", "Fail", "#uploads", "Time information is missing from file.");
        await page.GetByLabel("Fail").SelectOptionAsync("Next poll");
        await page.GetByLabel("after it took effect").CheckAsync();
        await PressAsync(page, "#faults", "429", "#ordered", "429 for getUpload, 1 left");
        await PressAsync(page, "#clock", "+ 6 hours", "#clock", "Running, but not the real time");
        await PressAsync(page, "#clock", "Stop", "#clock", "Stopped");
        await PressAsync(page, "#limits", "Two left", "#limits", "198 of 200");
        await page.GetByLabel("Name of the snapshot").FillAsync("before");
        await PressAsync(page, "#snapshots", "Save", "#saved", "before");

        Assert.Equal(["Your activity is ready.", "There was an error processing your activity."], fake.Uploads.Select(u => u.Status));
        Assert.True(Assert.Single(fake.Faults) is { Status: 429, Operation: "getUpload", TakesEffect: true });
        Assert.True(fake.Clock is { IsFrozen: true } clock && clock.Now - DateTimeOffset.UtcNow > TimeSpan.FromHours(5.9));
        await page.Locator("#activities a").ClickAsync();
        Assert.EndsWith($"/activities/{Assert.Single(fake.Activities).Id}", page.Url, StringComparison.Ordinal);
        Assert.Empty(browser.Problems);
    }

    [Fact]
    public async Task New_requests_appear_and_texts_are_not_markup()
    {
        await using var fake = await FakeStravaServer.StartAsync(cancellationToken: End);
        var page = await browser.OpenServerAsync(fake.BaseUri);
        using var http = CreateClient(fake);

        using var answer = await http.GetAsync(new Uri("api/v3/athlete?q=<script>alert(1)</script>", UriKind.Relative), End);
        await UploadAsync(http, "<img src=x onerror=alert(1)>.gpx");

        await Expect(page.Locator("#journal tbody tr")).ToHaveCountAsync(2);
        await Expect(page.Locator("#uploads")).ToContainTextAsync("<img src=x onerror=alert(1)>.gpx");
        await page.GetByRole(AriaRole.Link, new() { Name = "/api/v3/uploads" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Response 201" })).ToBeVisibleAsync();
        Assert.Equal(0, await page.Locator("main :is(script, img)").CountAsync());
        Assert.Empty(browser.Problems);
    }

    [Fact]
    public async Task Page_of_another_site_cannot_press_a_button()
    {
        await using var fake = await FakeStravaServer.StartAsync(cancellationToken: End);
        var page = await browser.OpenServerAsync(fake.BaseUri);
        await page.RouteAsync("http://attacker.example/**", route => route.FulfillAsync(new()
        {
            ContentType = "text/html",
            Body = $"""
                <form method="post" action="{fake.BaseUri}__admin/face/clock/advance">
                <input name="by" value="PT6H"><button>Go</button></form>
                """,
        }));
        await page.GotoAsync("http://attacker.example/");

        var response = await page.RunAndWaitForResponseAsync(
            () => page.GetByRole(AriaRole.Button).ClickAsync(), sent => sent.Request.Method == "POST");

        Assert.Equal((403, true), (response.Status, fake.Clock.IsReal));
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1280, "rgb(246, 245, 242)")]
    [InlineData(ColorScheme.Dark, 390, "rgb(20, 20, 19)")]
    public async Task Page_fits_the_window_in_light_and_dark(ColorScheme scheme, int width, string background)
    {
        await using var fake = await FakeStravaServer.StartAsync(cancellationToken: End);
        using var http = CreateClient(fake);
        await UploadAsync(http, "walk.gpx");
        var options = new BrowserNewContextOptions { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 800 } };

        var page = await browser.OpenServerAsync(fake.BaseUri, options);

        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        Assert.Equal(background, await page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor"));
    }

    /// <summary>Presses a button, and waits for its effect on the page.</summary>
    private static async Task PressAsync(IPage page, string place, string button, string part, string effect)
    {
        await page.Locator(place).GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
        await Expect(page.Locator(part)).ToContainTextAsync(effect);
    }

    private static HttpClient CreateClient(FakeStravaServer fake)
    {
        var http = new HttpClient { BaseAddress = fake.BaseUri };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", fake.AccessToken);
        return http;
    }

    private static async Task UploadAsync(HttpClient http, string name)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent("gpx"), "data_type" },
            { new StringContent(Gpx), "file", name },
        };
        using var answer = await http.PostAsync(new Uri("api/v3/uploads", UriKind.Relative), form, End);
        answer.EnsureSuccessStatusCode();
    }
}
