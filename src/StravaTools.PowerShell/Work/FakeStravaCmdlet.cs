using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Text.Json.Nodes;
using StravaTools.Client;
using StravaTools.Client.Testing;
using StravaTools.Http.Errors;
using StravaTools.Http.Transport;
using StravaTools.PowerShell.Pipeline;

namespace StravaTools.PowerShell.Work;

/// <summary>A cmdlet that controls a fake server through its administration.</summary>
public abstract class FakeStravaCmdlet : AsyncCmdlet
{
    private HttpClient? _http;

    private protected FakeStravaCmdlet()
    {
    }

    /// <summary>The fake server. Default: the last one of this session.</summary>
    [Parameter(ValueFromPipeline = true)]
    [ValidateNotNull]
    public FakeStrava? Server { get; set; }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _http?.Dispose();
    }

    /// <summary>The fake server to use.</summary>
    private protected FakeStrava FindServer() => CreateOrThrow(() => Server
        ?? RunningFakes.FindLast(Runspace.DefaultRunspace?.InstanceId ?? Guid.Empty)
        ?? throw new ApiException(StravaErrors.FakeStravaNotRunning));

    /// <summary>Sends a request to the administration after the confirmation of its change, and emits the response.</summary>
    /// <param name="action">What changes; null for a request that changes nothing.</param>
    /// <param name="method">The method.</param>
    /// <param name="noun">The path below /__admin/strava.</param>
    /// <param name="body">The JSON; null without a body.</param>
    /// <param name="emit">Returns the objects of a response.</param>
    private protected void Send(
        string? action, string method, string noun, JsonNode? body, Func<FakeAnswer, IEnumerable<object>> emit)
    {
        var fake = FindServer();
        if (action is not null && !ShouldProcess($"{fake.Url}", action))
        {
            return;
        }

        RunAsync(async cancellationToken =>
        {
            try
            {
                _http ??= ApiHttp.CreateClient();
                var answer = await FakeStravaAdmin.SendAsync(
                    _http, fake.Url, HttpMethod.Parse(method), noun, body?.ToJsonString(), cancellationToken);
                foreach (var item in emit(new FakeAnswer(answer)))
                {
                    Engine.WriteObject(item);
                }
            }
            catch (ApiException e)
            {
                Engine.WriteError(ErrorRecords.CreateRecord(e, fake));
            }
        });
    }
}
