using System.Net;
using System.Text.RegularExpressions;

namespace StravaTools.Http.Text;

/// <summary>Converts messages to plain text: Strava's messages may contain HTML (strava-uploads.md, "Errors").</summary>
internal static partial class HtmlText
{
    /// <summary>Enough for any message. The rest of a longer page is ignored.</summary>
    private const int MaxLength = 16 * 1024;

    /// <summary>
    /// Removes tags, decodes entities, and appends the address of an absolute link after its text. Escaped links are converted too.
    /// </summary>
    public static string ToPlain(string html)
    {
        var text = PlainText.RemoveControls(html.Length > MaxLength ? html[..MaxLength] : html);
        text = Hidden().Replace(EscapedLink().IsMatch(text) ? Unescape(text) : text, " ");
        text = LinkPattern().Replace(text, "${text} (${address})");
        text = TagPattern().Replace(text, " ");
        // An entity can be a control character.
        return PlainText.ToOneLine(WebUtility.HtmlDecode(text)).Replace(" ,", ",", StringComparison.Ordinal)
            .Replace(" .", ".", StringComparison.Ordinal);
    }

    /// <summary>Decodes escaped HTML.</summary>
    public static string Unescape(string text) => WebUtility.HtmlDecode(text);

    /// <summary>
    /// "Escaped HTML" (strava-uploads.md, "Errors") contains no unescaped tag. Only a complete link counts: anything else may be an escaped
    /// name.
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
}
