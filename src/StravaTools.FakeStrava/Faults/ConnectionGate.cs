using Microsoft.AspNetCore.Connections;
using StravaTools.FakeStrava.Options;

namespace StravaTools.FakeStrava.Faults;

/// <summary>Lets ordered faults apply to new connections, before TLS and the first request.</summary>
internal sealed class ConnectionGate(FaultSet faults, TimeProvider realClock)
{
    /// <summary>Marks a connection that gets an expired certificate.</summary>
    private static readonly object Expired = new();

    public ConnectionDelegate GuardConnection(ConnectionDelegate next) => connection =>
    {
        var fault = faults.TakeConnectFault();
        return fault is null ? next(connection) : FailAsync(connection, next, fault);
    };

    /// <summary>True if a fault gives the connection an expired certificate.</summary>
    public static bool IsExpired(ConnectionContext? connection) => connection?.Items.ContainsKey(Expired) == true;

    private async Task FailAsync(ConnectionContext connection, ConnectionDelegate next, FakeFault fault)
    {
        if (fault.Delay > TimeSpan.Zero)
        {
            await Task.Delay(fault.Delay, realClock, connection.ConnectionClosed);
        }

        if (fault.Connection is { } end and not FakeConnectionFault.ExpiredCertificate)
        {
            await ConnectionBreaker.BreakConnectionAsync(connection, end);
            return;
        }

        if (fault.Connection == FakeConnectionFault.ExpiredCertificate)
        {
            connection.Items[Expired] = Expired;
        }

        await next(connection);
    }
}
