using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace StravaTools.FakeStrava.Tests.Support;

/// <summary>A connection that sends bytes and receives them as they come.</summary>
internal sealed class RawConnection : IDisposable
{
    private readonly TcpClient _client = new();
    private Stream? _stream;

    public static async Task<RawConnection> OpenAsync(Uri address)
    {
        var connection = new RawConnection();
        await connection._client.ConnectAsync(address.Host, address.Port, TestContext.Current.CancellationToken);
        connection._stream = connection._client.GetStream();
        return connection;
    }

    /// <summary>What a new connection receives without a request. A reset can arrive while the connection is opened.</summary>
    public static async Task<(string Received, bool IsReset)> ReceiveFromNewAsync(Uri address)
    {
        try
        {
            using var connection = await OpenAsync(address);
            return await connection.ReceiveAllAsync();
        }
        catch (SocketException)
        {
            return ("", true);
        }
    }

    /// <summary>Encrypts from now on.</summary>
    /// <param name="certificate">The expected certificate as PEM.</param>
    public async Task EncryptAsync(string certificate)
    {
        using var expected = X509Certificate2.CreateFromPem(certificate);
        var encrypted = new SslStream(_stream!, false, (_, actual, _, _) => expected.Equals(actual));
        await encrypted.AuthenticateAsClientAsync("localhost");
        _stream = encrypted;
    }

    public async Task SendAsync(string text) =>
        await _stream!.WriteAsync(Encoding.ASCII.GetBytes(text), TestContext.Current.CancellationToken);

    /// <summary>The next bytes: at least one, or none at the end.</summary>
    public async Task<string> ReceiveAsync()
    {
        var buffer = new byte[65536];
        var count = await _stream!.ReadAsync(buffer, TestContext.Current.CancellationToken);
        return Encoding.Latin1.GetString(buffer, 0, count);
    }

    /// <summary>All bytes until the end, and whether the end was a reset.</summary>
    public async Task<(string Received, bool IsReset)> ReceiveAllAsync()
    {
        var received = new StringBuilder();
        try
        {
            while (await ReceiveAsync() is { Length: > 0 } text)
            {
                received.Append(text);
            }

            return (received.ToString(), false);
        }
        catch (IOException)
        {
            return (received.ToString(), true);
        }
    }

    public void Dispose()
    {
        _stream?.Dispose();
        _client.Dispose();
    }
}
