using StravaTools.Activities.Model;
using StravaTools.Activities.Validation;

namespace StravaTools.Activities;

/// <summary>
/// Checks activity files by Strava's documented rules and for known problems. It uses no network and no clock, and keeps no state.
/// </summary>
public static class ActivityValidator
{
    /// <summary>Reads a file and checks it by all rules.</summary>
    public static ActivityFileReport Validate(ActivityFile file, CancellationToken cancellationToken = default) =>
        Validate(file, ValidationOptions.Default, cancellationToken);

    /// <summary>Reads a file and checks it. The result is a report for any bytes; the only exception is cancellation.</summary>
    public static ActivityFileReport Validate(ActivityFile file, ValidationOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(options);
        var content = file.ReadContent(new FindingCollector(options), cancellationToken);
        return CheckContent(file, content.Activities, content.Collector, options, cancellationToken);
    }

    /// <summary>Checks a file by all rules that was already read, without reading it again. The content remains unchanged.</summary>
    /// <param name="file">The file.</param>
    /// <param name="content">What <see cref="ActivityFile.ReadContent(CancellationToken)"/> returned for the file.</param>
    /// <param name="cancellationToken">Cancels the check.</param>
    public static ActivityFileReport Validate(ActivityFile file, ActivityContent content, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(content);
        return CheckContent(file, content.Activities, content.Collector.Copy(), ValidationOptions.Default, cancellationToken);
    }

    /// <summary>
    /// Reads and checks many files on several threads. The results come in the order of the paths, each as soon
    /// as it and those before it are ready.
    /// </summary>
    /// <param name="paths">The files. The sequence is enumerated on another thread as results are needed.</param>
    /// <param name="options">What to check, and on how many threads.</param>
    /// <param name="cancellationToken">Cancels the checks.</param>
    public static IAsyncEnumerable<CheckedFile> ValidateManyAsync(
        IEnumerable<string> paths, BatchValidationOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(paths);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.Threads, nameof(options));
        return ParallelChecks.RunAsync(paths, options, cancellationToken);
    }

    private static ActivityFileReport CheckContent(
        ActivityFile file,
        IReadOnlyList<Activity> activities,
        FindingCollector findings,
        ValidationOptions options,
        CancellationToken cancellationToken)
    {
        if (!findings.HasErrors)
        {
            file.CheckActivities(new ActivityCheckContext(activities, findings, options.Now), cancellationToken);
        }

        return new ActivityFileReport(file, activities, findings.ToList(file.Path ?? file.Name));
    }
}
