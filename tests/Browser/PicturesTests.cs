using Microsoft.Playwright;
using StravaTools.Activities;

namespace Browser;

/// <summary>
/// The pictures of the page in the README, made from a sample file. Their bytes depend on the browser and its fonts, so they are not
/// compared: the tests only update them, and check that they exist and stay small.
/// </summary>
public sealed class PicturesTests(ChromiumBrowser browser) : IClassFixture<ChromiumBrowser>
{
    private const int MaxSize = 200_000;

    [Theory]
    [Trait("Category", GeneratedFile.Category)]
    [InlineData(ColorScheme.Light, "page-light.png")]
    [InlineData(ColorScheme.Dark, "page-dark.png")]
    public async Task Picture_of_the_page_exists_and_is_small(ColorScheme scheme, string name)
    {
        var path = RepositoryFolder.PathOf(".github", "images", name);
        if (GeneratedFile.IsUpdating)
        {
            var page = await browser.OpenAsync(
                CreatePage(), new() { ViewportSize = new() { Width = 1200, Height = 800 }, ColorScheme = scheme });
            await page.Locator(".stack").HoverAsync(new() { Position = new() { X = 420, Y = 60 } });
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await page.ScreenshotAsync(new() { Path = path });
        }

        Assert.InRange(new FileInfo(path).Length, 10_000, MaxSize);
    }

    private static string CreatePage()
    {
        var bytes = File.ReadAllBytes(RepositoryFolder.PathOf("module", "samples", "morning-ride.fit"));
        return SampleRide.CreatePage(ActivityFile.FromBytes("morning-ride.fit", bytes));
    }
}
