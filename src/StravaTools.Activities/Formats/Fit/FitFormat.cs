using StravaTools.Activities.Model;
using StravaTools.Activities.Validation;

namespace StravaTools.Activities.Formats.Fit;

internal sealed class FitFormat : IActivityFormat
{
    public ActivityFileFormat Format => ActivityFileFormat.Fit;

    public string DataType => "fit";

    public bool Detect(ReadOnlySpan<byte> content) => FitFileHeader.StartsAt(content);

    public IReadOnlyList<Activity> ReadActivities(FileContent content, FindingCollector findings, CancellationToken cancellationToken) =>
        new FitReader(content.Bytes, findings, cancellationToken).ReadActivities();

    public void CheckWritable(IReadOnlyList<Activity> activities) => FitWriter.CheckWritable(activities);

    public void WriteActivities(Stream destination, IReadOnlyList<Activity> activities, CancellationToken cancellationToken) =>
        FitWriter.WriteActivities(destination, activities, cancellationToken);
}
