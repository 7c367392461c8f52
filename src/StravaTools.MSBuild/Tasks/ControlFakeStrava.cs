using Microsoft.Build.Framework;
using StravaTools.Client;
using StravaTools.Client.Testing;
using StravaTools.Http.Errors;
using StravaTools.Http.Transport;
using StravaTools.Sync.Errors;

namespace StravaTools.MSBuild.Tasks;

/// <summary>
/// Controls a fake Strava, for example its faults, clock, limits, and state: sends a request to /__admin/strava, as
/// module/docs/guides/fake-strava.md describes.
/// </summary>
[MSBuildMultiThreadableTask]
public sealed class ControlFakeStrava : StravaTask
{
    /// <summary>The resource, such as faults, clock/advance, or uploads.</summary>
    [Required]
    public string Resource { get; set; } = "";

    /// <summary>GET, POST, PUT, PATCH, or DELETE.</summary>
    public string Method { get; set; } = "POST";

    /// <summary>The JSON to send, such as {"by":"PT15M"}.</summary>
    public string? Body { get; set; }

    /// <summary>The Url from StartFakeStrava; by default the fake that was started with UseAsDefault.</summary>
    public string? BaseUri { get; set; }

    /// <summary>The JSON of the response; empty without a body.</summary>
    [Output]
    public string Response { get; private set; } = "";

    /// <inheritdoc/>
    protected override async System.Threading.Tasks.Task ExecuteAsync(CancellationToken cancellationToken)
    {
        var method = ReadMethod();
        var server = ServerAddress.Parse(BaseUri) ?? BuildEngine.DefaultFake()?.Url
            ?? throw new ApiException(StravaErrors.FakeStravaNotRunning);
        using var http = ApiHttp.CreateClient();
        Response = await FakeStravaAdmin.SendAsync(http, server, method, Resource, Body, cancellationToken);
        Log.LogMessage("{0} {1}: {2}", method, Resource, Response);
    }

    private HttpMethod ReadMethod()
    {
        // Only these: a method that is misspelled would be the 405 of a resource that exists.
        HttpMethod[] methods = [HttpMethod.Get, HttpMethod.Post, HttpMethod.Put, HttpMethod.Patch, HttpMethod.Delete];
        return methods.FirstOrDefault(method => method.Method.Equals(Method, StringComparison.OrdinalIgnoreCase))
            ?? throw new ApiException(SyncErrors.SettingNotValid, nameof(Method), Method, "GET, POST, PUT, PATCH, or DELETE");
    }
}
