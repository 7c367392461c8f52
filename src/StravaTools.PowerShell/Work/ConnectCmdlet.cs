using System.Management.Automation;
using StravaTools.Http.Authorization;
using StravaTools.PowerShell.Pipeline;

namespace StravaTools.PowerShell.Work;

/// <summary>A cmdlet that logs in by OAuth: it waits for the browser, or the answer is brought back by hand.</summary>
public abstract class ConnectCmdlet : AsyncCmdlet
{
    private protected const string ListenSet = "Listen";
    private protected const string BeginSet = "Begin";
    private protected const string FinishSet = "Finish";

    private readonly string _service;

    private protected ConnectCmdlet(string service) => _service = service;

    /// <summary>The id of the application.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ListenSet)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = BeginSet)]
    [ValidateNotNullOrEmpty]
    public string ClientId { get; set; } = "";

    /// <summary>The port of this machine that the browser comes back to; 0 takes a free one.</summary>
    [Parameter(ParameterSetName = ListenSet)]
    [ValidateRange(0, 65535)]
    public int Port { get; set; }

    /// <summary>How long to wait for the browser.</summary>
    [Parameter(ParameterSetName = ListenSet)]
    [ValidateRange(1, 86400)]
    public int TimeoutSeconds { get; set; } = 300;

    /// <summary>Show the address only; open no browser.</summary>
    [Parameter(ParameterSetName = ListenSet)]
    public SwitchParameter NoBrowser { get; set; }

    /// <summary>Do not wait for the browser: emit where to go, and end the login with -RedirectedUrl.</summary>
    [Parameter(Mandatory = true, ParameterSetName = BeginSet)]
    public SwitchParameter NoListener { get; set; }

    /// <summary>Where the browser is sent after the login, as the application is registered.</summary>
    [Parameter(ParameterSetName = BeginSet)]
    [ValidateNotNull]
    public Uri RedirectUri { get; set; } = new("http://127.0.0.1/callback");

    /// <summary>What -NoListener emitted.</summary>
    [Parameter(Mandatory = true, ParameterSetName = FinishSet, ValueFromPipeline = true)]
    [ValidateNotNull]
    public AuthorizationRequest? Authorization { get; set; }

    /// <summary>The address that the browser shows after the login.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = FinishSet)]
    [ValidateNotNull]
    public Uri? RedirectedUrl { get; set; }

    /// <summary>The server; else the service's environment variable, else the service.</summary>
    [Parameter]
    [ValidateNotNull]
    public Uri? BaseUri { get; set; }

    private protected Logins Logins { get; } = new();

    /// <inheritdoc/>
    protected override void ProcessRecord() => CreateOrThrow(() =>
    {
        var login = CreateLogin();
        if (ParameterSetName == BeginSet)
        {
            WriteObject(BeginAuthorization(login, RedirectUri));
        }
        else
        {
            RunAsync(cancellationToken => ConnectAsync(login, cancellationToken));
        }

        return login;
    });

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        Logins.Dispose();
    }

    private protected abstract OAuthLogin CreateLogin();

    private protected abstract AuthorizationRequest BeginAuthorization(OAuthLogin login, Uri redirectUri);

    private async Task ConnectAsync(OAuthLogin login, CancellationToken cancellationToken)
    {
        var connection = ParameterSetName == FinishSet
            ? await login.FinishAsync(Authorization!, RedirectedUrl!, cancellationToken)
            : await login.ListenAsync(uri => BeginAuthorization(login, uri), ShowAddress, Port, TimeSpan.FromSeconds(TimeoutSeconds), cancellationToken);
        Engine.WriteObject(connection);
    }

    private void ShowAddress(Uri url)
    {
        Engine.WriteHost($"Log in to {_service} in a browser on this machine: {url.AbsoluteUri}");
        if (!NoBrowser)
        {
            Logins.OpenBrowser(url);
        }
    }
}
