using StravaTools.Http.Errors;

namespace StravaTools.Http.Transport;

/// <summary>Checks the addresses that secrets are sent to.</summary>
internal static class ServerAddress
{
    /// <summary>The address in a setting; null for an empty one.</summary>
    /// <exception cref="ApiException"><see cref="ApiErrors.InvalidBaseUri"/>.</exception>
    public static Uri? Parse(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        if (Uri.TryCreate(text, UriKind.Absolute, out var uri))
        {
            return uri;
        }

        throw NotAnAddress(text);
    }

    /// <summary>The root of a server. The address of the API itself is accepted too.</summary>
    /// <param name="uri">The specified address.</param>
    /// <param name="apiPath">The path of the API, which is not part of the root.</param>
    /// <exception cref="ApiException"><see cref="ApiErrors.InvalidBaseUri"/> or <see cref="ApiErrors.InsecureBaseUri"/>.</exception>
    public static Uri NormalizeRoot(Uri uri, string apiPath)
    {
        // The address localhost:8080 has the scheme localhost.
        if (!uri.IsAbsoluteUri || (uri.Scheme != Uri.UriSchemeHttps && uri.Scheme != Uri.UriSchemeHttp))
        {
            throw NotAnAddress(uri.OriginalString);
        }

        // Without user and password: the address appears in logs and errors.
        var root = uri.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped).TrimEnd('/');
        if (!IsSafe(uri))
        {
            throw new ApiException(ApiErrors.InsecureBaseUri, root);
        }

        if (root.EndsWith(apiPath, StringComparison.OrdinalIgnoreCase))
        {
            root = root[..^apiPath.Length];
        }

        return new Uri(root + "/");
    }

    /// <summary>True for https, and for http on this machine.</summary>
    public static bool IsSafe(Uri uri) =>
        uri.IsAbsoluteUri && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback));

    /// <summary>Without user and password, as above.</summary>
    private static ApiException NotAnAddress(string text) => new(ApiErrors.InvalidBaseUri, text[(text.LastIndexOf('@') + 1)..]);
}
