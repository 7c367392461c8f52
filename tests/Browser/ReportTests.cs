namespace Browser;

/// <summary>The report in a real browser.</summary>
public sealed class ReportTests(ChromiumBrowser browser) : IClassFixture<ChromiumBrowser>
{
    [Fact]
    public async Task Filters_hide_files()
    {
        var page = await browser.OpenAsync(SampleRide.CreateReport());
        var files = page.Locator("details.file:visible .path");
        Assert.Equal(["bad.gpx", "good.gpx"], await files.AllTextContentsAsync());

        await page.Locator("[type=search]").FillAsync("GOOD");
        Assert.Equal(["good.gpx"], await files.AllTextContentsAsync());
        Assert.Equal("1 of 2 files", await page.Locator(".filter output").TextContentAsync());

        await page.Locator("[type=search]").FillAsync("");
        await page.GetByLabel("Errors").UncheckAsync();
        Assert.Equal(["good.gpx"], await files.AllTextContentsAsync());
        Assert.Empty(browser.Problems);
    }

    [Fact]
    public async Task Number_of_files_shows_the_files_that_break_a_rule()
    {
        var page = await browser.OpenAsync(SampleRide.CreateReport());

        await page.Locator("[data-show] button").First.ClickAsync();

        Assert.Equal(["bad.gpx"], await page.Locator("details.file:visible .path").AllTextContentsAsync());
        Assert.Empty(browser.Problems);
    }

    [Fact]
    public async Task Report_without_script_shows_everything()
    {
        var page = await browser.OpenAsync(SampleRide.CreateReport(), new() { JavaScriptEnabled = false });

        Assert.False(await page.Locator(".filter").IsVisibleAsync());
        Assert.Equal(2, await page.Locator("details.file:visible").CountAsync());
    }
}
