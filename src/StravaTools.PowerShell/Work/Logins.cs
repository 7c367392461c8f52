using System.ComponentModel;
using System.Diagnostics;
using StravaTools.Client;
using StravaTools.Decathlon;
using StravaTools.Http.Transport;
using StravaTools.PowerShell.Pipeline;

namespace StravaTools.PowerShell.Work;

/// <summary>The logins of this user on this machine.</summary>
internal sealed class Logins : IDisposable
{
    private readonly HttpClient _http = ApiHttp.CreateClient();

    /// <summary>The login at the specified server, else the one of the environment variable.</summary>
    public DecathlonLogin AtDecathlon(Uri? server, IEngine engine) =>
        new DecathlonConnection
        {
            BaseUri = server,
            RequestCompleted = request => engine.WriteRequest(request)
        }.CreateLogin(_http);

    /// <summary>The login at the specified server with the specified name, else those of the environment variables.</summary>
    public StravaLogin AtStrava(Uri? server, string? profile, IEngine engine) =>
        new StravaConnection
        {
            BaseUri = server,
            Profile = profile,
            RequestCompleted = request => engine.WriteRequest(request)
        }.CreateLogin(_http);

    public void Dispose() => _http.Dispose();

    /// <summary>Opens the user's browser. Without a browser, the user opens the displayed address.</summary>
    public static void OpenBrowser(Uri url)
    {
        try
        {
            using var _ = Process.Start(new ProcessStartInfo(url.AbsoluteUri) { UseShellExecute = true });
        }
        catch (Exception e) when (e is Win32Exception or InvalidOperationException or PlatformNotSupportedException)
        {
            // A machine without a desktop.
        }
    }
}
