using Microsoft.Extensions.Diagnostics.HealthChecks;
using OpenTelemetry;
using StravaTools.Sync.Monitoring;
using StravaTools.Sync.PostgreSql;

namespace StravaTools.Worker;

/// <summary>A worker as a systemd service or in a container.</summary>
internal static class Program
{
    private const int Failed = 1, BadSettings = 2;

    /// <summary>The collector of OpenTelemetry. Without it, nothing is exported.</summary>
    private const string CollectorVariable = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>Time to complete the requests that were sent.</summary>
    private static readonly TimeSpan ShutdownTime = TimeSpan.FromSeconds(120);

    private static async Task<int> Main(string[] arguments)
    {
        // appsettings.json is next to the program, and a service has another current folder.
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            Args = arguments,
            ContentRootPath = AppContext.BaseDirectory,
        });
        var section = builder.Configuration.GetSection(WorkerSettings.Section);
        if ((section.Get<WorkerSettings>() ?? new WorkerSettings()).FindMissing() is { } missing)
        {
            await Console.Error.WriteLineAsync(
                $"The setting {WorkerSettings.Section}:{missing} is missing. Set the variable {WorkerSettings.Section}__{missing}.");
            return BadSettings;
        }

        builder.Services.AddSystemd();
        builder.Services.Configure<WorkerSettings>(section);
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = ShutdownTime);
        builder.Services.AddSingleton<UploadService>();
        builder.Services.AddHostedService(services => services.GetRequiredService<UploadService>());
        builder.Services.AddHealthChecks().AddCheck<ClaimHealthCheck>("claim", HealthStatus.Unhealthy);
        if (builder.Configuration[CollectorVariable] is { Length: > 0 })
        {
            builder.Services.AddOpenTelemetry()
                .WithMetrics(metrics => metrics.AddMeter(SyncWorker.MeterName, SyncTelemetry.Name))
                .WithTracing(traces => traces.AddSource(SyncWorker.MeterName, SyncTelemetry.Name))
                .UseOtlpExporter();
        }

        await using var app = builder.Build();
        app.MapHealthChecks("/health");
        var service = app.Services.GetRequiredService<UploadService>();
        var stopping = app.Lifetime.ApplicationStopping;
        try
        {
            await app.RunAsync();
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // It was stopped, by an error or by SIGTERM, before all of it had started.
        }

        return service.IsFailed ? Failed : 0;
    }
}
