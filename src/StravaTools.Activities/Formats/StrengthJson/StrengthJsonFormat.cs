using StravaTools.Activities.Formats.Repair;
using StravaTools.Activities.Formats.StrengthJson.Rules;
using StravaTools.Activities.Model;
using StravaTools.Activities.Validation;

namespace StravaTools.Activities.Formats.StrengthJson;

/// <summary>Strava's JSON for strength training 1.0 (strava-uploads.md, "JSON - Strength Training (Limited)").</summary>
internal sealed class StrengthJsonFormat : IActivityFormat
{
    public ActivityFormatInfo Info { get; } = new(ActivityFileFormat.StrengthJson, "Strength JSON", "json", "application/json")
    {
        HasGzipDataType = false,
        DefaultSportType = SportType.Parse("WeightTraining"),
    };

    public IReadOnlyList<RuleFamily> Rules { get; } =
        [new(StrengthJsonRules.All), new(StrengthJsonValueRules.All), new(StrengthJsonNameRules.All)];

    public ActivityParts WrittenParts => ActivityParts.PointsWithoutPosition | ActivityParts.Sets | ActivityParts.Calories
        | ActivityParts.TimerTime | ActivityParts.UtcOffset | ActivityParts.TimeOutsidePoints;

    public bool Detect(ReadOnlySpan<byte> content)
    {
        var text = content.StartsWith<byte>([0xEF, 0xBB, 0xBF]) ? content[3..] : content;
        return text.TrimStart(" \t\r\n"u8).StartsWith("{"u8);
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
