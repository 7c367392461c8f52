namespace StravaTools.FakeStrava.Hosting;

/// <summary>The settings of the host, without those of Strava.</summary>
internal sealed record HostSettings
{
    /// <summary>The port on 127.0.0.1; 0 uses any free port.</summary>
    public required int Port { get; init; }

    /// <summary>Surrounds the complete pipeline, stubs and engine.</summary>
    public required Func<RequestDelegate, RequestDelegate> Record { get; init; }

    /// <summary>Answers with a stub of wiremock.org's dialect; false if none matches.</summary>
    public required Func<HttpContext, Task<bool>> TryRespondWithStub { get; init; }

    /// <summary>Builds the part of the pipeline that answers when no stub matches.</summary>
    public required Func<IApplicationBuilder, RequestDelegate> BuildEngine { get; init; }
}
