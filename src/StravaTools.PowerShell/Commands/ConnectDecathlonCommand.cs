using System.Management.Automation;
using System.Security;
using StravaTools.Decathlon;
using StravaTools.Http.Authorization;
using StravaTools.PowerShell.Parameters;
using StravaTools.PowerShell.Work;

namespace StravaTools.PowerShell.Commands;

/// <summary>Logs in to Decathlon and stores the tokens for the other cmdlets.</summary>
[Cmdlet(VerbsCommunications.Connect, "Decathlon", DefaultParameterSetName = ListenSet, HelpUri = HelpPages.Root + "Connect-Decathlon.md")]
[OutputType(typeof(OAuthConnection), ParameterSetName = [ListenSet, FinishSet, RefreshSet])]
[OutputType(typeof(AuthorizationRequest), ParameterSetName = [BeginSet])]
public sealed class ConnectDecathlonCommand() : ConnectCmdlet("Decathlon")
{
    /// <summary>The client secret of the application, if it has one.</summary>
    [Parameter(ParameterSetName = ListenSet)]
    [Parameter(ParameterSetName = BeginSet)]
    [Parameter(ParameterSetName = RefreshSet)]
    [ValidateNotNull]
    public SecureString? ClientSecret { get; set; }

    /// <summary>The permissions to request.</summary>
    [Parameter(ParameterSetName = ListenSet)]
    [Parameter(ParameterSetName = BeginSet)]
    [ValidateNotNullOrEmpty]
    public string Scope { get; set; } = DecathlonLogin.DefaultScope;

    private protected override SecureString? GivenSecret => ClientSecret;

    private protected override bool NeedsSecret => false;

    private protected override OAuthLogin CreateLogin() => Logins.AtDecathlon(BaseUri, Engine);

    private protected override AuthorizationRequest BeginAuthorization(OAuthLogin login, Uri redirectUri) =>
        ((DecathlonLogin)login).BeginAuthorization(ClientId, GivenValues.Secret(ClientSecret), redirectUri, Scope);
}
