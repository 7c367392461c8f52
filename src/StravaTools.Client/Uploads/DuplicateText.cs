using System.Globalization;
using System.Text.RegularExpressions;
using StravaTools.Http.Text;

namespace StravaTools.Client.Uploads;

/// <summary>
/// Strava reports a duplicate in the error text only, in three forms: <c>X duplicate of activity 21234316</c> (strava-uploads.md,
/// "Errors"), <c>X duplicate of &lt;a href='/activities/99' ...&gt;TITLE&lt;/a&gt;</c>, which may be escaped ("They may also include
/// escaped HTML"), and <c>X duplicate of an uploading activity (5)</c> while the other upload is being processed (field-notes.md, 7.1).
/// </summary>
/// <param name="ActivityId">The other activity; null while it is being processed.</param>
/// <param name="UploadId">The other upload; null if the activity is known.</param>
internal sealed partial record DuplicateText(long? ActivityId, long? UploadId)
{
    /// <summary>HTML in a JSON text can be escaped for each of them.</summary>
    private const int MaxEscapes = 2;

    /// <summary>
    /// Returns the other activity or upload; null if the text does not report a duplicate. Titles and file names that resemble such a text
    /// are ignored.
    /// </summary>
    public static DuplicateText? FindDuplicate(string? error)
    {
        if (error is null)
        {
            return null;
        }

        // Names may contain anything, so the most specific form is tried first.
        return FindActivity(PlainAtEnd(), error) ?? FindUpload(error) ?? FindLink(error) ?? FindActivity(PlainPattern(), error);
    }

    private static DuplicateText? FindLink(string error)
    {
        for (var escapes = 0; escapes <= MaxEscapes; escapes++)
        {
            if (FindActivity(LinkPattern(), error) is { } found)
            {
                return found;
            }

            error = HtmlText.Unescape(error);
        }

        return null;
    }

    private static DuplicateText? FindActivity(Regex pattern, string error)
    {
        if (FindId(pattern, error) is { } id)
        {
            return new DuplicateText(id, null);
        }

        return null;
    }

    private static DuplicateText? FindUpload(string error)
    {
        if (FindId(UploadingPattern(), error) is { } id)
        {
            return new DuplicateText(null, id);
        }

        return null;
    }

    private static long? FindId(Regex pattern, string error)
    {
        if (pattern.Match(error) is { Success: true } match
            && long.TryParse(match.Groups["id"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            return id;
        }

        return null;
    }

    // The file name precedes the link, so the last match counts. The title follows the address, with its tags escaped.
    [GeneratedRegex("duplicate of <a [^<>]*?href=[\"'](?:https?://[^/\"']+)?/activities/(?<id>[0-9]{1,19})[\"'?#]",
        RegexOptions.RightToLeft, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LinkPattern();

    [GeneratedRegex("duplicate of activity (?<id>[0-9]{1,19})\\.?\\s*$", RegexOptions.RightToLeft, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PlainAtEnd();

    [GeneratedRegex("duplicate of activity (?<id>[0-9]{1,19})", RegexOptions.RightToLeft, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PlainPattern();

    [GeneratedRegex("duplicate of an uploading activity \\((?<id>[0-9]{1,19})\\)\\.?\\s*$", RegexOptions.RightToLeft,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex UploadingPattern();
}
