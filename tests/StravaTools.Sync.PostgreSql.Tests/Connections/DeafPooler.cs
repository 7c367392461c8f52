using System.Buffers.Binary;
using System.Net.Sockets;
using Npgsql;

namespace StravaTools.Sync.PostgreSql.Tests.Connections;

/// <summary>
/// Behaves like a connection pooler in transaction mode: another process ID (BackendKeyData), and no notifications
/// (NotificationResponse).
/// </summary>
internal sealed class DeafPooler : IAsyncDisposable
{
    private const byte KeyData = (byte)'K', Notification = (byte)'A';

    private readonly string _folder = Directory.CreateTempSubdirectory("pooler-").FullName;
    private readonly Socket _listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly string _server;

    public DeafPooler(string connection)
    {
        var settings = new NpgsqlConnectionStringBuilder(connection);
        _server = Path.Combine(settings.Host!, ".s.PGSQL.5432");
        (settings.Host, settings.SslMode, settings.GssEncryptionMode) = (_folder, SslMode.Disable, GssEncryptionMode.Disable);
        Connection = settings.ConnectionString;
        _listener.Bind(new UnixDomainSocketEndPoint(Path.Combine(_folder, ".s.PGSQL.5432")));
        _listener.Listen();
        _ = AcceptAsync();
    }

    /// <summary>The connection string of the pooler.</summary>
    public string Connection { get; }

    public ValueTask DisposeAsync()
    {
        _listener.Dispose();
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = new NetworkStream(await _listener.AcceptAsync(), ownsSocket: true);
                var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                await socket.ConnectAsync(new UnixDomainSocketEndPoint(_server));
                var server = new NetworkStream(socket, ownsSocket: true);
                _ = client.CopyToAsync(server);
                _ = FilterAsync(server, client);
            }
        }
        catch (SocketException)
        {
            // The test ended.
        }
    }

    /// <summary>Passes on messages: a byte for the type, and a length that includes itself.</summary>
    private static async Task FilterAsync(NetworkStream server, NetworkStream client)
    {
        var header = new byte[5];
        while (await server.ReadAtLeastAsync(header, header.Length, throwOnEndOfStream: false) == header.Length)
        {
            var body = new byte[BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(1)) - 4];
            await server.ReadExactlyAsync(body);
            if (header[0] == KeyData)
            {
                body[0] ^= 1;
            }

            if (header[0] != Notification)
            {
                await client.WriteAsync(header);
                await client.WriteAsync(body);
            }
        }

        await client.DisposeAsync();
    }
}
