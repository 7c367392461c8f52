using System.Runtime.CompilerServices;
using StravaTools.Activities;
using StravaTools.Activities.Pages;
using StravaTools.Activities.Validation;
using StravaTools.Activities.Validation.Reports;
using StravaTools.Http.Errors;
using StravaTools.Http.Files;

namespace StravaTools.Client.Files;

/// <summary>Checks a series of files, finds duplicates among them, and writes a report.</summary>
public sealed class FileChecks
{
    private readonly ValidationOptions _options;
    private readonly SeenActivities _seen;
    private readonly string? _reportPath;
    private readonly ReportFormat? _format;
    private readonly List<ActivityFileReport> _reports = [];

    // Case is ignored on every system: a report is never worth an activity.
    private readonly HashSet<string> _inputs = new(StringComparer.OrdinalIgnoreCase);
    private int _count;
    private bool _hasProblem;

    /// <param name="options">The rules to check.</param>
    /// <param name="reportPath">The file for a report, in the format of its extension; null for no report.</param>
    /// <param name="clock">The current time, if the options do not contain it; null for the system's clock.</param>
    /// <exception cref="ApiException">
    /// <see cref="StravaErrors.UnknownRule"/>, because a pattern that matches no rule would accept every file, or
    /// <see cref="StravaErrors.ReportFormatUnknown"/>.
    /// </exception>
    public FileChecks(ValidationOptions options, string? reportPath = null, TimeProvider? clock = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        foreach (var pattern in options.IncludedRules.Concat(options.ExcludedRules))
        {
            if (!ActivityFileRules.FindByPattern(pattern).Any())
            {
                throw new StravaException(StravaErrors.UnknownRule, pattern);
            }
        }

        _options = options with { Now = options.Now ?? (clock ?? TimeProvider.System).GetUtcNow() };
        _seen = new SeenActivities(_options);
        _reportPath = reportPath;
        _format = reportPath is null ? null : ReportFormat.FromFileName(reportPath)
            ?? throw new StravaException(StravaErrors.ReportFormatUnknown, reportPath);
    }

    /// <summary>
    /// Meters. The pages of an HTML report do not contain positions within this distance of the start and the end; 0 to show all.
    /// </summary>
    public double HiddenRadius { get; init; }

    /// <summary>True if at least one file was checked, and every file so far was readable and has no error.</summary>
    public bool AllValid => _count > 0 && !_hasProblem;

    /// <summary>
    /// Reads and checks files on all cores, and finds duplicates. The results have the order of the paths. Call it only once.
    /// </summary>
    /// <param name="paths">The files. The sequence is enumerated lazily, on another thread.</param>
    /// <param name="cancellationToken">Cancels the checks.</param>
    public async IAsyncEnumerable<FileCheck> CheckAsync(
        IEnumerable<string> paths, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var options = new BatchValidationOptions { Validation = _options, Threads = Environment.ProcessorCount, ComputesSha256 = true };
        var files = ActivityValidator.ValidateManyAsync(paths, options, cancellationToken);
        await foreach (var file in files.WithCancellation(cancellationToken))
        {
            if (_reportPath is not null)
            {
                _inputs.Add(FindTarget(file.Path));
            }

            yield return file.Report is null
                ? Unreadable(file.Path, file.Error!)
                : Checked(file.Sha256 is { } hash ? _seen.CheckForDuplicate(file.Report, hash) : file.Report, file.Path);
        }
    }

    /// <summary>Notes that a specified path is not a readable file. The caller reports the error; it is not part of the report.</summary>
    public void AddUnreadable() => _hasProblem = true;

    /// <summary>
    /// Writes the report, if one was requested, and creates its folder. An HTML report gets a folder with a page for each file.
    /// </summary>
    /// <param name="baseFolder">The report contains paths relative to this folder.</param>
    /// <exception cref="ApiException">
    /// <see cref="StravaErrors.ReportNotWritten"/>, also if the path of the report is one of the checked files.
    /// </exception>
    public void WriteReport(string? baseFolder = null)
    {
        if (_format is null || _reportPath is null)
        {
            return;
        }

        if (_inputs.Contains(FindTarget(_reportPath)))
        {
            var error = StravaErrors.ReportNotWritten with { Remedy = "Use another path for the report." };
            throw new StravaException(error, _reportPath, "it is one of the checked files.");
        }

        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(_reportPath))!);
            var options = new ActivityPageOptions { HiddenRadius = HiddenRadius };
            var pages = _format.HasPages ? ReportPages.WritePages(_reportPath, _reports, options) : null;
            AtomicFile.Write(_reportPath, overwrite: true, stream => _format.WriteReport(stream, _reports, baseFolder, pages));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StravaException(StravaErrors.ReportNotWritten, e, _reportPath, e.Message);
        }
    }

    /// <summary>The file that a path or link leads to.</summary>
    private static string FindTarget(string path)
    {
        try
        {
            return File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? Path.GetFullPath(path);
        }
        catch (IOException)
        {
            return Path.GetFullPath(path);
        }
    }

    private FileCheck Checked(ActivityFileReport report, string path)
    {
        _count++;
        _hasProblem |= !report.IsValid;
        if (_format is not null)
        {
            _reports.Add(report);
        }

        return new FileCheck(path, report, null);
    }

    private FileCheck Unreadable(string path, Exception error)
    {
        AddUnreadable();
        return new FileCheck(path, null, FileReading.Explain(path, error));
    }
}
