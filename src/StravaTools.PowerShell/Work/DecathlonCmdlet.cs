using System.Management.Automation;
using System.Security;
using StravaTools.Decathlon;
using StravaTools.Http.Transport;
using StravaTools.PowerShell.Parameters;
using StravaTools.PowerShell.Pipeline;

namespace StravaTools.PowerShell.Work;

/// <summary>A cmdlet that talks to Decathlon: whom it talks to, for which application, and as whom.</summary>
public abstract class DecathlonCmdlet : AsyncCmdlet
{
    private HttpClient? _http;
    private DecathlonClient? _client;

    /// <summary>The application's API key; else the environment variable DECATHLON_API_KEY.</summary>
    [Parameter]
    [ValidateNotNull]
    public SecureString? ApiKey { get; set; }

    /// <summary>The access token; else the environment variable DECATHLON_ACCESS_TOKEN, else what Connect-Decathlon has kept.</summary>
    [Parameter]
    [ValidateNotNull]
    public SecureString? AccessToken { get; set; }

    /// <summary>The server; else the environment variable DECATHLON_BASE_URI, else Decathlon.</summary>
    [Parameter]
    [ValidateNotNull]
    public Uri? BaseUri { get; set; }

    private protected DecathlonClient Client => _client ?? throw new InvalidOperationException("BeginProcessing makes it.");

    /// <summary>Makes the client, so that a missing key or token ends the call before anything is read.</summary>
    protected override void BeginProcessing() => _client = CreateOrThrow(CreateClient);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _http?.Dispose();
    }

    private DecathlonClient CreateClient()
    {
        _http = ApiHttp.CreateClient();
        var connection = new DecathlonConnection
        {
            BaseUri = BaseUri,
            ApiKey = GivenValues.Secret(ApiKey),
            AccessToken = GivenValues.Secret(AccessToken),
            RequestCompleted = request => Engine.WriteVerbose(request.ToString()),
        };
        return connection.CreateClient(_http);
    }
}
