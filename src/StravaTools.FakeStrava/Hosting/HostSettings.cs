using Microsoft.AspNetCore.Connections;
using StravaTools.FakeStrava.Faults;

namespace StravaTools.FakeStrava.Hosting;

/// <summary>The settings of the host, without those of Strava.</summary>
internal sealed record HostSettings
{
    /// <summary>The port on 127.0.0.1; 0 uses any free port.</summary>
    public required int Port { get; init; }

    /// <summary>The HTTPS port on 127.0.0.1; 0 uses any free port, and null means none.</summary>
    public required int? HttpsPort { get; init; }

    /// <summary>The clock of certificates.</summary>
    public required TimeProvider RealClock { get; init; }

    /// <summary>Closes the ports for a time.</summary>
    public required PortSwitch PortSwitch { get; init; }

    /// <summary>Guards new connections.</summary>
    public required Func<ConnectionDelegate, ConnectionDelegate> GuardConnection { get; init; }

    /// <summary>Surrounds the complete pipeline, stubs and engine.</summary>
    public required Func<RequestDelegate, RequestDelegate> Record { get; init; }

    /// <summary>Answers with a stub of wiremock.org's dialect; false if none matches.</summary>
    public required Func<HttpContext, RequestDelegate, Task<bool>> TryRespondWithStub { get; init; }

    /// <summary>Builds the part of the pipeline that answers when no stub matches.</summary>
    public required Func<IApplicationBuilder, RequestDelegate> BuildEngine { get; init; }
}
