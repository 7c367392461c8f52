using StravaTools.Activities.Model;

namespace StravaTools.Activities.Formats.Fit;

/// <summary>A file_id message.</summary>
internal sealed record FitFileId(int? Type, string? Creator, SourceLocation Location)
{
    private const int ActivityType = 4;

    public int? Manufacturer { get; init; }

    /// <summary>A number, or where there is none a name.</summary>
    public bool HasProduct { get; init; }

    public DateTimeOffset? TimeCreated { get; init; }

    public bool IsActivity => Type == ActivityType;
}
