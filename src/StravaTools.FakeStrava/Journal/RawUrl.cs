using Microsoft.AspNetCore.Http.Features;

namespace StravaTools.FakeStrava.Journal;

/// <summary>The path and query of a request as they were sent, with their escapes.</summary>
internal static class RawUrl
{
    public static string FromRequest(HttpContext http)
    {
        var target = http.Features.Get<IHttpRequestFeature>()?.RawTarget ?? "";
        if (target.StartsWith('/'))
        {
            return target;
        }

        // A proxy is sent the complete address.
        return $"{http.Request.Path.Value}{http.Request.QueryString.Value}";
    }
}
