using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using StravaTools.Http.Authorization;
using StravaTools.Http.Transport;

namespace StravaTools.Client.Tests.Support;

/// <summary>
/// A process that renews the stored login at a server and can be killed at any moment. It is this assembly, started again.
/// </summary>
internal static class RefreshingChild
{
    private const string ServerVariable = "STRAVATOOLS_TESTS_REFRESH_AT";

    /// <summary>Starts the process.</summary>
    public static Process Start(Uri server, string folder)
    {
        var dotnet = Path.GetFullPath(Path.Combine(
            RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));
        string[] arguments = [typeof(RefreshingChild).Assembly.Location];
        var start = new ProcessStartInfo(dotnet, arguments) { UseShellExecute = false, RedirectStandardError = true };
        start.Environment[ServerVariable] = server.AbsoluteUri;
        start.Environment[TokenStore.FolderVariable] = folder;
        return Process.Start(start)!;
    }

    /// <summary>Runs before the test runner: does the work of the child, if this is one.</summary>
    [ModuleInitializer]
    public static void RunIfChild()
    {
        if (Environment.GetEnvironmentVariable(ServerVariable) is { Length: > 0 } server)
        {
            Environment.Exit(Refresh(new Uri(server)));
        }
    }

    private static int Refresh(Uri server)
    {
        using var http = ApiHttp.CreateClient();
        var login = new StravaLogin(http, TokenStore.Create(Environment.GetEnvironmentVariable), server);
        Task.Run(() => login.Tokens().GetAccessTokenAsync(CancellationToken.None).AsTask()).GetAwaiter().GetResult();
        return 0;
    }
}
