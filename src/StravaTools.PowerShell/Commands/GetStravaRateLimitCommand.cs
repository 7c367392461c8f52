using System.Management.Automation;
using StravaTools.Client;
using StravaTools.Client.Athletes;
using StravaTools.Http.Errors;
using StravaTools.PowerShell.Pipeline;
using StravaTools.PowerShell.Work;

namespace StravaTools.PowerShell.Commands;

/// <summary>Gets the application's rate limits and their usage.</summary>
[Cmdlet(VerbsCommon.Get, "StravaRateLimit", HelpUri = HelpPages.Root + "Get-StravaRateLimit.md")]
[OutputType(typeof(StravaRateLimit))]
public sealed class GetStravaRateLimitCommand : StravaCmdlet
{
    /// <inheritdoc/>
    protected override void ProcessRecord() => RunAsync(GetRateLimitAsync);

    /// <summary>
    /// Requests the athlete, which is a small response. Strava reports the limits with every response, even when it refuses a request
    /// because of them.
    /// </summary>
    private async Task GetRateLimitAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Client.GetAthleteAsync(cancellationToken);
        }
        catch (ApiException e) when (e.Error != StravaErrors.RateLimited || Client.RateLimit is null)
        {
            Engine.WriteError(ErrorRecords.CreateRecord(e, Client.BaseUri));
            return;
        }
        catch (ApiException e)
        {
            Engine.WriteWarning(e.Message);
        }

        if (Client.RateLimit is not { } limit)
        {
            Engine.WriteWarning($"{Client.BaseUri} did not report any rate limits.");
            return;
        }

        Engine.WriteObject(limit);
    }
}
