using StravaTools.Activities.Model;
using StravaTools.Activities.Validation;

namespace StravaTools.Activities.Formats.StrengthJson;

/// <summary>Strava's JSON for strength training 1.0 (strava-uploads.md, "JSON - Strength Training (Limited)").</summary>
internal sealed class StrengthJsonFormat : IActivityFormat
{
    public ActivityFileFormat Format => ActivityFileFormat.StrengthJson;

    public string DataType => "json";

    public bool Detect(ReadOnlySpan<byte> content)
    {
        var text = content.StartsWith<byte>([0xEF, 0xBB, 0xBF]) ? content[3..] : content;
        return text.TrimStart(" \t\r\n"u8).StartsWith("{"u8);
    }

    public IReadOnlyList<Activity> ReadActivities(FileContent content, FindingCollector findings, CancellationToken cancellationToken) =>
        new StrengthJsonReader(content.Bytes, findings).ReadActivities();

    public void CheckWritable(IReadOnlyList<Activity> activities) => StrengthJsonWriter.CheckWritable(activities);

    public void WriteActivities(Stream destination, IReadOnlyList<Activity> activities, CancellationToken cancellationToken) =>
        StrengthJsonWriter.WriteActivities(destination, activities, cancellationToken);
}
