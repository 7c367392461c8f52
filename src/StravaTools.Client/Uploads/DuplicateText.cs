using System.Globalization;
using System.Text.RegularExpressions;
using StravaTools.Http.Text;

namespace StravaTools.Client.Uploads;

/// <summary>
/// Strava reports a duplicate in the error text only, in two forms: <c>X duplicate of activity 21234316</c> (strava-uploads.md, "Errors")
/// and <c>X duplicate of &lt;a href='/activities/99' ...&gt;TITLE&lt;/a&gt;</c>, which may be escaped ("They may also include escaped
/// HTML").
/// </summary>
internal static partial class DuplicateText
{
    /// <summary>
    /// Returns the ID of the other activity; null if the text does not report a duplicate. Titles and file names that resemble such a text
    /// are ignored.
    /// </summary>
    public static long? FindActivityId(string? error)
    {
        if (error is null)
        {
            return null;
        }

        // Names may contain anything, so the most specific form is tried first.
        Match[] matches =
        [
            PlainAtEnd().Match(error),
            LinkPattern().Match(error),
            LinkPattern().Match(HtmlText.Unescape(error)),
            PlainPattern().Match(error),
        ];
        if (Array.Find(matches, match => match.Success) is { } match
            && long.TryParse(match.Groups["id"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            return id;
        }

        return null;
    }

    // The file name precedes the link, so the last match counts. The title follows the address, with its tags escaped.
    [GeneratedRegex("duplicate of <a href=[\"'](?:https?://[^/\"']+)?/activities/(?<id>[0-9]{1,19})[\"'?#]", RegexOptions.RightToLeft,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex LinkPattern();

    [GeneratedRegex("duplicate of activity (?<id>[0-9]{1,19})\\.?\\s*$", RegexOptions.RightToLeft, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PlainAtEnd();

    [GeneratedRegex("duplicate of activity (?<id>[0-9]{1,19})", RegexOptions.RightToLeft, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PlainPattern();
}
