using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace StravaTools.Http.Text;

/// <summary>
/// Hides the secrets of a request in texts of the server, which may echo them, and the password of a proxy in texts of .NET.
/// </summary>
internal sealed partial class Redaction
{
    private const string Hidden = "(hidden)";

    /// <summary>A shorter text is not a secret, and replacing it would make messages unreadable.</summary>
    private const int MinLength = 4;

    private readonly string[] _secrets;

    /// <param name="secrets">The secrets that were sent. Those of other hosts are not among them.</param>
    public Redaction(params IEnumerable<string?> secrets)
    {
        // The longest first: a secret may be part of another one.
        _secrets = [.. secrets.OfType<string>().Where(secret => secret.Length >= MinLength).SelectMany(Spellings)
            .Distinct(StringComparer.Ordinal).OrderByDescending(secret => secret.Length)];
    }

    public static Redaction None { get; } = new();

    /// <summary>Hides secrets in a text. Case is ignored: a name of a host is in lowercase.</summary>
    public string HideSecrets(string text)
    {
        foreach (var secret in _secrets)
        {
            text = text.Replace(secret, Hidden, StringComparison.OrdinalIgnoreCase);
        }

        return UserInformation().Replace(text, Hidden);
    }

    /// <summary>Hides secrets in a body.</summary>
    public ReadOnlyMemory<byte> HideSecrets(ReadOnlyMemory<byte> body)
    {
        if (!_secrets.Any(secret => body.Span.IndexOf(Encoding.UTF8.GetBytes(secret)) >= 0))
        {
            return body;
        }

        return Encoding.UTF8.GetBytes(HideSecrets(Encoding.UTF8.GetString(body.Span)));
    }

    /// <summary>The user and the password in an address, such as http://user:password@proxy.example/.</summary>
    [GeneratedRegex(@"(?<=://)[^/?#@\s]+(?=@)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex UserInformation();

    /// <summary>A server may echo a secret in the encoding of a form, of HTML, of JSON, or of an address that contains the form.</summary>
    private static string[] Spellings(string secret) =>
    [
        secret, Uri.EscapeDataString(Uri.EscapeDataString(secret)), Uri.EscapeDataString(WebUtility.UrlEncode(secret)),
        Uri.EscapeDataString(secret), WebUtility.UrlEncode(secret), WebUtility.HtmlEncode(secret),
        JsonEncodedText.Encode(secret).ToString(),
    ];
}
