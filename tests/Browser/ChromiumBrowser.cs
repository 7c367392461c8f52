using System.Text;
using Microsoft.Playwright;

namespace Browser;

/// <summary>One headless Chromium for a test class. Its tests are skipped if Chromium is not installed.</summary>
public sealed class ChromiumBrowser : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("stravatools-browser-").FullName;
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private IBrowserContext? _context;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>Opens a page from the disk, as a user does, and fails the test for every request, error, and policy violation.</summary>
    public async Task<IPage> OpenAsync(string html, BrowserNewContextOptions? options = null)
    {
        RequiredTool.OnPath("chromium");
        var path = Path.Combine(_folder, $"{Guid.NewGuid():N}.html");
        await File.WriteAllTextAsync(path, html, Encoding.UTF8, TestContext.Current.CancellationToken);
        var address = new Uri(path).AbsoluteUri;
        return await OpenAsync(address, request => request == address, options);
    }

    /// <summary>Opens a page of a server, which requests nothing of other servers.</summary>
    public Task<IPage> OpenServerAsync(Uri server, BrowserNewContextOptions? options = null)
    {
        RequiredTool.OnPath("chromium");
        return OpenAsync(server.AbsoluteUri, request => request.StartsWith(server.AbsoluteUri, StringComparison.Ordinal), options);
    }

    /// <summary>Closes the page of the previous test, which could still send requests.</summary>
    private async Task CloseAsync()
    {
        if (_context is not null)
        {
            await _context.CloseAsync();
        }

        Problems.Clear();
    }

    private async Task<IPage> OpenAsync(string address, Predicate<string> isAllowed, BrowserNewContextOptions? options)
    {
        _playwright ??= await Playwright.CreateAsync();
        _browser ??= await _playwright.Chromium.LaunchAsync(
            new() { ExecutablePath = FindProgram(), Args = ["--no-sandbox", "--disable-gpu"] });
        await CloseAsync();
        _context = await _browser.NewContextAsync(options ?? new() { ViewportSize = new() { Width = 1280, Height = 900 } });
        var page = await _context.NewPageAsync();
        page.PageError += (_, error) => Problems.Add(error);
        page.Console += (_, message) => AddMessage(message);
        page.Request += (_, request) => AddRequest(request.Url, isAllowed);
        await page.GotoAsync(address);
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

    private void AddRequest(string address, Predicate<string> isAllowed)
    {
        if (!isAllowed(address))
        {
            Problems.Add($"The page requested {address}.");
        }
    }
}
