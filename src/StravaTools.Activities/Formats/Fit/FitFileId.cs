using StravaTools.Activities.Model;

namespace StravaTools.Activities.Formats.Fit;

/// <summary>A file_id message.</summary>
internal sealed record FitFileId(int? Type, string? Creator, SourceLocation Location)
{
    public int? Manufacturer { get; init; }

    /// <summary>A number or a name.</summary>
    public bool HasProduct { get; init; }

    public DateTimeOffset? TimeCreated { get; init; }

    public bool IsActivity => Type == FitValues.FileType.Activity;
}
