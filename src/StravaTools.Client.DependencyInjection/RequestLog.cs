using Microsoft.Extensions.Logging;
using StravaTools.Http.Errors;
using StravaTools.Http.Transport;

namespace StravaTools.Client.DependencyInjection;

/// <summary>Writes requests to a log. They contain no secrets.</summary>
internal sealed partial class RequestLog(ILogger logger)
{
    public void Write(CompletedRequest request) =>
        WriteRequest(request.Method, request.Uri, (int?)request.StatusCode, request.Elapsed.TotalMilliseconds);

    public void WriteWait(ApiException problem) => WriteWait(problem.Message);

    [LoggerMessage(1, LogLevel.Debug, "{Method} {Uri}: {Status} after {Elapsed:F0} ms")]
    private partial void WriteRequest(string method, string uri, int? status, double elapsed);

    [LoggerMessage(2, LogLevel.Warning, "Waiting. {Problem}")]
    private partial void WriteWait(string problem);
}
