using System.Management.Automation;
using System.Security;
using StravaTools.Client.Authorization;
using StravaTools.Client.Decathlon;
using StravaTools.PowerShell.Pipeline;

namespace StravaTools.PowerShell;

/// <summary>Logs in to Decathlon, and keeps the tokens for the other cmdlets.</summary>
[Cmdlet(VerbsCommunications.Connect, "Decathlon", DefaultParameterSetName = ListenSet)]
[OutputType(typeof(OAuthConnection), ParameterSetName = [ListenSet, FinishSet])]
[OutputType(typeof(AuthorizationRequest), ParameterSetName = [BeginSet])]
public sealed class ConnectDecathlonCommand() : ConnectCmdlet("Decathlon")
{
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

    private protected override OAuthLogin Login() => Logins.AtDecathlon(BaseUri, Engine);

    private protected override AuthorizationRequest Begin(OAuthLogin login, Uri redirectUri) =>
        ((DecathlonLogin)login).Begin(ClientId, Given.Secret(ClientSecret, variable: null), redirectUri, Scope);
}
