using StravaTools.Activities.Validation;

namespace StravaTools.Activities.Formats.Fit;

internal sealed class FitFormat : IActivityFormat
{
    public ActivityFileFormat Format => ActivityFileFormat.Fit;

    public string DataType => "fit";

    public bool Detect(ReadOnlySpan<byte> content) => FitFileHeader.StartsAt(content);

    public IReadOnlyList<Activity> Read(FileContent content, FindingCollector findings, CancellationToken cancellationToken) =>
        new FitReader(content.Bytes, findings, cancellationToken).Read();

    public void CheckWritable(IReadOnlyList<Activity> activities) => FitWriter.Check(activities);

    public void Write(Stream destination, IReadOnlyList<Activity> activities, CancellationToken cancellationToken) =>
        FitWriter.Write(destination, activities, cancellationToken);
}
