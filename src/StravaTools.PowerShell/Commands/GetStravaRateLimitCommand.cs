using System.Management.Automation;
using StravaTools.Client;
using StravaTools.Client.Athletes;
using StravaTools.Http.Errors;
using StravaTools.PowerShell.Pipeline;
using StravaTools.PowerShell.Work;

namespace StravaTools.PowerShell.Commands;

/// <summary>Tells how much of the application's rate limits is used up.</summary>
[Cmdlet(VerbsCommon.Get, "StravaRateLimit")]
[OutputType(typeof(StravaRateLimit))]
public sealed class GetStravaRateLimitCommand : StravaCmdlet
{
    /// <inheritdoc/>
    protected override void ProcessRecord() => RunAsync(AskAsync);

    /// <summary>Strava tells the limits with every answer; that about the athlete is a small one. A refusal for the limit's sake tells them too.</summary>
    private async Task AskAsync(CancellationToken cancellationToken)
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

        if (Client.RateLimit is { } limit)
        {
            Engine.WriteObject(limit);
        }
        else
        {
            Engine.WriteWarning($"{Client.BaseUri} tells no rate limits.");
        }
    }
}
