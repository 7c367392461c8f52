using StravaTools.Activities.Validation;

namespace StravaTools.Activities.Formats.Fit;

internal sealed class FitFormat : IActivityFormat
{
    public ActivityFileFormat Format => ActivityFileFormat.Fit;

    public string DataType => "fit";

    public bool Detect(ReadOnlySpan<byte> content) => content.Length > 11 && content.Slice(8, 4).SequenceEqual(".FIT"u8);

    public IReadOnlyList<Activity> Read(ReadOnlyMemory<byte> content, FindingCollector findings, CancellationToken cancellationToken) => [];
}
