using System.ComponentModel;
using System.Diagnostics;
using StravaTools.Client.Authorization;
using StravaTools.Client.Decathlon;
using StravaTools.Client.Http;

namespace StravaTools.PowerShell.Pipeline;

/// <summary>A login at Decathlon of this user on this machine.</summary>
internal sealed class Logins : IDisposable
{
    private readonly HttpClient _http = StravaHttp.CreateClient();

    /// <summary>The login at the server that was given, by a parameter or the environment.</summary>
    public DecathlonLogin At(Uri? server, IEngine engine) =>
        Create(_http, Given.Server(server, EnvironmentNames.DecathlonBaseUri) ?? DecathlonClientOptions.DefaultBaseUri, engine);

    public void Dispose() => _http.Dispose();

    public static DecathlonLogin Create(HttpClient http, Uri server, IEngine engine)
    {
        var folder = TokenStore.FolderFor(Environment.GetEnvironmentVariable(TokenStore.FolderVariable));
        var store = new TokenStore(folder, TimeProvider.System);
        return new DecathlonLogin(http, store, server, TimeProvider.System, request => engine.WriteVerbose(request.ToString()));
    }

    /// <summary>Opens the browser of the user; where there is none, the address that was shown has to do.</summary>
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
