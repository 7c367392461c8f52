using System.Net;
using System.Security.Cryptography;
using System.Text;
using StravaTools.Http.Errors;

namespace StravaTools.Http.Authorization;

/// <summary>
/// A request for a user's permission that is under way: where to send the user, and how to tell the answer from a forged one.
/// </summary>
public sealed class AuthorizationRequest
{
    private readonly string _state = Pkce.RandomText();

    /// <param name="application">Who asks.</param>
    /// <param name="redirectUri">Where the user is sent back to.</param>
    /// <param name="scope">What for.</param>
    public AuthorizationRequest(OAuthApplication application, Uri redirectUri, string scope)
    {
        ArgumentNullException.ThrowIfNull(application);
        ArgumentNullException.ThrowIfNull(redirectUri);
        (Application, RedirectUri, Scope) = (application, redirectUri, scope);
        Url = CreateUrl();
    }

    /// <summary>Where the user says yes or no.</summary>
    public Uri Url { get; }

    /// <summary>Where the user is sent back to.</summary>
    public Uri RedirectUri { get; }

    /// <summary>What is asked for.</summary>
    public string Scope { get; }

    internal OAuthApplication Application { get; }

    internal Pkce Pkce { get; } = Pkce.Create();

    /// <summary>The code in the address that the user was sent back to.</summary>
    /// <exception cref="ApiException">
    /// The user said no (<see cref="ApiErrors.AuthorizationDenied"/>), or it is no answer to this request
    /// (<see cref="ApiErrors.AuthorizationForged"/>).
    /// </exception>
    internal string ReadCode(Uri redirected)
    {
        var values = ParseQuery(redirected);
        var state = values.GetValueOrDefault("state") ?? "";
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(state), Encoding.UTF8.GetBytes(_state)))
        {
            throw new ApiException(ApiErrors.AuthorizationForged);
        }

        if (values.GetValueOrDefault("error") is { } error)
        {
            throw new ApiException(ApiErrors.AuthorizationDenied, error);
        }

        if (values.GetValueOrDefault("code") is { Length: > 0 } code)
        {
            return code;
        }

        throw new ApiException(ApiErrors.AuthorizationForged);
    }

    /// <summary>What the user has allowed, where the address tells it; null if it does not.</summary>
    internal static string? ReadGrantedScope(Uri redirected) => ParseQuery(redirected).GetValueOrDefault("scope");

    /// <summary>Never the verifier or the state.</summary>
    public override string ToString() => $"authorization of {Application.ClientId}";

    private Uri CreateUrl()
    {
        IEnumerable<(string Name, string Value)> query =
        [
            ("response_type", "code"),
            ("client_id", Application.ClientId),
            ("redirect_uri", RedirectUri.OriginalString),
            ("scope", Scope),
            ("state", _state),
        ];
        if (Application.UsesPkce)
        {
            query = query.Append(("code_challenge", Pkce.Challenge)).Append(("code_challenge_method", "S256"));
        }

        var text = string.Join('&', query.Select(field => $"{field.Name}={Uri.EscapeDataString(field.Value)}"));
        var address = new UriBuilder(Application.AuthorizeUri);
        address.Query = address.Query.Length > 1 ? $"{address.Query}&{text}" : text;
        return address.Uri;
    }

    private static Dictionary<string, string> ParseQuery(Uri redirected)
    {
        var query = redirected.IsAbsoluteUri ? redirected.Query : redirected.OriginalString;
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in query[(query.IndexOf('?', StringComparison.Ordinal) + 1)..].Split('&'))
        {
            var parts = field.Split('=', 2);
            values[parts[0]] = WebUtility.UrlDecode(parts.ElementAtOrDefault(1) ?? "");
        }

        return values;
    }
}
