using System.Management.Automation;
using StravaTools.Client;
using StravaTools.PowerShell.Pipeline;
using StravaTools.PowerShell.Work;

namespace StravaTools.PowerShell.Commands;

/// <summary>Ends the login of Connect-Strava, on Strava and on this machine.</summary>
[Cmdlet(VerbsCommunications.Disconnect, "Strava", SupportsShouldProcess = true)]
public sealed class DisconnectStravaCommand : AsyncCmdlet
{
    private readonly Logins _logins = new();

    /// <summary>The server; else the environment variable STRAVA_BASE_URI, else Strava.</summary>
    [Parameter]
    [ValidateNotNull]
    public Uri? BaseUri { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing() => CreateOrThrow(() =>
    {
        var login = _logins.AtStrava(BaseUri, Engine);
        if (ShouldProcess(login.Server.ToString(), "End the login and forget its tokens"))
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
            Engine.WriteWarning($"There is no login at {login.Server} to end.");
        }
    }
}
