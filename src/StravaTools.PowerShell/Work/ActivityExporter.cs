using System.Globalization;
using StravaTools.Activities;
using StravaTools.Activities.Formats;
using StravaTools.Activities.Model;
using StravaTools.Client;
using StravaTools.Http.Errors;
using StravaTools.PowerShell.Pipeline;

namespace StravaTools.PowerShell.Work;

/// <summary>Writes activities to files; those that follow each other with the same path go into one.</summary>
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

    private static ActivityFileFormat? FormatOf(string path) =>
        Path.GetExtension(WithoutGz(path)).ToUpperInvariant() switch
        {
            ".FIT" => ActivityFileFormat.Fit,
            ".GPX" => ActivityFileFormat.Gpx,
            ".TCX" => ActivityFileFormat.Tcx,
            ".JSON" => ActivityFileFormat.StrengthJson,
            _ => null,
        };

    private static string NameOf(ActivityFileFormat format)
    {
        if (format == ActivityFileFormat.StrengthJson)
        {
            return "Strength JSON";
        }

        return format.ToString().ToUpperInvariant();
    }

    private static string WithoutGz(string path)
    {
        if (HasGzipExtension(path))
        {
            return path[..^Packed.Length];
        }

        return path;
    }

    private static bool HasGzipExtension(string path) => path.EndsWith(Packed, StringComparison.OrdinalIgnoreCase);

    private async Task WriteAsync(string path, CancellationToken cancellationToken)
    {
        var format = plan.Format ?? FormatOf(path) ?? throw new ApiException(StravaErrors.FormatNotTold, path);
        var target = plan.Gzip && !HasGzipExtension(path) ? path + Packed : path;
        OutputFile.CheckWritable(target, plan.Force);
        var what = _waiting.Count == 1 ? "1 activity" : string.Create(CultureInfo.InvariantCulture, $"{_waiting.Count} activities");
        if (!await engine.ShouldProcessAsync(target, $"Write {what} as {NameOf(format)}", cancellationToken))
        {
            return;
        }

        var written = OutputFile.WriteAtomically(target, plan.Force, stream => ActivityWriter.Write(stream, format, _waiting, HasGzipExtension(target), cancellationToken));
        var losses = _waiting.SelectMany(activity => ActivityWriter.LossesOf(format, activity)).Distinct(StringComparer.Ordinal).ToArray();
        if (losses.Length > 0)
        {
            engine.WriteWarning($"'{target}': {NameOf(format)} has no place for {string.Join(", ", losses)}.");
        }

        if (plan.PassThru)
        {
            engine.WriteObject(written);
        }
    }
}
