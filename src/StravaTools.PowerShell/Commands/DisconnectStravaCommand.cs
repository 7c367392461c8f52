using System.Management.Automation;
using StravaTools.Client;
using StravaTools.PowerShell.Parameters;
using StravaTools.PowerShell.Pipeline;
using StravaTools.PowerShell.Work;

namespace StravaTools.PowerShell.Commands;

/// <summary>Revokes the application's access and deletes the tokens of Connect-Strava.</summary>
[Cmdlet(VerbsCommunications.Disconnect, "Strava", SupportsShouldProcess = true, HelpUri = HelpPages.Root + "Disconnect-Strava.md")]
public sealed class DisconnectStravaCommand : AsyncCmdlet
{
    private readonly Logins _logins = new();

    /// <summary>The server. Default: the environment variable STRAVA_BASE_URI, or Strava.</summary>
    [Parameter]
    [ValidateNotNull]
    public Uri? BaseUri { get; set; }

    /// <summary>The name of the login. Default: the environment variable STRAVA_PROFILE, or the login without a name.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProfileCompleter))]
    public string? Profile { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing() => CreateOrThrow(() =>
    {
        var login = _logins.AtStrava(BaseUri, Profile, Engine);
        if (ShouldProcess(Describe(login), "Revoke access and delete the stored tokens"))
        {
            RunAsync(cancellationToken => DisconnectAsync(login, cancellationToken));
        }

        return login;
    });

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _logins.Dispose();
    }

    private async Task DisconnectAsync(StravaLogin login, CancellationToken cancellationToken)
    {
        if (!await login.DisconnectAsync(cancellationToken))
        {
            Engine.WriteWarning($"There is no login at {Describe(login)}.");
        }
    }

    private static string Describe(StravaLogin login)
    {
        if (login.Profile is { } profile)
        {
            return $"{login.Server} with the profile {profile}";
        }

        return login.Server.ToString();
    }
}
