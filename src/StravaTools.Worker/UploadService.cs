using Microsoft.Extensions.Options;
using StravaTools.Client;
using StravaTools.Http.Errors;
using StravaTools.Http.Transport;
using StravaTools.Sync.Model;
using StravaTools.Sync.PostgreSql;
using StravaTools.Sync.PostgreSql.Options;
using StravaTools.Sync.PostgreSql.Tokens;
using StravaTools.Sync.Results;

namespace StravaTools.Worker;

/// <summary>Runs the worker while the host runs.</summary>
internal sealed partial class UploadService(IOptions<WorkerSettings> settings, ILogger<UploadService> log) : BackgroundService
{
    private SyncWorker? _worker;

    /// <summary>Throws if the worker could not claim an athlete now.</summary>
    /// <exception cref="ApiException">The database cannot be used.</exception>
    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        if (_worker is null || ExecuteTask is not { IsCompleted: false })
        {
            throw new InvalidOperationException("The worker does not run.");
        }

        await _worker.CheckAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var values = settings.Value;
        using var http = ApiHttp.CreateClient();
        using var cipher = await TokenCipher.ReadKeyAsync(values.TokenKeyFile, stoppingToken);
        var secret = await File.ReadAllTextAsync(values.ClientSecretFile, stoppingToken);
        var name = values.Name ?? $"{Environment.MachineName}:{Environment.ProcessId}";
        var database = new PostgreSqlOptions
        {
            ConnectionString = values.Database,
            Worker = name,
            RequestReserve = values.RequestReserve,
        };
        var options = new SyncWorkerOptions
        {
            BaseUri = values.Server ?? StravaClientOptions.DefaultBaseUri,
            ClientId = values.ClientId,
            ClientSecret = secret.Trim(),
            Athletes = values.Athletes,
            FileChanged = WriteFile,
            Failed = WriteFailure,
        };
        await using var worker = await SyncWorker.OpenAsync(database, options, cipher, http, cancellationToken: stoppingToken);
        _worker = worker;
        WriteStart(name);
        await worker.RunAsync(stoppingToken, CancellationToken.None);
        _worker = null;
    }

    private void WriteFile(SyncResult file) => WriteFile(file.Athlete, file.Path, file.State, file.ErrorId);

    private void WriteFailure(ApiException error) => WriteFailure(error.Code, error.Message);

    [LoggerMessage(Level = LogLevel.Information, Message = "Worker '{Name}' started.")]
    private partial void WriteStart(string name);

    [LoggerMessage(Level = LogLevel.Information, Message = "Athlete {Athlete}, '{Path}': {State} {ErrorId}")]
    private partial void WriteFile(long? athlete, string path, SyncState state, string? errorId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{ErrorId}: {Error}")]
    private partial void WriteFailure(string errorId, string error);
}
