using System.Net;
using System.Security.Cryptography;
using System.Text;
using StravaTools.Http.Errors;

namespace StravaTools.Http.Authorization;

/// <summary>A pending authorization request: the address to send the user to, and the state that detects forged responses.</summary>
public sealed class AuthorizationRequest
{
    private readonly string _state = Pkce.RandomText();

    /// <param name="application">The application that requests access.</param>
    /// <param name="redirectUri">The address that the user is redirected to.</param>
    /// <param name="scope">The requested scope.</param>
    public AuthorizationRequest(OAuthApplication application, Uri redirectUri, string scope)
    {
        ArgumentNullException.ThrowIfNull(application);
        ArgumentNullException.ThrowIfNull(redirectUri);
        (Application, RedirectUri, Scope) = (application, redirectUri, scope);
        Url = CreateUrl();
    }

    /// <summary>The page where the user grants or denies access.</summary>
    public Uri Url { get; }

    /// <summary>The address that the user is redirected to.</summary>
    public Uri RedirectUri { get; }

    /// <summary>The requested scope.</summary>
    public string Scope { get; }

    internal OAuthApplication Application { get; }

    internal Pkce Pkce { get; } = Pkce.Create();

    /// <summary>Reads the code from the address that the user was redirected to.</summary>
    /// <exception cref="ApiException">
    /// The user denied access (<see cref="ApiErrors.AuthorizationDenied"/>), or the address does not belong to this request
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

    /// <summary>Reads the granted scope; null if the address does not contain it.</summary>
    internal static string? ReadGrantedScope(Uri redirected) => ParseQuery(redirected).GetValueOrDefault("scope");

    /// <summary>Contains neither the verifier nor the state.</summary>
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
