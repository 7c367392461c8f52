using System.Globalization;
using System.Net;
using StravaTools.FakeStrava.Options;

namespace StravaTools.FakeStrava.Processing;

/// <summary>
/// Strava's texts about uploads: strava-uploads.md, "Check Upload Status", and the errors recorded in field-notes.md, 3.1.
/// </summary>
internal static class UploadTexts
{
    public const string Processing = "Your activity is still being processed.";
    public const string Ready = "Your activity is ready.";
    public const string Failed = "There was an error processing your activity.";
    public const string Deleted = "The created activity has been deleted.";

    public const string Malformed = "The upload appears to be malformed and we are unable to process it";
    public const string TimeMissing = "Time information is missing from file.";
    public const string UnrecognisedType = "Unrecognised file type";

    public const string Empty = $"""The file is empty, <a href="{EmptyHelp}" target="_blank">More Information</a>.""";

    private const string EmptyHelp = "https://strava.zendesk.com/entries/21823834-Uploading-Empty-Files";

    private static readonly Dictionary<string, string> KnownErrors = new(StringComparer.OrdinalIgnoreCase)
    {
        ["malformed"] = Malformed,
        ["timeMissing"] = TimeMissing,
        ["unrecognizedType"] = UnrecognisedType,
        ["empty"] = Empty,
    };

    /// <summary>The names of the errors that were recorded.</summary>
    public static IEnumerable<string> KnownErrorNames => KnownErrors.Keys;

    /// <summary>The text of an error by its name; null for another text.</summary>
    public static string? FindKnownError(string name) => KnownErrors.GetValueOrDefault(name);

    /// <summary>The error of a file that is processing in another upload, whose id it has (field-notes.md, 7.1).</summary>
    public static string DescribeProcessingDuplicate(string externalId, long uploadId) =>
        FormattableString.Invariant($"{externalId} duplicate of an uploading activity ({uploadId})");

    /// <summary>By the documents an error "may include escaped HTML"; today's clients read a link that is not escaped.</summary>
    public static string DescribeDuplicate(FakeStravaOptions options, string externalId, long activityId, string title)
    {
        var id = activityId.ToString(CultureInfo.InvariantCulture);
        if (options.DuplicateText == DuplicateText.PlainPattern)
        {
            return $"{externalId} duplicate of activity {id}";
        }

        var link = $"<a href='/activities/{id}' target='_blank'>{WebUtility.HtmlEncode(title)}</a>";
        if (options.Profile == FakeProfile.Documented)
        {
            link = WebUtility.HtmlEncode(link);
        }

        return $"{externalId} duplicate of {link}";
    }
}
