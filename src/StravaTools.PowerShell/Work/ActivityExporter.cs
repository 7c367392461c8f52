using System.Globalization;
using StravaTools.Activities;
using StravaTools.Activities.Formats;
using StravaTools.Activities.Model;
using StravaTools.Client;
using StravaTools.Http.Errors;
using StravaTools.PowerShell.Pipeline;

namespace StravaTools.PowerShell.Work;

/// <summary>Writes activities to files. Consecutive activities with the same path are written to one file.</summary>
internal sealed class ActivityExporter(IEngine engine, ExportPlan plan)
{
    private const string Packed = ".gz";
    private readonly List<Activity> _waiting = [];
    private string? _path;

    public async Task AddAsync(string path, IEnumerable<Activity> activities, CancellationToken cancellationToken)
    {
        if (path != _path)
        {
            await FlushAsync(cancellationToken);
            _path = path;
        }

        _waiting.AddRange(activities);
    }

    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        if (_path is not { } path || _waiting.Count == 0)
        {
            return;
        }

        try
        {
            await WriteAsync(path, cancellationToken);
        }
        catch (ApiException e)
        {
            engine.WriteError(ErrorRecords.CreateRecord(e, path));
        }
        catch (ActivityWriteException e)
        {
            engine.WriteError(ErrorRecords.CreateRecord(new ApiException(StravaErrors.ActivityNotWritable, e, path, e.Message), path));
        }

        _waiting.Clear();
        _path = null;
    }

    private static bool HasGzipExtension(string path) => path.EndsWith(Packed, StringComparison.OrdinalIgnoreCase);

    private static ApiException NotSpecified(string path)
    {
        var extensions = ActivityFileFormats.All.Select(format => format.Extension).ToArray();
        return new ApiException(StravaErrors.FormatNotSpecified, path, $"{string.Join(", ", extensions[..^1])}, or {extensions[^1]}");
    }

    private async Task WriteAsync(string path, CancellationToken cancellationToken)
    {
        var format = plan.Format ?? ActivityFileFormats.FromFileName(path)?.Format ?? throw NotSpecified(path);
        var target = plan.Gzip && !HasGzipExtension(path) ? path + Packed : path;
        OutputFile.CheckWritable(target, plan.Force);
        var what = _waiting.Count == 1 ? "1 activity" : string.Create(CultureInfo.InvariantCulture, $"{_waiting.Count} activities");
        if (!await engine.ShouldProcessAsync(target, $"Write {what} as {ActivityFileFormats.GetInfo(format).DisplayName}",
            cancellationToken))
        {
            return;
        }

        var isPacked = HasGzipExtension(target);
        var written = OutputFile.WriteFile(
            target, plan.Force, stream => ActivityWriter.Write(stream, format, _waiting, isPacked, cancellationToken));
        var losses = _waiting.SelectMany(activity => ActivityWriter.LossesOf(format, activity)).Distinct(StringComparer.Ordinal).ToArray();
        if (losses.Length > 0)
        {
            engine.WriteWarning($"'{target}': {ActivityFileFormats.GetInfo(format).DisplayName} cannot store {string.Join(", ", losses)}.");
        }

        if (plan.PassThru)
        {
            engine.WriteObject(written);
        }
    }
}
