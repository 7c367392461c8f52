using System.Globalization;
using System.Text.RegularExpressions;
using StravaTools.Http.Text;

namespace StravaTools.Client.Uploads;

/// <summary>
/// Strava reports a duplicate in the error text only, in two forms: <c>X duplicate of activity 21234316</c> (strava-uploads.md, "Errors")
/// and
/// <c>X duplicate of &lt;a href='/activities/99' ...&gt;TITLE&lt;/a&gt;</c>, which may be escaped ("They may also include escaped HTML").
/// </summary>
internal static partial class DuplicateText
{
    /// <summary>
    /// The id of the other activity; null if the text tells of no duplicate. A title or a file name that looks like one does not confuse
    /// it.
    /// </summary>
    public static long? ActivityIdOf(string? error)
    {
        if (error is null)
        {
            return null;
        }

        // Names may hold anything, so the surest form goes first.
        Match[] matches = [PlainAtEnd().Match(error), LinkPattern().Match(error), LinkPattern().Match(HtmlText.Unescape(error)),
            PlainPattern().Match(error)];
        if (Array.Find(matches, match => match.Success) is { } match
            && long.TryParse(match.Groups["id"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            return id;
        }

        return null;
    }

    // The file name stands before, so the last one counts; the title stands behind the link, with its own tags escaped.
    [GeneratedRegex("duplicate of <a href=[\"'](?:https?://[^/\"']+)?/activities/(?<id>[0-9]{1,19})[\"'?#]", RegexOptions.RightToLeft,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex LinkPattern();

    [GeneratedRegex("duplicate of activity (?<id>[0-9]{1,19})\\.?\\s*$", RegexOptions.RightToLeft, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PlainAtEnd();

    [GeneratedRegex("duplicate of activity (?<id>[0-9]{1,19})", RegexOptions.RightToLeft, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PlainPattern();
}
