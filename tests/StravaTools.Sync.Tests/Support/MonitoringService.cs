using System.Net;

namespace StravaTools.Sync.Tests.Support;

/// <summary>A monitoring service that records the calls and sends a response.</summary>
internal sealed class MonitoringService : HttpMessageHandler
{
    public List<(string Path, string Text)> Calls { get; } = [];

    public Func<HttpResponseMessage> Respond { get; set; } = () => new HttpResponseMessage(HttpStatusCode.OK);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Assert.Equal(HttpMethod.Post, request.Method);
        Calls.Add((request.RequestUri!.PathAndQuery, await request.Content!.ReadAsStringAsync(cancellationToken)));
        return Respond();
    }
}
