using StravaTools.Activities.Validation;

namespace StravaTools.Activities.Formats.Tcx;

internal sealed class TcxFormat : IActivityFormat
{
    public ActivityFileFormat Format => ActivityFileFormat.Tcx;

    public string DataType => "tcx";

    public bool Detect(ReadOnlySpan<byte> content) => XmlRoot.NameOf(content) == "TrainingCenterDatabase";

    public IReadOnlyList<Activity> Read(ReadOnlyMemory<byte> content, FindingCollector findings, CancellationToken cancellationToken) => [];
}
