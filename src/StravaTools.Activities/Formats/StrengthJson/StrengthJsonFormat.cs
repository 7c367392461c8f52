using StravaTools.Activities.Formats.Repair;
using StravaTools.Activities.Formats.StrengthJson.Rules;
using StravaTools.Activities.Model;
using StravaTools.Activities.Validation;

namespace StravaTools.Activities.Formats.StrengthJson;

/// <summary>Strava's JSON for strength training 1.0 (strava-uploads.md, "JSON - Strength Training (Limited)").</summary>
internal sealed class StrengthJsonFormat : IActivityFormat
{
    /// <summary>A workout is read in memory. A hundred thousand points, more than a day, have about one megabyte.</summary>
    private const int MaxBytes = 32 * 1024 * 1024;

    public ActivityFormatInfo Info { get; } = new(ActivityFileFormat.StrengthJson, "Strength JSON", "json", "application/json")
    {
        HasGzipDataType = false,
        MaxSize = MaxBytes,
        DefaultSportType = SportType.Parse("WeightTraining"),
        IsWorkout = true,
        IsExtensionShared = true,
    };

    public IReadOnlyList<RuleFamily> Rules { get; } =
        [new(StrengthJsonRules.All), new(StrengthJsonValueRules.All), new(StrengthJsonNameRules.All)];

    public ActivityParts WrittenParts => ActivityParts.PointsWithoutPosition | ActivityParts.Sets | ActivityParts.Calories
        | ActivityParts.TimerTime | ActivityParts.UtcOffset | ActivityParts.TimeOutsidePoints;

    public bool Detect(ReadOnlySpan<byte> content)
    {
        var text = content.StartsWith<byte>([0xEF, 0xBB, 0xBF]) ? content[3..] : content;
        var start = text.TrimStart(" \t\r\n"u8);

        // A zero after it means UTF-16.
        return start.StartsWith("{"u8) && !start.StartsWith("{\0"u8);
    }

    public IReadOnlyList<Activity> ReadActivities(FileContent content, FindingCollector findings, CancellationToken cancellationToken) =>
        new StrengthJsonReader(content.Bytes, findings).ReadActivities();

    /// <summary>Nothing in strength JSON can be repaired without inventing data.</summary>
    public ReadOnlyMemory<byte> Repair(ReadOnlyMemory<byte> content, RepairLog repairs, CancellationToken cancellationToken) => content;

    public void CheckWritable(IReadOnlyList<Activity> activities) => StrengthJsonWriter.CheckWritable(activities);

    public void WriteActivities(Stream destination, IReadOnlyList<Activity> activities, CancellationToken cancellationToken) =>
        StrengthJsonWriter.WriteActivities(destination, activities, cancellationToken);

    /// <summary>The file names no sport; the upload does.</summary>
    public SportType? ParseSport(string? word) => null;

    public string? SportWordFor(Activity activity) => null;
}
