using System.Management.Automation;
using StravaTools.Client;
using StravaTools.Http.Authorization;
using StravaTools.Http.Errors;
using StravaTools.PowerShell.Parameters;
using StravaTools.PowerShell.Pipeline;
using StravaTools.PowerShell.Work;

namespace StravaTools.PowerShell.Commands;

/// <summary>Shows where access tokens come from, without the tokens and without a request.</summary>
[Cmdlet(VerbsCommon.Get, "StravaConnection", HelpUri = HelpPages.Root + "Get-StravaConnection.md")]
[OutputType(typeof(StravaConnectionInfo))]
public sealed class GetStravaConnectionCommand : AsyncCmdlet
{
    private readonly Logins _logins = new();

    /// <summary>The server. Default: the environment variable STRAVA_BASE_URI, or Strava.</summary>
    [Parameter]
    [ValidateNotNull]
    public Uri? BaseUri { get; set; }

    /// <summary>The name of the login. Default: all logins, and the token in the environment variable.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProfileCompleter))]
    public string? Profile { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        var login = CreateOrThrow(() => _logins.AtStrava(BaseUri, Profile, Engine));
        if (Profile is not null)
        {
            RunAsync(cancellationToken => WriteLoginAsync(login, isDefault: false, cancellationToken));
            return;
        }

        var connection = new StravaConnection { BaseUri = BaseUri };
        if (connection.UsesTokenVariable)
        {
            WriteObject(new StravaConnectionInfo
            {
                Server = login.Server,
                Source = connection.AccessTokenVariable,
                IsDefault = true,
            });
        }

        RunAsync(cancellationToken => WriteLoginsAsync(login, connection.UsesTokenVariable, cancellationToken));
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _logins.Dispose();
    }

    private async Task WriteLoginsAsync(StravaLogin login, bool isTokenSet, CancellationToken cancellationToken)
    {
        foreach (var profile in login.GetProfiles())
        {
            var isDefault = !isTokenSet && string.Equals(profile, login.Profile, StringComparison.OrdinalIgnoreCase);
            // An empty name selects the login without a name, even if the environment variable is set.
            await WriteLoginAsync(_logins.AtStrava(BaseUri, profile ?? "", Engine), isDefault, cancellationToken);
        }
    }

    private async Task WriteLoginAsync(StravaLogin login, bool isDefault, CancellationToken cancellationToken)
    {
        try
        {
            if (await login.GetConnectionAsync(cancellationToken) is { } connection)
            {
                Engine.WriteObject(Describe(connection, isDefault));
            }
        }
        catch (ApiException e)
        {
            Engine.WriteError(ErrorRecords.CreateRecord(e, login.Profile));
        }
    }

    private static StravaConnectionInfo Describe(OAuthConnection connection, bool isDefault) => new()
    {
        Server = connection.Server,
        Profile = connection.Profile,
        AthleteId = connection.AthleteId,
        ClientId = connection.ClientId,
        Scope = connection.Scope,
        ExpiresAt = connection.ExpiresAt,
        IsRenewable = connection.IsRenewable,
        Source = "Connect-Strava",
        TokenPath = connection.TokenPath,
        IsDefault = isDefault,
    };
}
