namespace StravaTools.FakeStrava.Http;

/// <summary>Finds the access token of a request.</summary>
internal static class AccessTokenReader
{
    private static readonly string[] Schemes = ["Bearer ", "access_token "];

    public static bool HasTokenHeader(HttpRequest request) => request.Headers.Authorization.Count > 0;

    /// <summary>
    /// The token as <c>Authorization: Bearer X</c> (or <c>access_token X</c>, field-notes.md, 5.5), else as the parameter access_token of
    /// query or form (strava-v3-api.md, "Example request"); null if the request has none.
    /// </summary>
    public static string? ReadToken(HttpRequest request, RequestParameters? parameters)
    {
        var header = request.Headers.Authorization.ToString();
        if (header.Length == 0)
        {
            return parameters?[RequestParameters.AccessToken];
        }

        foreach (var scheme in Schemes)
        {
            if (header.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
            {
                return header[scheme.Length..].Trim();
            }
        }

        return null;
    }
}
