using StravaTools.Activities;
using StravaTools.Activities.Model;

namespace StravaTools.FakeStrava.Processing;

/// <summary>The parameters of an upload after the initial checks (strava-uploads.md, "How to Upload an Activity").</summary>
internal sealed record UploadParameters
{
    /// <summary>In lower case.</summary>
    public required string DataType { get; init; }

    public string? Name { get; init; }

    public string? Description { get; init; }

    /// <summary>sport_type, else activity_type, in Strava's case.</summary>
    public string? SportType { get; init; }

    public bool Trainer { get; init; }

    public bool Commute { get; init; }

    public ActivityFileFormat Format => ActivityFileFormats.FromDataType(DataType)!.Format;

    public bool IsGzip => DataType.EndsWith(".gz", StringComparison.Ordinal);

    public static bool IsDataType(string dataType) => ActivityFileFormats.FromDataType(dataType) is not null;
}
