using Microsoft.Playwright;

namespace Browser;

/// <summary>The page of an activity in a real browser, used with a real mouse and keyboard.</summary>
public sealed class ActivityPageTests(ChromiumBrowser browser) : IClassFixture<ChromiumBrowser>
{
    [Fact]
    public async Task Cursor_shows_time_distance_and_values_and_a_dot_on_the_route()
    {
        var page = await browser.OpenAsync(SampleRide.CreatePage());

        await MoveToAsync(page, 0.5);

        Assert.Equal("15:00 · 9.00 km", await page.Locator("output.place").TextContentAsync());
        Assert.Equal("490", await page.Locator(".trace.altitude output").TextContentAsync());
        Assert.Equal("36.0", await page.Locator(".trace.speed output").TextContentAsync());
        Assert.True(await page.Locator(".cursor").IsVisibleAsync());
        var (dot, route) = (await BoxAsync(page, ".dot"), await BoxAsync(page, ".route .line"));
        Assert.Equal(route.Y + (route.Height / 2), dot.Y + (dot.Height / 2), 3f);
        await page.Mouse.MoveAsync(1, 1);
        Assert.False(await page.Locator(".cursor").IsVisibleAsync());
        Assert.Empty(browser.Problems);
    }

    [Fact]
    public async Task Drag_selects_a_part_and_shows_its_figures()
    {
        var page = await browser.OpenAsync(SampleRide.CreatePage());

        await DragAsync(page, 0.25, 0.75);

        var figures = await page.Locator(".selection").InnerTextAsync();
        Assert.Contains("15:00", figures, StringComparison.Ordinal);
        Assert.Contains("9.00 km", figures, StringComparison.Ordinal);
        Assert.Contains("90 m", figures, StringComparison.Ordinal);
        Assert.Contains("36.0 km/h", figures, StringComparison.Ordinal);
        var (band, plot) = (await BoxAsync(page, ".band"), await BoxAsync(page, ".lines"));
        Assert.Equal(plot.Width / 2, band.Width, 4f);
        Assert.Matches("^M.*L", await page.Locator(".picked").GetAttributeAsync("d") ?? "");
        await page.Mouse.ClickAsync(plot.X + 10, plot.Y + 10);
        Assert.False(await page.Locator(".selection").IsVisibleAsync());
        Assert.Empty(browser.Problems);
    }

    [Fact]
    public async Task Zoom_shows_the_selection_and_all_shows_everything_again()
    {
        var page = await browser.OpenAsync(SampleRide.CreatePage());
        await DragAsync(page, 0.5, 1);

        await page.GetByText("Zoom in").ClickAsync();

        await MoveToAsync(page, 0);
        Assert.Equal("15:00 · 9.00 km", await page.Locator("output.place").TextContentAsync());
        await page.GetByText("Show all").ClickAsync();
        await MoveToAsync(page, 0);
        Assert.Equal("0:00 · 0 m", await page.Locator("output.place").TextContentAsync());
        Assert.Empty(browser.Problems);
    }

    [Fact]
    public async Task Redrawn_chart_equals_the_chart_of_the_file()
    {
        var page = await browser.OpenAsync(SampleRide.CreatePage());
        var paths = page.Locator(".lines .line, .lines .area");
        var written = await paths.EvaluateAllAsync<string[]>("all => all.map(path => path.getAttribute('d'))");

        await page.GetByRole(AriaRole.Button, new() { Name = "Distance" }).ClickAsync();
        var overDistance = await page.Locator(".axis text").AllTextContentsAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Time" }).ClickAsync();

        Assert.Contains("10 km", overDistance);
        Assert.Equal(written, await paths.EvaluateAllAsync<string[]>("all => all.map(path => path.getAttribute('d'))"));
        Assert.Empty(browser.Problems);
    }

    [Fact]
    public async Task Click_on_a_split_selects_it()
    {
        var page = await browser.OpenAsync(SampleRide.CreatePage());

        await page.Locator("section", new() { HasText = "Splits" }).Locator("tbody tr").Nth(2).ClickAsync();

        var figures = await page.Locator(".selection").InnerTextAsync();
        Assert.Contains("1:40", figures, StringComparison.Ordinal);
        Assert.Contains("1.00 km", figures, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Arrow_keys_move_the_cursor_and_shift_selects()
    {
        var page = await browser.OpenAsync(SampleRide.CreatePage());
        await page.Locator(".stack").FocusAsync();

        await page.Keyboard.PressAsync("Home");
        await page.Keyboard.PressAsync("ArrowRight");
        Assert.Equal("0:18 · 180 m", await page.Locator("output.place").TextContentAsync());
        await page.Keyboard.PressAsync("Shift+ArrowRight");
        Assert.Contains("180 m", await page.Locator(".selection").InnerTextAsync(), StringComparison.Ordinal);
        await page.Keyboard.PressAsync("Escape");
        Assert.False(await page.Locator(".selection").IsVisibleAsync());
    }

    [Theory]
    [InlineData(360)]
    [InlineData(500)]
    [InlineData(820)]
    [InlineData(1280)]
    public async Task Page_has_no_horizontal_scroll_bar(int width)
    {
        var page = await browser.OpenAsync(SampleRide.CreatePage(), new() { ViewportSize = new() { Width = width, Height = 800 } });

        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
    }

    [Fact]
    public async Task Page_is_readable_without_script()
    {
        var page = await browser.OpenAsync(SampleRide.CreatePage(), new() { JavaScriptEnabled = false });

        Assert.True(await page.Locator(".lines .area").IsVisibleAsync());
        Assert.True(await page.Locator(".axis text").First.IsVisibleAsync());
        Assert.False(await page.Locator(".toolbar").IsVisibleAsync());
    }

    [Theory]
    [InlineData(ColorScheme.Light, "rgb(246, 245, 242)")]
    [InlineData(ColorScheme.Dark, "rgb(20, 20, 19)")]
    public async Task Page_follows_the_color_scheme(ColorScheme scheme, string background)
    {
        var page = await browser.OpenAsync(SampleRide.CreatePage(), new() { ColorScheme = scheme });

        Assert.Equal(background, await page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor"));
    }

    private static async Task MoveToAsync(IPage page, double share)
    {
        var plot = await BoxAsync(page, ".lines");
        await page.Mouse.MoveAsync((float)(plot.X + (share * plot.Width)), plot.Y + 20);
    }

    private static async Task DragAsync(IPage page, double from, double to)
    {
        await MoveToAsync(page, from);
        await page.Mouse.DownAsync();
        await MoveToAsync(page, (from + to) / 2);
        await MoveToAsync(page, to);
        await page.Mouse.UpAsync();
    }

    private static async Task<LocatorBoundingBoxResult> BoxAsync(IPage page, string selector) =>
        await page.Locator(selector).First.BoundingBoxAsync() ?? throw new InvalidOperationException($"'{selector}' is not visible.");
}
