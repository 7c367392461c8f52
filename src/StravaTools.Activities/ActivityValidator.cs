using StravaTools.Activities.Model;
using StravaTools.Activities.Validation;

namespace StravaTools.Activities;

/// <summary>Checks activity files by Strava's documented rules, and for what the field shows to go wrong. Pure: no network, no clock, no state.</summary>
public static class ActivityValidator
{
    /// <summary>Reads a file and checks it by all rules.</summary>
    public static ActivityFileReport Validate(ActivityFile file, CancellationToken cancellationToken = default) =>
        Validate(file, ValidationOptions.Default, cancellationToken);

    /// <summary>Reads a file and checks it. Whatever its bytes are, the answer is a report; the only exception is cancellation.</summary>
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

    private static ActivityFileReport CheckContent(
        ActivityFile file, IReadOnlyList<Activity> activities, FindingCollector findings, ValidationOptions options,
        CancellationToken cancellationToken)
    {
        if (file.Format is { } format && !findings.HasErrors)
        {
            CheckActivities(new ActivityCheckContext(format, activities, findings, options.Now), cancellationToken);
        }

        return new ActivityFileReport(file, activities, findings.ToList());
    }

    /// <summary>
    /// Reads and checks many files on all cores. The answers come in the order of the paths, each as soon as it and those before it are there.
    /// </summary>
    /// <param name="paths">The files. They are asked for as they are needed, from another thread.</param>
    /// <param name="options">Which rules to check.</param>
    /// <param name="threads">On how many threads: as many as there are cores. What the machine has is for the caller to know.</param>
    /// <param name="withHash">Whether to compute <see cref="CheckedFile.Sha256"/>, which takes longer than checking.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static IAsyncEnumerable<CheckedFile> ValidateManyAsync(
        IEnumerable<string> paths, ValidationOptions options, int threads, bool withHash = false, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(paths);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(threads);
        return ParallelChecks.RunAsync(paths, options, withHash, threads, cancellationToken);
    }

    private static void CheckActivities(ActivityCheckContext context, CancellationToken cancellationToken)
    {
        foreach (var check in ActivityChecks.All)
        {
            cancellationToken.ThrowIfCancellationRequested();
            check(context);
        }
    }
}
