using System.ComponentModel;
using System.Diagnostics;
using StravaTools.Client;
using StravaTools.Client.Authorization;
using StravaTools.Client.Decathlon;
using StravaTools.Client.Http;
using StravaTools.PowerShell.Parameters;
using StravaTools.PowerShell.Pipeline;

namespace StravaTools.PowerShell.Work;

/// <summary>The logins of this user on this machine.</summary>
internal sealed class Logins : IDisposable
{
    private readonly HttpClient _http = StravaHttp.CreateClient();

    private static TokenStore Store => new(TokenStore.FolderFor(Environment.GetEnvironmentVariable(TokenStore.FolderVariable)), TimeProvider.System);

    /// <summary>The login at the server that was given, by a parameter or the environment.</summary>
    public DecathlonLogin AtDecathlon(Uri? server, IEngine engine) => AtDecathlon(_http, server, engine);

    /// <inheritdoc cref="AtDecathlon(Uri?, IEngine)"/>
    public StravaLogin AtStrava(Uri? server, IEngine engine) => AtStrava(_http, server, engine);

    public void Dispose() => _http.Dispose();

    public static DecathlonLogin AtDecathlon(HttpClient http, Uri? server, IEngine engine) =>
        new(http, Store, GivenValues.Server(server, EnvironmentNames.DecathlonBaseUri), TimeProvider.System, request => engine.WriteVerbose(request.ToString()));

    public static StravaLogin AtStrava(HttpClient http, Uri? server, IEngine engine) =>
        new(http, Store, GivenValues.Server(server, EnvironmentNames.BaseUri), TimeProvider.System, request => engine.WriteVerbose(request.ToString()));

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
