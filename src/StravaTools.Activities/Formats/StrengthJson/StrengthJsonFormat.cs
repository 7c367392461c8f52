using StravaTools.Activities.Validation;

namespace StravaTools.Activities.Formats.StrengthJson;

internal sealed class StrengthJsonFormat : IActivityFormat
{
    public ActivityFileFormat Format => ActivityFileFormat.StrengthJson;

    public string DataType => "json";

    public bool Detect(ReadOnlySpan<byte> content) => false;

    public IReadOnlyList<Activity> Read(ReadOnlyMemory<byte> content, FindingCollector findings, CancellationToken cancellationToken) => [];
}
