using System.Management.Automation;
using System.Security;
using StravaTools.Client;
using StravaTools.Http.Errors;
using StravaTools.Http.Transport;
using StravaTools.PowerShell.Parameters;
using StravaTools.PowerShell.Pipeline;

namespace StravaTools.PowerShell.Work;

/// <summary>A cmdlet that uses Strava's API: the server and the athlete.</summary>
public abstract class StravaCmdlet : AsyncCmdlet
{
    private HttpClient? _http;
    private StravaClient? _client;

    /// <summary>The access token. Default: the environment variable STRAVA_ACCESS_TOKEN, or the login of Connect-Strava.</summary>
    [Parameter]
    [ValidateNotNull]
    public SecureString? AccessToken { get; set; }

    /// <summary>The server. Default: the environment variable STRAVA_BASE_URI, or Strava.</summary>
    [Parameter]
    [ValidateNotNull]
    public Uri? BaseUri { get; set; }

    /// <summary>The name of the login. Default: the environment variable STRAVA_PROFILE, or the login without a name.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProfileCompleter))]
    public string? Profile { get; set; }

    /// <summary>Waits for the next rate limit window when Strava refuses a request because of the limit.</summary>
    [Parameter]
    public SwitchParameter WaitForRateLimit { get; set; }

    private protected StravaClient Client => _client ?? throw new InvalidOperationException("BeginProcessing creates it.");

    /// <summary>Creates the client, so that a missing token is reported before anything is read. -WhatIf needs none.</summary>
    protected override void BeginProcessing() => _client = CreateOrThrow(CreateClient);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _http?.Dispose();
    }

    /// <summary>Processes several IDs. An error in one does not stop the others.</summary>
    private protected void ForEach(IEnumerable<long>? ids, Func<long, CancellationToken, Task> work)
    {
        foreach (var id in ids ?? [])
        {
            RunAsync(cancellationToken => work(id, cancellationToken), id);
        }
    }

    private protected void WriteAll<T>(IEnumerable<T> items)
        where T : class
    {
        foreach (var item in items)
        {
            Engine.WriteObject(item);
        }
    }

    private protected async Task WriteAllAsync<T>(IAsyncEnumerable<T> items, CancellationToken cancellationToken)
        where T : class
    {
        await foreach (var item in items.WithCancellation(cancellationToken))
        {
            Engine.WriteObject(item);
        }
    }

    private StravaClient CreateClient()
    {
        _http = ApiHttp.CreateClient();
        var connection = new StravaConnection
        {
            BaseUri = BaseUri,
            AccessToken = GivenValues.Secret(AccessToken),
            Profile = Profile,
            RequestCompleted = request => Engine.WriteRequest(request),
        };
        try
        {
            return connection.CreateClient(_http, WaitForRateLimit,
                limit => _ = RateLimitProgress.ShowAsync(Engine, limit, TimeProvider.System, Stopped));
        }
        catch (ApiException e) when (e.Error == ApiErrors.NoAccessToken && SwitchValues.IsWhatIf(this))
        {
            var options = new StravaClientOptions { BaseUri = connection.CreateLogin(_http).Server };
            return new StravaClient(_http, new NoAccessToken(e.Error), options);
        }
    }
}
