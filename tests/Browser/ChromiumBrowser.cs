using System.Text;
using Microsoft.Playwright;

namespace Browser;

/// <summary>One headless Chromium for a test class. Its tests are skipped if Chromium is not installed.</summary>
public sealed class ChromiumBrowser : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("stravatools-browser-").FullName;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>Opens a page from the disk, as a user does, and fails the test for every request, error, and policy violation.</summary>
    public async Task<IPage> OpenAsync(string html, BrowserNewContextOptions? options = null)
    {
        RequiredTool.OnPath("chromium");
        _playwright ??= await Playwright.CreateAsync();
        _browser ??= await _playwright.Chromium.LaunchAsync(
            new() { ExecutablePath = FindProgram(), Args = ["--no-sandbox", "--disable-gpu"] });
        var path = Path.Combine(_folder, $"{Guid.NewGuid():N}.html");
        await File.WriteAllTextAsync(path, html, Encoding.UTF8, TestContext.Current.CancellationToken);
        var context = await _browser.NewContextAsync(options ?? new() { ViewportSize = new() { Width = 1280, Height = 900 } });
        var page = await context.NewPageAsync();
        page.PageError += (_, error) => Problems.Add(error);
        page.Console += (_, message) => AddMessage(message);
        page.Request += (_, request) => AddRequest(request, path);
        await page.GotoAsync(new Uri(path).AbsoluteUri);
        return page;
    }

    /// <summary>What must not happen: script errors, messages on the console, and requests other than for the page.</summary>
    public IList<string> Problems { get; } = [];

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static string FindProgram() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, "chromium")).First(File.Exists);

    private void AddMessage(IConsoleMessage message)
    {
        if (message.Type is "error" or "warning")
        {
            Problems.Add(message.Text);
        }
    }

    private void AddRequest(IRequest request, string path)
    {
        if (request.Url != new Uri(path).AbsoluteUri)
        {
            Problems.Add($"The page requested {request.Url}.");
        }
    }
}
