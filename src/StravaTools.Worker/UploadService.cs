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
internal sealed partial class UploadService(
    IOptions<WorkerSettings> settings, ILogger<UploadService> log, IHostApplicationLifetime host) : BackgroundService
{
    private SyncWorker? _worker;

    /// <summary>True if the work ended with an error. The service manager starts the program again.</summary>
    public bool IsFailed { get; private set; }

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
        try
        {
            await WorkAsync(stoppingToken);
        }
        catch (ApiException e)
        {
            EndWithError(e.Code, e.Message);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            EndWithError(ApiErrors.FileNotReadable.Id, e.Message);
        }
    }

    private async Task WorkAsync(CancellationToken stoppingToken)
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

    private void EndWithError(string errorId, string error)
    {
        WriteEnd(errorId, error);
        IsFailed = true;
        host.StopApplication();
    }

    private void WriteFile(SyncResult file)
    {
        if (file.ErrorId is null)
        {
            WriteFile(file.Athlete, file.Path, file.State);
        }
        else
        {
            WriteProblem(file.Athlete, file.Path, file.State, file.ErrorId, file.Note);
        }
    }

    private void WriteFailure(ApiException error) => WriteFailure(error.Code, error.Message);

    [LoggerMessage(Level = LogLevel.Information, Message = "Worker '{Name}' started.")]
    private partial void WriteStart(string name);

    [LoggerMessage(Level = LogLevel.Information, Message = "Athlete {Athlete}, '{Path}': {State}")]
    private partial void WriteFile(long? athlete, string path, SyncState state);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Athlete {Athlete}, '{Path}': {State} ({ErrorId}): {Note}")]
    private partial void WriteProblem(long? athlete, string path, SyncState state, string errorId, string? note);

    [LoggerMessage(Level = LogLevel.Critical, Message = "{ErrorId}: {Error}")]
    private partial void WriteEnd(string errorId, string error);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{ErrorId}: {Error}")]
    private partial void WriteFailure(string errorId, string error);
}
