using System.Globalization;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using StravaTools.Activities;
using StravaTools.Activities.Model;
using StravaTools.Activities.Validation;
using StravaTools.Client;
using StravaTools.Client.Files;
using StravaTools.Http.Errors;

namespace StravaTools.MSBuild.Tasks;

/// <summary>
/// Checks activity files. Each finding is a build error or warning with code, file, line, and column. All files are checked, even after an
/// error.
/// </summary>
[MSBuildMultiThreadableTask]
public sealed class ValidateActivityFiles : StravaTask
{
    /// <summary>The files to check.</summary>
    [Required]
    public ITaskItem[] Files { get; set; } = [];

    /// <summary>The rules to check; all by default. * and ? are wildcards.</summary>
    public string[] IncludeRules { get; set; } = [];

    /// <summary>The rules to skip. * and ? are wildcards.</summary>
    public string[] ExcludeRules { get; set; } = [];

    /// <summary>The minimum severity of the rules to check: Information (all), Warning, or Error.</summary>
    public string Severity { get; set; } = nameof(Activities.Validation.Severity.Information);

    /// <summary>A report to write: .sarif (SARIF 2.1.0), .xml (JUnit), or .html. Paths in it are relative to the project.</summary>
    public string? ReportPath { get; set; }

    /// <summary>
    /// Meters. The pages of an HTML report do not contain positions within this distance of the start and the end; 0 (default) to show all.
    /// </summary>
    public double HideStartAndEnd { get; set; }

    /// <summary>The maximum unpacked size of a gzip file in bytes; a larger one is rejected (GEN0104).</summary>
    public long MaxUnpackedSize { get; set; } = ActivityFileLimits.Default.MaxUnpackedSize;

    /// <summary>The maximum ratio of unpacked to packed size of a gzip file; a higher one is rejected (GEN0104).</summary>
    public int MaxUnpackRatio { get; set; } = ActivityFileLimits.Default.MaxRatio;

    /// <summary>
    /// A report for each file that could be read: metadata IsValid, Format, DataType, SportType, StartTime, ElapsedSeconds, Distance (m),
    /// and PointCount.
    /// </summary>
    [Output]
    public ITaskItem[] Reports { get; private set; } = [];

    /// <summary>The files without an error.</summary>
    [Output]
    public ITaskItem[] ValidFiles { get; private set; } = [];

    /// <inheritdoc/>
    protected override async System.Threading.Tasks.Task ExecuteAsync(CancellationToken cancellationToken)
    {
        if (Files.Length == 0)
        {
            LogWarning(new ApiException(StravaErrors.NoFiles));
        }

        var checks = new FileChecks(CreateOptions(), OptionalPath(ReportPath)) { HiddenRadius = HideStartAndEnd };
        var reports = new List<ITaskItem>();
        var valid = new List<ITaskItem>();
        var answered = 0;
        await foreach (var answer in checks.CheckAsync(Files.Select(file => FullPath(file.ItemSpec)), cancellationToken))
        {
            // Results arrive in the order of the files.
            var item = Files[answered++];
            if (answer.Report is not { } report)
            {
                LogError(answer.Error!, item.ItemSpec);
                continue;
            }

            foreach (var finding in report.Findings)
            {
                Log.LogFinding(item.ItemSpec, finding);
            }

            reports.Add(ToItem(item, report));
            if (report.IsValid)
            {
                valid.Add(item);
            }
        }

        Reports = [.. reports];
        ValidFiles = [.. valid];
        checks.WriteReport(FullPath("."));
    }

    private ValidationOptions CreateOptions() => new()
    {
        IncludedRules = SplitList(IncludeRules),
        ExcludedRules = SplitList(ExcludeRules),
        MinimumSeverity = ParseSeverity(Severity),
        Limits = new ActivityFileLimits(MaxUnpackedSize, MaxUnpackRatio),
    };

    private static Severity ParseSeverity(string text)
    {
        if (Enum.TryParse<Severity>(text, ignoreCase: true, out var severity) && Enum.IsDefined(severity))
        {
            return severity;
        }

        throw new ApiException(StravaErrors.UnknownSeverity, text);
    }

    /// <summary>On a command line a semicolon must be escaped (%3B), and MSBuild does not split there. A comma works, too.</summary>
    private static string[] SplitList(string[] rules) =>
        [.. rules.SelectMany(rule => rule.Split([';', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];

    private static TaskItem ToItem(ITaskItem file, ActivityFileReport report)
    {
        var item = new TaskItem(file);
        var invariant = CultureInfo.InvariantCulture;
        item.SetMetadata("IsValid", report.IsValid ? "true" : "false");
        item.SetMetadata("Format", report.Format?.ToString() ?? "");
        item.SetMetadata("DataType", report.DataType ?? "");
        item.SetMetadata("SportType", report.SportType?.Name ?? "");
        item.SetMetadata("StartTime", report.StartTime?.ToString("o", invariant) ?? "");
        item.SetMetadata("ElapsedSeconds", report.ElapsedTime?.TotalSeconds.ToString(invariant) ?? "");
        item.SetMetadata("Distance", report.Distance?.ToString("0.#", invariant) ?? "");
        item.SetMetadata("PointCount", report.PointCount.ToString(invariant));
        return item;
    }
}
