using StravaTools.Activities.Formats.Gpx.Rules;
using StravaTools.Activities.Formats.Repair;
using StravaTools.Activities.Formats.Xml;
using StravaTools.Activities.Model;
using StravaTools.Activities.Validation;

namespace StravaTools.Activities.Formats.Gpx;

/// <summary>GPX 1.1, and 1.0 (strava-uploads.md, "GPX - GPS Exchange Format").</summary>
internal sealed class GpxFormat : IActivityFormat
{
    public ActivityFormatInfo Info { get; } = new(ActivityFileFormat.Gpx, "GPX", "gpx", "application/gpx+xml")
    {
        HasSummaries = false,
    };

    public IReadOnlyList<RuleFamily> Rules { get; } =
    [
        new(GpxPointRules.All) { CheckActivities = GpxPointRules.CheckActivities },
        new(XmlRules.Gpx.All),
        new(GpxRules.All),
        new(GpxExtensionRules.All),
    ];

    public ActivityParts WrittenParts => ActivityParts.All & ~(
        ActivityParts.PointsWithoutPosition | ActivityParts.Speed
        | ActivityParts.Laps | ActivityParts.PoolLengths | ActivityParts.Sets | ActivityParts.Rests | ActivityParts.Splits
        | ActivityParts.TimerEvents | ActivityParts.HeartRateSamples | ActivityParts.CustomFields | ActivityParts.Calories
        | ActivityParts.TotalAscent | ActivityParts.TimerTime | ActivityParts.Figures | ActivityParts.PoolSize | ActivityParts.UtcOffset
        | ActivityParts.TimeOutsidePoints);

    public bool Detect(ReadOnlySpan<byte> content) => XmlRoot.NameOf(content) == GpxNames.Root;

    public IReadOnlyList<Activity> ReadActivities(FileContent content, FindingCollector findings, CancellationToken cancellationToken) =>
        XmlActivityReader.ReadActivities(content, findings, collector => new GpxReader(collector), cancellationToken);

    public ReadOnlyMemory<byte> Repair(ReadOnlyMemory<byte> content, RepairLog repairs, CancellationToken cancellationToken) =>
        XmlRepair.Repair(content, new GpxRepair(repairs), repairs, cancellationToken);

    public void CheckWritable(IReadOnlyList<Activity> activities) => GpxWriter.CheckWritable(activities);

    public void WriteActivities(Stream destination, IReadOnlyList<Activity> activities, CancellationToken cancellationToken) =>
        GpxWriter.WriteActivities(destination, activities, cancellationToken);

    public SportType? ParseSport(string? word) => GpxSports.ParseSport(word);

    public string? SportWordFor(Activity activity) => GpxSports.WordFor(activity);
}
