using System.Management.Automation;
using System.Security;
using StravaTools.Client;
using StravaTools.Http.Authorization;
using StravaTools.PowerShell.Parameters;
using StravaTools.PowerShell.Work;

namespace StravaTools.PowerShell.Commands;

/// <summary>Logs in to Strava and stores the tokens for the other cmdlets.</summary>
[Cmdlet(VerbsCommunications.Connect, "Strava", DefaultParameterSetName = ListenSet, HelpUri = HelpPages.Root + "Connect-Strava.md")]
[OutputType(typeof(OAuthConnection), ParameterSetName = [ListenSet, FinishSet, RefreshSet])]
[OutputType(typeof(AuthorizationRequest), ParameterSetName = [BeginSet])]
public sealed class ConnectStravaCommand() : ConnectCmdlet("Strava")
{
    /// <summary>The client secret of the application, shown on Strava's API settings page.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = ListenSet)]
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = BeginSet)]
    [Parameter(Position = 1, ParameterSetName = RefreshSet)]
    [ValidateNotNull]
    public SecureString? ClientSecret { get; set; }

    /// <summary>The permissions to request.</summary>
    [Parameter(ParameterSetName = ListenSet)]
    [Parameter(ParameterSetName = BeginSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ScopeCompleter))]
    public string[] Scope { get; set; } = StravaLogin.DefaultScope.Split(',');

    /// <summary>Shows the permission page even if all permissions were granted before.</summary>
    [Parameter(ParameterSetName = ListenSet)]
    [Parameter(ParameterSetName = BeginSet)]
    public SwitchParameter Force { get; set; }

    /// <summary>The name of the login. Default: the environment variable STRAVA_PROFILE, or the login without a name.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProfileCompleter))]
    public string? Profile { get; set; }

    private protected override SecureString? GivenSecret => ClientSecret;

    private protected override bool NeedsSecret => true;

    private protected override OAuthLogin CreateLogin() => Logins.AtStrava(BaseUri, Profile, Engine);

    private protected override AuthorizationRequest BeginAuthorization(OAuthLogin login, Uri redirectUri) =>
        ((StravaLogin)login).BeginAuthorization(
            ClientId, GivenValues.Secret(ClientSecret)!, redirectUri, string.Join(',', Scope), Force);
}
