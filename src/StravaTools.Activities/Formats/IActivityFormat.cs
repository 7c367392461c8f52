using StravaTools.Activities.Formats.Repair;
using StravaTools.Activities.Model;
using StravaTools.Activities.Validation;

namespace StravaTools.Activities.Formats;

/// <summary>
/// A file format, with everything that the rest of the library needs. A new format is a folder below Formats and an entry in
/// <c>ActivityFormatRegistry</c>.
/// </summary>
internal interface IActivityFormat
{
    /// <summary>Its names, and how it is sent to Strava.</summary>
    ActivityFormatInfo Info { get; }

    /// <summary>The rules of this format alone. The rules that reading checks have no separate check.</summary>
    IReadOnlyList<RuleFamily> Rules { get; }

    /// <summary>Looks at the beginning of uncompressed content only. Never throws.</summary>
    bool Detect(ReadOnlySpan<byte> content);

    /// <summary>Reads as much as possible. Faults go to <paramref name="findings"/>; the only exception is cancellation.</summary>
    IReadOnlyList<Activity> ReadActivities(FileContent content, FindingCollector findings, CancellationToken cancellationToken);

    /// <summary>Repairs uncompressed content without inventing data.</summary>
    /// <returns>The repaired content; the same content if nothing was added to <paramref name="repairs"/>.</returns>
    ReadOnlyMemory<byte> Repair(ReadOnlyMemory<byte> content, RepairLog repairs, CancellationToken cancellationToken);

    /// <summary>Checks that the activities have what the format requires, so that nothing is written before it fails.</summary>
    /// <exception cref="ActivityWriteException">Something is missing.</exception>
    void CheckWritable(IReadOnlyList<Activity> activities);

    /// <summary>Writes activities that <see cref="CheckWritable"/> accepted. The stream stays open.</summary>
    void WriteActivities(Stream destination, IReadOnlyList<Activity> activities, CancellationToken cancellationToken);

    /// <summary>The parts of an activity that the format has a place for.</summary>
    ActivityParts WrittenParts { get; }

    /// <summary>Other data of an activity that is lost, in words that follow "lost: ".</summary>
    IEnumerable<string> DescribeLosses(Activity activity) => [];

    /// <summary>Strava's sport type for the format's own word; null if the word is unknown.</summary>
    SportType? ParseSport(string? word);

    /// <summary>The word that is written for the sport of an activity; null if the format has none.</summary>
    string? SportWordFor(Activity activity);
}
