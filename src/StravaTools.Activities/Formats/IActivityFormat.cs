using StravaTools.Activities.Model;
using StravaTools.Activities.Validation;

namespace StravaTools.Activities.Formats;

/// <summary>A file format: how to tell it by its first bytes, and how to read it.</summary>
internal interface IActivityFormat
{
    ActivityFileFormat Format { get; }

    /// <summary>Strava's data_type for it, without .gz; also its usual extension.</summary>
    string DataType { get; }

    /// <summary>Looks at the beginning of uncompressed content only. Never throws.</summary>
    bool Detect(ReadOnlySpan<byte> content);

    /// <summary>Reads all it can. What is wrong goes to <paramref name="findings"/>; the only exception is cancellation.</summary>
    IReadOnlyList<Activity> ReadActivities(FileContent content, FindingCollector findings, CancellationToken cancellationToken);

    /// <summary>Looks for what the format requires, so that nothing is written of what cannot be.</summary>
    /// <exception cref="ActivityWriteException">Something is missing.</exception>
    void CheckWritable(IReadOnlyList<Activity> activities);

    /// <summary>Writes activities that <see cref="CheckWritable"/> let pass. The stream stays open.</summary>
    void WriteActivities(Stream destination, IReadOnlyList<Activity> activities, CancellationToken cancellationToken);
}
