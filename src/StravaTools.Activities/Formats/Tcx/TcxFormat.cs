using StravaTools.Activities.Formats.Repair;
using StravaTools.Activities.Formats.Tcx.Rules;
using StravaTools.Activities.Formats.Xml;
using StravaTools.Activities.Model;
using StravaTools.Activities.Validation;

namespace StravaTools.Activities.Formats.Tcx;

/// <summary>TCX version 2, activities and courses (strava-uploads.md, "TCX - Training Center Database XML").</summary>
internal sealed class TcxFormat : IActivityFormat
{
    public ActivityFormatInfo Info { get; } = new(ActivityFileFormat.Tcx, "TCX", "tcx", "application/vnd.garmin.tcx+xml");

    public IReadOnlyList<RuleFamily> Rules { get; } =
    [
        new(TcxPointRules.All) { CheckActivities = TcxPointRules.CheckActivities },
        new(XmlRules.Tcx.All),
        new(XmlRules.TcxLapStart),
        new(TcxRules.All),
        new(TcxExtensionRules.All),
    ];

    public ActivityParts WrittenParts => ActivityParts.All & ~(
        ActivityParts.PointsWithoutTime | ActivityParts.Temperature
        | ActivityParts.PoolLengths | ActivityParts.Sets | ActivityParts.Rests | ActivityParts.Splits
        | ActivityParts.TimerEvents | ActivityParts.HeartRateSamples | ActivityParts.TotalAscent | ActivityParts.TimerTime
        | ActivityParts.Figures | ActivityParts.PoolSize | ActivityParts.UtcOffset | ActivityParts.TimeOutsidePoints);

    public bool Detect(ReadOnlySpan<byte> content) => XmlRoot.NameOf(content) == TcxNames.Root;

    public IReadOnlyList<Activity> ReadActivities(FileContent content, FindingCollector findings, CancellationToken cancellationToken) =>
        XmlActivityReader.ReadActivities(content, findings, collector => new TcxReader(collector), cancellationToken);

    public ReadOnlyMemory<byte> Repair(ReadOnlyMemory<byte> content, RepairLog repairs, CancellationToken cancellationToken) =>
        XmlRepair.Repair(content, new TcxRepair(repairs), repairs, cancellationToken);

    public void CheckWritable(IReadOnlyList<Activity> activities) => TcxWriter.CheckWritable(activities);

    public void WriteActivities(Stream destination, IReadOnlyList<Activity> activities, CancellationToken cancellationToken) =>
        TcxWriter.WriteActivities(destination, activities, cancellationToken);

    public IEnumerable<string> DescribeLosses(Activity activity) => TcxLap.DescribeLosses(activity);

    public SportType? ParseSport(string? word) => TcxSports.ParseSport(word);

    public string? SportWordFor(Activity activity) => TcxSports.WordFor(activity);
}
