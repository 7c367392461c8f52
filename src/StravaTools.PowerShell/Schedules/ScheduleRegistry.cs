using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;
using StravaTools.Http.Errors;
using StravaTools.Sync.Errors;

namespace StravaTools.PowerShell.Schedules;

/// <summary>The registered jobs of the user, each in a file, so that a removal deletes exactly what was made.</summary>
/// <param name="folder">The folder of these files.</param>
internal sealed class ScheduleRegistry(string folder)
{
    private const UnixFileMode OwnerReads = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const string Extension = ".json";

    private static readonly TimeSpan MaxCommandTime = TimeSpan.FromSeconds(30);

    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, Converters = { new JsonStringEnumConverter() } };

    /// <summary>The jobs, in the order of their names.</summary>
    /// <exception cref="ApiException">A file cannot be read.</exception>
    public IEnumerable<SyncSchedule> List()
    {
        if (!Directory.Exists(folder))
        {
            return [];
        }

        return Directory.EnumerateFiles(folder, "*" + Extension).Order(StringComparer.Ordinal)
            .Select(file => Find(Path.GetFileNameWithoutExtension(file))).OfType<SyncSchedule>();
    }

    /// <summary>Reads a job; null if no job has that name.</summary>
    /// <exception cref="ApiException">The file cannot be read.</exception>
    public SyncSchedule? Find(string name)
    {
        try
        {
            var job = JsonSerializer.Deserialize<SyncSchedule>(File.ReadAllBytes(FileOf(name)), Json)!;
            return job with { MissingFiles = [.. job.Files.Where(file => !File.Exists(file))] };
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new ApiException(ApiErrors.FileNotReadable, e, FileOf(name), e.Message);
        }
    }

    /// <summary>Registers a job. If a step fails, the files of the steps before it are deleted.</summary>
    /// <exception cref="ApiException">A file cannot be written, or a command failed.</exception>
    public async Task RegisterAsync(SyncSchedule schedule, IReadOnlyList<ScheduleStep> steps, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var step in steps)
            {
                await PerformAsync(step, cancellationToken);
            }

            var record = new ScheduleStep.WriteFile(FileOf(schedule.Name), JsonSerializer.Serialize(schedule, Json));
            await PerformAsync(record, cancellationToken);
        }
        catch
        {
            foreach (var file in steps.OfType<ScheduleStep.WriteFile>())
            {
                File.Delete(file.Path);
            }

            throw;
        }
    }

    /// <summary>Removes a job.</summary>
    /// <exception cref="ApiException">A file cannot be deleted.</exception>
    public async Task RemoveAsync(string name, IReadOnlyList<ScheduleStep> steps, CancellationToken cancellationToken)
    {
        foreach (var step in steps.Append(new ScheduleStep.DeleteFile(FileOf(name))))
        {
            await PerformAsync(step, cancellationToken);
        }
    }

    private string FileOf(string name) => Path.Combine(folder, name + Extension);

    private static Task PerformAsync(ScheduleStep step, CancellationToken cancellationToken) => step switch
    {
        ScheduleStep.WriteFile file => ChangeFileAsync(file.Path, () => WriteAsync(file, cancellationToken)),
        ScheduleStep.DeleteFile file => ChangeFileAsync(file.Path, () => DeleteAsync(file.Path)),
        ScheduleStep.Run run => RunAsync(run, cancellationToken),
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };

    private static async Task ChangeFileAsync(string path, Func<Task> change)
    {
        try
        {
            await change();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ApiException(ScheduleErrors.JobFileNotWritable, e, path, e.Message);
        }
    }

    private static async Task WriteAsync(ScheduleStep.WriteFile file, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file.Path)!);
        File.Delete(file.Path);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerReads;
        }

        await using var writer = new StreamWriter(file.Path, file.Encoding, options);
        await writer.WriteAsync(file.Text.AsMemory(), cancellationToken);
    }

    private static Task DeleteAsync(string path)
    {
        if (File.Exists(path))
        {
            File.Delete(path);
        }

        return Task.CompletedTask;
    }

    private static async Task RunAsync(ScheduleStep.Run run, CancellationToken cancellationToken)
    {
        var problem = await TryRunAsync(run, cancellationToken);
        if (problem is not null && run.IsRequired)
        {
            throw new ApiException(ScheduleErrors.SchedulerFailed, run.ToString(), problem);
        }
    }

    private static async Task<string?> TryRunAsync(ScheduleStep.Run run, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(run.Program, run.Arguments)
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(MaxCommandTime);
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            var error = await process.StandardError.ReadToEndAsync(limit.Token);
            await output;
            await process.WaitForExitAsync(limit.Token);
            return process.ExitCode == 0 ? null : $"exit code {process.ExitCode}. {error.ReplaceLineEndings(" ").Trim()}";
        }
        catch (Win32Exception e)
        {
            return e.Message;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return $"It did not end within {MaxCommandTime.TotalSeconds} s.";
        }
    }
}
