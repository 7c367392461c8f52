using StravaTools.Activities;
using StravaTools.Activities.Model;
using StravaTools.Client.Uploads;

namespace StravaTools.PowerShell.Work;

/// <summary>The properties of an upload, which can differ for each file.</summary>
internal sealed record UploadValues
{
    public string? Name { get; init; }

    public string? Description { get; init; }

    public SportType? SportType { get; init; }

    public string? ActivityType { get; init; }

    public bool? Trainer { get; init; }

    public bool? Commute { get; init; }

    public string? ExternalId { get; init; }

    public string? DataType { get; init; }

    public UploadRequest ToRequest(ActivityFile file) => new()
    {
        File = file,
        Name = Name,
        Description = Description,
        SportType = SportType,
        ActivityType = ActivityType,
        Trainer = Trainer,
        Commute = Commute,
        ExternalId = ExternalId,
        DataType = DataType,
    };
}
