using System.Management.Automation;
using System.Security;
using StravaTools.Decathlon;
using StravaTools.Http.Errors;
using StravaTools.Http.Transport;
using StravaTools.PowerShell.Parameters;
using StravaTools.PowerShell.Pipeline;

namespace StravaTools.PowerShell.Work;

/// <summary>A cmdlet that uses Decathlon's API: the server, the application, and the user.</summary>
public abstract class DecathlonCmdlet : AsyncCmdlet
{
    private HttpClient? _http;
    private DecathlonClient? _client;

    /// <summary>The application's API key. Default: the environment variable DECATHLON_API_KEY.</summary>
    [Parameter]
    [ValidateNotNull]
    public SecureString? ApiKey { get; set; }

    /// <summary>The access token. Default: the environment variable DECATHLON_ACCESS_TOKEN, or the login of Connect-Decathlon.</summary>
    [Parameter]
    [ValidateNotNull]
    public SecureString? AccessToken { get; set; }

    /// <summary>The server. Default: the environment variable DECATHLON_BASE_URI, or Decathlon.</summary>
    [Parameter]
    [ValidateNotNull]
    public Uri? BaseUri { get; set; }

    private protected DecathlonClient Client => _client ?? throw new InvalidOperationException("BeginProcessing creates it.");

    /// <summary>Creates the client, so that a missing key or token is reported before anything is read. -WhatIf needs neither.</summary>
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
            RequestCompleted = request => Engine.WriteRequest(request),
        };
        try
        {
            return connection.CreateClient(_http);
        }
        catch (ApiException e) when (IsMissing(e.Error) && SwitchValues.IsWhatIf(this))
        {
            var options = new DecathlonClientOptions { BaseUri = connection.CreateLogin(_http).Server, ApiKey = "-WhatIf" };
            return new DecathlonClient(_http, new NoAccessToken(e.Error), options);
        }
    }

    private static bool IsMissing(ErrorDescriptor error) =>
        error == DecathlonErrors.NoDecathlonApiKey || error == DecathlonErrors.DecathlonNotConnected;
}
