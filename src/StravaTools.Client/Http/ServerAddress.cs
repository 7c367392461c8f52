namespace StravaTools.Client.Http;

/// <summary>Addresses that secrets may be sent to.</summary>
internal static class ServerAddress
{
    /// <summary>The root of a server, of what somebody gave for it: the address of the API itself is a likely thing to be given.</summary>
    /// <param name="uri">What was given.</param>
    /// <param name="api">The path of the API, which is no part of the root.</param>
    /// <exception cref="StravaException"><see cref="ApiErrors.InsecureBaseUri"/>.</exception>
    public static Uri NormalizeRoot(Uri uri, string api)
    {
        if (!uri.IsAbsoluteUri)
        {
            throw new StravaException(ApiErrors.InsecureBaseUri, uri);
        }

        // Without a user and a password: it is shown in logs and errors.
        var root = uri.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped).TrimEnd('/');
        if (!IsSafe(uri))
        {
            throw new StravaException(ApiErrors.InsecureBaseUri, root);
        }

        return new Uri((root.EndsWith(api, StringComparison.OrdinalIgnoreCase) ? root[..^api.Length] : root) + "/");
    }

    /// <summary>True for https, and for http on this machine.</summary>
    public static bool IsSafe(Uri uri) => uri.IsAbsoluteUri && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback));
}
