using System.Globalization;
using System.Text.RegularExpressions;

namespace StravaTools.Client.Uploads;

/// <summary>
/// Strava tells a duplicate in the error text only, in two forms: <c>X duplicate of activity 21234316</c> (strava-uploads.md, "Errors") and
/// <c>X duplicate of &lt;a href='/activities/99' ...&gt;TITLE&lt;/a&gt;</c> (seen on the wire).
/// </summary>
internal static partial class DuplicateText
{
    /// <summary>The id of the other activity; null if the text tells of no duplicate. A title or a file name that looks like one does not confuse it.</summary>
    public static long? ActivityIdOf(string? error)
    {
        if (error is null)
        {
            return null;
        }

        var match = Link().Match(error) is { Success: true } link ? link : Plain().Match(error);
        return match.Success && long.TryParse(match.Groups["id"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
    }

    // The file name stands before, so the last one counts; the title stands behind the link, with its own tags escaped.
    [GeneratedRegex("duplicate of <a href=[\"'](?:https?://[^/\"']+)?/activities/(?<id>[0-9]{1,19})[\"'?#]", RegexOptions.RightToLeft, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();

    [GeneratedRegex("duplicate of activity (?<id>[0-9]{1,19})", RegexOptions.RightToLeft, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Plain();
}
