using System.Runtime.CompilerServices;
using StravaTools.Activities;
using StravaTools.Activities.Validation;
using StravaTools.Activities.Validation.Reports;

namespace StravaTools.Client;

/// <summary>One call that checks files: which rules, which files came before, and the report at the end.</summary>
public sealed class FileChecks
{
    private readonly ValidationOptions _options;
    private readonly SeenActivities _seen;
    private readonly string? _reportPath;
    private readonly ReportFormat? _format;
    private readonly List<ActivityFileReport> _reports = [];

    /// <param name="options">Which rules to check.</param>
    /// <param name="reportPath">Where to write a report; its extension chooses the format. Null for none.</param>
    /// <param name="clock">Tells what is in the future, where the options do not tell the time; the system's if there is none.</param>
    /// <exception cref="StravaException">
    /// <see cref="StravaErrors.UnknownRule"/>: a pattern that matches nothing would pass everything; <see cref="StravaErrors.ReportFormatUnknown"/>.
    /// </exception>
    public FileChecks(ValidationOptions options, string? reportPath = null, TimeProvider? clock = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        foreach (var pattern in options.IncludedRules.Concat(options.ExcludedRules))
        {
            _ = ActivityFileRules.FindByPattern(pattern).Any() ? pattern : throw new StravaException(StravaErrors.UnknownRule, pattern);
        }

        _options = new ValidationOptions
        {
            IncludedRules = options.IncludedRules,
            ExcludedRules = options.ExcludedRules,
            MinimumSeverity = options.MinimumSeverity,
            Limits = options.Limits,
            Now = options.Now ?? (clock ?? TimeProvider.System).GetUtcNow(),
        };
        _seen = new SeenActivities(_options);
        _reportPath = reportPath;
        _format = reportPath is null ? null : ReportFormat.FromFileName(reportPath) ?? throw new StravaException(StravaErrors.ReportFormatUnknown, reportPath);
    }

    /// <summary>True while no file has an error and all could be read.</summary>
    public bool AllValid { get; private set; } = true;

    /// <summary>Reads and checks files on all cores, and finds those that came before. The answers come in the order of the paths. To be called once.</summary>
    /// <param name="paths">The files. They are asked for as they are needed, from another thread.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async IAsyncEnumerable<FileCheck> CheckAsync(IEnumerable<string> paths, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var answers = ActivityValidator.ValidateManyAsync(paths, _options, Environment.ProcessorCount, withHash: true, cancellationToken);
        await foreach (var file in answers.WithCancellation(cancellationToken))
        {
            yield return file.Report is null ? Unreadable(file.Path, file.Error!) : Checked(_seen.CheckForDuplicate(file.Report, file.Sha256!), file.Path);
        }
    }

    /// <summary>Something that was named is no file; that is an error of its own, and no line of the report.</summary>
    public void AddUnreadable() => AllValid = false;

    /// <summary>Writes the report, if one was asked for; its folder is made.</summary>
    /// <param name="baseFolder">Paths below it are written relative to it.</param>
    /// <exception cref="StravaException"><see cref="StravaErrors.ReportNotWritten"/>.</exception>
    public void WriteReport(string? baseFolder = null)
    {
        if (_format is null || _reportPath is null)
        {
            return;
        }

        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(_reportPath))!);
            using var stream = File.Create(_reportPath);
            _format.WriteReport(stream, _reports, baseFolder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StravaException(StravaErrors.ReportNotWritten, e, _reportPath, e.Message);
        }
    }

    private FileCheck Checked(ActivityFileReport report, string path)
    {
        AllValid &= report.IsValid;
        if (_format is not null)
        {
            _reports.Add(report);
        }

        return new FileCheck(path, report, null);
    }

    private FileCheck Unreadable(string path, Exception error)
    {
        AddUnreadable();
        return new FileCheck(path, null, LocalFiles.Explain(path, error));
    }
}
