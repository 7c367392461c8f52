using System.Management.Automation;
using System.Security;
using StravaTools.Http.Authorization;
using StravaTools.PowerShell.Parameters;
using StravaTools.PowerShell.Pipeline;

namespace StravaTools.PowerShell.Work;

/// <summary>
/// A cmdlet that logs in with OAuth. It waits for the browser, or the user passes the redirected address, or a job a refresh token.
/// </summary>
public abstract class ConnectCmdlet : AsyncCmdlet
{
    private protected const string ListenSet = "Listen";
    private protected const string BeginSet = "Begin";
    private protected const string FinishSet = "Finish";
    private protected const string RefreshSet = "RefreshToken";

    private readonly string _service;

    private protected ConnectCmdlet(string service) => _service = service;

    /// <summary>The client ID of the application.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ListenSet)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = BeginSet)]
    [Parameter(Position = 0, ParameterSetName = RefreshSet)]
    [ValidateNotNullOrEmpty]
    public string ClientId { get; set; } = "";

    /// <summary>The local port that the browser is redirected to; 0 uses any free port.</summary>
    [Parameter(ParameterSetName = ListenSet)]
    [ValidateRange(0, 65535)]
    public int Port { get; set; }

    /// <summary>The maximum number of seconds to wait for the browser.</summary>
    [Parameter(ParameterSetName = ListenSet)]
    [ValidateRange(1, 86400)]
    public int TimeoutSeconds { get; set; } = 300;

    /// <summary>Shows the address without opening a browser.</summary>
    [Parameter(ParameterSetName = ListenSet)]
    public SwitchParameter NoBrowser { get; set; }

    /// <summary>Does not wait for the browser. Emits the address to open; -RedirectedUrl completes the login.</summary>
    [Parameter(Mandatory = true, ParameterSetName = BeginSet)]
    public SwitchParameter NoListener { get; set; }

    /// <summary>The redirect address that is registered for the application.</summary>
    [Parameter(ParameterSetName = BeginSet)]
    [ValidateNotNull]
    public Uri RedirectUri { get; set; } = new("http://127.0.0.1/callback");

    /// <summary>The output of -NoListener.</summary>
    [Parameter(Mandatory = true, ParameterSetName = FinishSet, ValueFromPipeline = true)]
    [ValidateNotNull]
    public AuthorizationRequest? Authorization { get; set; }

    /// <summary>The address of the page that the browser shows after the login.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = FinishSet)]
    [ValidateNotNull]
    public Uri? RedirectedUrl { get; set; }

    /// <summary>A refresh token that was issued to the application. It is used up, so use it once.</summary>
    [Parameter(Mandatory = true, ParameterSetName = RefreshSet, ValueFromPipeline = true)]
    [ValidateNotNull]
    public SecureString? RefreshToken { get; set; }

    /// <summary>The application: the client ID as the user name, and the client secret as the password.</summary>
    [Parameter(ParameterSetName = RefreshSet)]
    [ValidateNotNull]
    public PSCredential? Credential { get; set; }

    /// <summary>The server. Default: the service's environment variable, or the service.</summary>
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

    /// <summary>The specified client secret.</summary>
    private protected abstract SecureString? GivenSecret { get; }

    /// <summary>Whether each application of the service has a secret.</summary>
    private protected abstract bool NeedsSecret { get; }

    private protected abstract OAuthLogin CreateLogin();

    private protected abstract AuthorizationRequest BeginAuthorization(OAuthLogin login, Uri redirectUri);

    private async Task ConnectAsync(OAuthLogin login, CancellationToken cancellationToken)
    {
        if (ParameterSetName == RefreshSet)
        {
            Engine.WriteObject(await RefreshAsync(login, cancellationToken));
            return;
        }

        if (ParameterSetName == FinishSet)
        {
            Engine.WriteObject(await login.FinishAsync(Authorization!, RedirectedUrl!, cancellationToken));
            return;
        }

        var timeout = TimeSpan.FromSeconds(TimeoutSeconds);
        Engine.WriteObject(await login.ListenAsync(uri => BeginAuthorization(login, uri), ShowAddress, Port, timeout, cancellationToken));
    }

    private Task<OAuthConnection> RefreshAsync(OAuthLogin login, CancellationToken cancellationToken)
    {
        var settings = new MachineSettings(_service);
        var given = ClientId.Length > 0 ? ClientId : Credential?.UserName;
        var clientId = given ?? settings.Require("client ID", "CLIENT_ID");
        var secret = GivenValues.Secret(GivenSecret) ?? GivenValues.Secret(Credential?.Password) ?? settings.Find("CLIENT_SECRET");
        if (secret is null && NeedsSecret)
        {
            throw settings.Missing("client secret", "CLIENT_SECRET");
        }

        return login.ConnectAsync(clientId, secret, GivenValues.Secret(RefreshToken)!.Trim(), cancellationToken);
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
