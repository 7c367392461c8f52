using StravaTools.Activities.Validation;

namespace StravaTools.Activities.Formats.Gpx;

internal sealed class GpxFormat : IActivityFormat
{
    public ActivityFileFormat Format => ActivityFileFormat.Gpx;

    public string DataType => "gpx";

    public bool Detect(ReadOnlySpan<byte> content) => XmlRoot.NameOf(content) == "gpx";

    public IReadOnlyList<Activity> Read(ReadOnlyMemory<byte> content, FindingCollector findings, CancellationToken cancellationToken) => [];
}
