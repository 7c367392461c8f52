namespace StravaTools.FakeStrava.Endpoints;

/// <summary>A header that Strava does not send: why the fake refused a request.</summary>
internal static class FakeHint
{
    public const string Header = "X-Fake-Hint";

    /// <summary>Adds the header.</summary>
    /// <param name="http">The request.</param>
    /// <param name="hint">A sentence in ASCII.</param>
    public static void AddHint(HttpContext http, string hint) => http.Response.Headers[Header] = hint;
}
