using StravaTools.Activities.Formats.Fit.Rules;
using StravaTools.Activities.Formats.Repair;
using StravaTools.Activities.Model;
using StravaTools.Activities.Validation;

namespace StravaTools.Activities.Formats.Fit;

/// <summary>FIT, Garmin's binary format (strava-uploads.md, "FIT - Flexible and Interoperable Data Transfer").</summary>
internal sealed class FitFormat : IActivityFormat
{
    public ActivityFormatInfo Info { get; } = new(ActivityFileFormat.Fit, "FIT", "fit", "application/vnd.ant.fit") { IsText = false };

    public IReadOnlyList<RuleFamily> Rules { get; } =
    [
        new(FitPointRules.All) { CheckActivities = FitPointRules.CheckActivities },
        new(FitIntegrityRule.All),
        new(FitRecordStreamRule.All),
        new(FitFileTypeRule.All),
        new(FitFileIdRules.All),
        new(FitSetTimesRule.All),
        new(FitSetSportRule.All),
        new(FitSessionRule.All),
        new(FitSportRule.All),
    ];

    public ActivityParts WrittenParts => ActivityParts.All & ~ActivityParts.Name;

    public bool Detect(ReadOnlySpan<byte> content) => FitFileHeader.StartsAt(content);

    public IReadOnlyList<Activity> ReadActivities(FileContent content, FindingCollector findings, CancellationToken cancellationToken)
    {
        using var source = new FitSource(content);
        return new FitReader(source, findings, cancellationToken).ReadActivities();
    }

    public ReadOnlyMemory<byte> Repair(ReadOnlyMemory<byte> content, RepairLog repairs, CancellationToken cancellationToken) =>
        FitRepair.Repair(content, repairs, cancellationToken);

    public void CheckWritable(IReadOnlyList<Activity> activities) => FitWriter.CheckWritable(activities);

    public void WriteActivities(Stream destination, IReadOnlyList<Activity> activities, CancellationToken cancellationToken) =>
        FitWriter.WriteActivities(destination, activities, cancellationToken);

    public SportType? ParseSport(string? word) => FitSportTypes.ParseSport(word);

    public string? SportWordFor(Activity activity) => FitSportTypes.WordFor(activity);
}
