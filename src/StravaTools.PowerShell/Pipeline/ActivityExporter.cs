using System.Globalization;
using StravaTools.Activities;
using StravaTools.Client;

namespace StravaTools.PowerShell.Pipeline;

/// <summary>What Export-ActivityFile was told, the same for all its files.</summary>
internal sealed record ExportPlan(ActivityFileFormat? Format, bool Gzip, bool Force, bool PassThru);

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
        catch (StravaException e)
        {
            engine.WriteError(ErrorRecords.Of(e, path));
        }
        catch (ActivityWriteException e)
        {
            engine.WriteError(ErrorRecords.Of(new StravaException(StravaErrors.ActivityNotWritable, e, path, e.Message), path));
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

    private static string NameOf(ActivityFileFormat format) => format == ActivityFileFormat.StrengthJson ? "Strength JSON" : format.ToString().ToUpperInvariant();

    private static string WithoutGz(string path) => IsGz(path) ? path[..^Packed.Length] : path;

    private static bool IsGz(string path) => path.EndsWith(Packed, StringComparison.OrdinalIgnoreCase);

    private async Task WriteAsync(string path, CancellationToken cancellationToken)
    {
        var format = plan.Format ?? FormatOf(path) ?? throw new StravaException(StravaErrors.FormatNotTold, path);
        var target = plan.Gzip && !IsGz(path) ? path + Packed : path;
        OutputFile.Check(target, plan.Force);
        var what = _waiting.Count == 1 ? "1 activity" : string.Create(CultureInfo.InvariantCulture, $"{_waiting.Count} activities");
        if (!await engine.ShouldProcessAsync(target, $"Write {what} as {NameOf(format)}", cancellationToken))
        {
            return;
        }

        var written = OutputFile.Write(target, plan.Force, stream => ActivityWriter.Write(stream, format, _waiting, IsGz(target), cancellationToken));
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
