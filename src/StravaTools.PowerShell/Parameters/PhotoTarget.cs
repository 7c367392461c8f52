using System.Globalization;
using System.Management.Automation;
using StravaTools.Client.Activities;
using StravaTools.Client.Photos;
using StravaTools.Client.Uploads;

namespace StravaTools.PowerShell.Parameters;

/// <summary>An activity from the pipeline to which photos can be added.</summary>
internal sealed record PhotoTarget
{
    public string? Path { get; init; }

    public long? ActivityId { get; init; }

    public Uri? ActivityUrl { get; init; }

    public IReadOnlyList<PhotoMetadata> Addresses { get; init; } = [];

    /// <summary>Why no photo can be added; null if one can.</summary>
    public string? WhyNot { get; init; }

    /// <summary>The name for messages.</summary>
    public string Name => Path ?? ActivityUrl?.ToString() ?? $"activity {ActivityId}";

    /// <summary>Reads properties by name, so that selected and deserialized objects work, too.</summary>
    public static PhotoTarget FromObject(PSObject input)
    {
        var outcome = ReadProperty<UploadOutcome?>(input, nameof(UploadResult.Outcome));
        return new PhotoTarget
        {
            Path = ReadProperty<string>(input, nameof(UploadResult.Path)),
            ActivityId = FindActivityId(input, outcome),
            ActivityUrl = ReadProperty<Uri>(input, nameof(UploadResult.ActivityUrl)),
            Addresses = ReadProperty<PhotoMetadata[]>(input, nameof(UploadResult.PhotoMetadata)) ?? [],
            WhyNot = Reason(outcome, ReadProperty<string>(input, nameof(UploadResult.Error))),
        };
    }

    /// <summary>Of an upload, Id is the ID of the upload.</summary>
    private static long? FindActivityId(PSObject input, UploadOutcome? outcome)
    {
        var id = ReadProperty<long?>(input, nameof(UploadResult.ActivityId));
        if (outcome is null)
        {
            id ??= ReadProperty<long?>(input, nameof(StravaActivity.Id));
        }

        return id;
    }

    private static string? Reason(UploadOutcome? outcome, string? error) => outcome switch
    {
        null or UploadOutcome.Ready => null,
        UploadOutcome.Pending =>
            "Pending: Strava has not processed the upload yet. Use Send-StravaUpload -Wait or Get-StravaUploadStatus -Wait.",
        _ when error is { Length: > 0 } => $"{outcome}: {error}",
        _ => outcome.ToString(),
    };

    private static T? ReadProperty<T>(PSObject input, string name)
    {
        var value = input.Properties[name]?.Value;
        if (value is not null && LanguagePrimitives.TryConvertTo<T>(value, CultureInfo.InvariantCulture, out var converted))
        {
            return converted;
        }

        return default;
    }
}
