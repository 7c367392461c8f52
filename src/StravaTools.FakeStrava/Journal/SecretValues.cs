using System.Text;
using System.Text.RegularExpressions;

namespace StravaTools.FakeStrava.Journal;

/// <summary>
/// Hides the secrets of a request: the values of tokens, codes, passwords, and keys are replaced in it and in its response.
/// </summary>
internal sealed partial class SecretValues
{
    private const string Hidden = "***";

    private static readonly string[] SecretNames =
    [
        "access_token", "refresh_token", "client_secret", "code", "code_verifier", "token", "password", "Signature", "verify_token",
    ];

    private static readonly string[] SecretHeaders = ["Authorization", "Cookie", "Set-Cookie", "x-api-key", "Proxy-Authorization"];

    /// <summary>The longest first, because one can contain another.</summary>
    private readonly string[] _values;

    public SecretValues(JournalEntry entry)
    {
        var values = new HashSet<string>(StringComparer.Ordinal);
        AddHeaders(values, entry);
        foreach (var (name, value) in entry.Parameters.Where(parameter => IsSecret(parameter.Key)))
        {
            AddValue(values, value);
        }

        AddMatches(values, entry.Query);
        AddMatches(values, Decode(entry.Body));
        // The code of an error is not a secret.
        AddMatches(values, Decode(entry.ResponseBody), except: "code");
        _values = [.. values.OrderByDescending(value => value.Length)];
    }

    public string HideSecrets(string text) => _values.Aggregate(
        text, (hidden, value) => hidden.Replace(value, Hidden, StringComparison.Ordinal));

    /// <summary>Bytes without secrets; the same bytes if they contain none.</summary>
    public ReadOnlyMemory<byte> HideSecrets(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.IsEmpty || _values.Length == 0)
        {
            return bytes;
        }

        var text = Encoding.Latin1.GetString(bytes.Span);
        var hidden = HideSecrets(text);
        if (ReferenceEquals(text, hidden) || text == hidden)
        {
            return bytes;
        }

        return Encoding.Latin1.GetBytes(hidden);
    }

    public static bool IsSecret(string name) => SecretNames.Contains(name, StringComparer.OrdinalIgnoreCase);

    private static void AddHeaders(HashSet<string> values, JournalEntry entry)
    {
        var headers = entry.Headers.Concat(entry.ResponseHeaders)
            .Where(header => SecretHeaders.Contains(header.Key, StringComparer.OrdinalIgnoreCase));
        foreach (var value in headers.SelectMany(header => header.Value))
        {
            // The scheme, such as Bearer, stays visible.
            AddValue(values, value?[(value.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
        }
    }

    private static void AddMatches(HashSet<string> values, string text, string? except = null)
    {
        foreach (var match in NamedSecret().Matches(text).Where(match => match.Groups["name"].Value != except))
        {
            var value = match.Groups["value"].Value;
            AddValue(values, value);
            AddValue(values, Uri.UnescapeDataString(value));
        }
    }

    private static void AddValue(HashSet<string> values, string? value)
    {
        // Shorter values are placeholders and would hide parts of other words.
        if (value is { Length: >= 4 })
        {
            values.Add(value);
        }
    }

    private static string Decode(ReadOnlyMemory<byte> bytes) => Encoding.Latin1.GetString(bytes.Span);

    /// <summary>In a query or a form, in JSON, and in a part of a multipart body.</summary>
    [GeneratedRegex(
        """(?<![\w-])(?<name>access_token|refresh_token|client_secret|code|code_verifier|token|password|signature|verify_token)"""
        + """("\s*:\s*"|=|"\r\n\r\n|"\r\nContent-Type: [^\r\n]*\r\n\r\n)(?<value>[^"&\s;]+)""",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex NamedSecret();
}
