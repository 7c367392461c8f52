using System.Net.Http.Headers;
using System.Text;
using StravaTools.FakeStrava.Tests.Support;

namespace StravaTools.FakeStrava.Tests.Admin;

/// <summary>Requests to /__admin/strava, as a test in any language sends them.</summary>
public abstract class AdminTest : FakeStravaTest
{
    private protected static readonly HttpMethod Get = HttpMethod.Get;
    private protected static readonly HttpMethod Post = HttpMethod.Post;
    private protected static readonly HttpMethod Put = HttpMethod.Put;
    private protected static readonly HttpMethod Patch = HttpMethod.Patch;
    private protected static readonly HttpMethod Delete = HttpMethod.Delete;

    private protected Task<Reply> AdminAsync(HttpMethod method, string noun, string? json = null)
    {
        var content = json is null ? null : new StringContent(json, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        return SendAsync(method, $"__admin/strava/{noun}", content, "");
    }
}
