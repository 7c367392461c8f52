using Microsoft.Extensions.Diagnostics.HealthChecks;
using StravaTools.Http.Errors;

namespace StravaTools.Worker;

/// <summary>Healthy means that the worker can claim athletes: it runs, and the database answers.</summary>
internal sealed class ClaimHealthCheck(UploadService service) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await service.CheckAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception e) when (e is ApiException or InvalidOperationException)
        {
            return HealthCheckResult.Unhealthy(e.Message);
        }
    }
}
