using System.Globalization;
using System.Management.Automation;
using StravaTools.Client.Activities;
using StravaTools.Client.Photos;
using StravaTools.Client.Uploads;

namespace StravaTools.PowerShell.Parameters;

/// <summary>An activity that a photo may be added to, as it came down the pipeline.</summary>
internal sealed record PhotoTarget
{
    public string? Path { get; init; }

    public long? ActivityId { get; init; }

    public Uri? ActivityUrl { get; init; }

    public IReadOnlyList<PhotoMetadata> Addresses { get; init; } = [];

    /// <summary>Why there is no activity to add it to; null if there is one.</summary>
    public string? WhyNot { get; init; }

    /// <summary>What to call it in messages.</summary>
    public string Name => Path ?? ActivityUrl?.ToString() ?? $"activity {ActivityId}";

    /// <summary>Goes by the properties, so that selected and deserialized objects do as well.</summary>
    public static PhotoTarget FromObject(PSObject input)
    {
        var outcome = ReadProperty<UploadOutcome?>(input, nameof(UploadResult.Outcome));
        return new PhotoTarget
        {
            Path = ReadProperty<string>(input, nameof(UploadResult.Path)),
            ActivityId = ReadProperty<long?>(input, nameof(UploadResult.ActivityId)) ?? (outcome is null ? ReadProperty<long?>(input, nameof(StravaActivity.Id)) : null),
            ActivityUrl = ReadProperty<Uri>(input, nameof(UploadResult.ActivityUrl)),
            Addresses = ReadProperty<PhotoMetadata[]>(input, nameof(UploadResult.PhotoMetadata)) ?? [],
            WhyNot = outcome is null or UploadOutcome.Ready ? null : Reason(outcome.Value, ReadProperty<string>(input, nameof(UploadResult.Error))),
        };
    }

    private static string Reason(UploadOutcome outcome, string? error) => outcome switch
    {
        UploadOutcome.Pending => "Pending: Strava has not processed the upload yet. Wait for it: Send-StravaUpload -Wait, or Get-StravaUploadStatus -Wait.",
        _ when error is { Length: > 0 } => $"{outcome}: {error}",
        _ => outcome.ToString(),
    };

    private static T? ReadProperty<T>(PSObject input, string name)
    {
        if (input.Properties[name]?.Value is { } value && LanguagePrimitives.TryConvertTo<T>(value, CultureInfo.InvariantCulture, out var converted))
        {
            return converted;
        }

        return default;
    }
}
