using System.Management.Automation;
using System.Security;
using StravaTools.Client.Authorization;
using StravaTools.Client.Decathlon;
using StravaTools.PowerShell.Pipeline;

namespace StravaTools.PowerShell;

/// <summary>Logs in to Decathlon, and keeps the tokens for the other cmdlets.</summary>
[Cmdlet(VerbsCommunications.Connect, "Decathlon", DefaultParameterSetName = ListenSet)]
[OutputType(typeof(DecathlonConnection), ParameterSetName = [ListenSet, FinishSet])]
[OutputType(typeof(AuthorizationRequest), ParameterSetName = [BeginSet])]
public sealed class ConnectDecathlonCommand : AsyncCmdlet
{
    private const string ListenSet = "Listen";
    private const string BeginSet = "Begin";
    private const string FinishSet = "Finish";
    private readonly Logins _logins = new();

    /// <summary>The id of the application, as Decathlon gave it.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ListenSet)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = BeginSet)]
    [ValidateNotNullOrEmpty]
    public string ClientId { get; set; } = "";

    /// <summary>The secret of the application, if Decathlon gave it one.</summary>
    [Parameter(ParameterSetName = ListenSet)]
    [Parameter(ParameterSetName = BeginSet)]
    [ValidateNotNull]
    public SecureString? ClientSecret { get; set; }

    /// <summary>What to ask permission for.</summary>
    [Parameter(ParameterSetName = ListenSet)]
    [Parameter(ParameterSetName = BeginSet)]
    [ValidateNotNullOrEmpty]
    public string Scope { get; set; } = DecathlonLogin.DefaultScope;

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

    /// <summary>Where the browser is sent after the login, as registered with Decathlon.</summary>
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

    /// <summary>The server; else the environment variable DECATHLON_BASE_URI, else Decathlon.</summary>
    [Parameter]
    [ValidateNotNull]
    public Uri? BaseUri { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var login = SetUp(() => _logins.At(BaseUri, Engine));
        if (ParameterSetName == BeginSet)
        {
            WriteObject(Begin(login, RedirectUri));
            return;
        }

        SetUp(() =>
        {
            RunAsync(cancellationToken => ConnectAsync(login, cancellationToken));
            return login;
        });
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _logins.Dispose();
    }

    private async Task ConnectAsync(DecathlonLogin login, CancellationToken cancellationToken)
    {
        var connection = ParameterSetName == FinishSet
            ? await login.FinishAsync(Authorization!, RedirectedUrl!, cancellationToken)
            : await login.ListenAsync(uri => Begin(login, uri), Show, Port, TimeSpan.FromSeconds(TimeoutSeconds), cancellationToken);
        Engine.WriteObject(connection);
    }

    private AuthorizationRequest Begin(DecathlonLogin login, Uri redirectUri) =>
        login.Begin(ClientId, Given.Secret(ClientSecret, variable: null), redirectUri, Scope);

    private void Show(Uri url)
    {
        Engine.WriteHost($"Log in to Decathlon in a browser on this machine: {url.AbsoluteUri}");
        if (!NoBrowser)
        {
            Logins.OpenBrowser(url);
        }
    }
}
