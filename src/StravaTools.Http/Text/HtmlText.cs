using System.Net;
using System.Text.RegularExpressions;

namespace StravaTools.Http.Text;

/// <summary>Strava's messages may hold HTML (strava-uploads.md, "Errors"); a person reads plain text.</summary>
internal static partial class HtmlText
{
    /// <summary>Enough for any message; a page that is longer is not read to its end.</summary>
    private const int MaxLength = 16 * 1024;

    /// <summary>
    /// Tags go, entities are decoded, and a link to elsewhere keeps its address behind its text. Links that are escaped are links, too.
    /// </summary>
    public static string ToPlain(string html)
    {
        var text = html.Length > MaxLength ? html[..MaxLength] : html;
        text = Hidden().Replace(EscapedLink().IsMatch(text) ? Unescape(text) : text, " ");
        text = LinkPattern().Replace(text, "${text} (${address})");
        text = TagPattern().Replace(text, " ");
        return SpacePattern().Replace(WebUtility.HtmlDecode(text), " ").Replace(" ,", ",", StringComparison.Ordinal)
            .Replace(" .", ".", StringComparison.Ordinal).Trim();
    }

    /// <summary>The HTML in escaped HTML.</summary>
    public static string Unescape(string text) => WebUtility.HtmlDecode(text);

    public static string Shorten(string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        return text[..length] + "...";
    }

    /// <summary>
    /// In "escaped HTML" (strava-uploads.md, "Errors") no tag is left as it is. Anything less than a link may be a name that was escaped.
    /// </summary>
    [GeneratedRegex("^[^<>]*&lt;a [^<>]*&lt;/a&gt;[^<>]*$", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex EscapedLink();

    [GeneratedRegex("<(?<tag>script|style|head)[^>]*>.*?</\\k<tag>>", RegexOptions.Singleline | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Hidden();

    [GeneratedRegex("<a [^>]*href=[\"'](?<address>https?://[^\"']*)[\"'][^>]*>(?<text>[^<]*)</a>", RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex LinkPattern();

    [GeneratedRegex("<[^>]*>", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TagPattern();

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SpacePattern();
}
