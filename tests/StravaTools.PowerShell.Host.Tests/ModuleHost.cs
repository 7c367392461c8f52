using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Net;
using System.Reflection;
using System.Security;
using Shell = System.Management.Automation.PowerShell;

namespace StravaTools.PowerShell.Host.Tests;

/// <summary>This process as a host: a session of the PowerShell in Microsoft.PowerShell.SDK, with the module and a fake.</summary>
public sealed class ModuleHost : IDisposable
{
    private static readonly string Manifest = Metadata("Manifest");
    private readonly Runspace _session;

    public ModuleHost()
    {
        Environment.SetEnvironmentVariable("POWERSHELL_TELEMETRY_OPTOUT", "1");
        var state = InitialSessionState.CreateDefault2();
        state.ImportPSModule([Manifest]);
        state.ThrowOnRunspaceOpenError = true;
        _session = RunspaceFactory.CreateRunspace(state);
        _session.Open();
        var fake = Assert.Single(Invoke("Start-FakeStrava", new() { ["Partner"] = true }));
        BaseUri = (Uri)fake.Properties["Url"].Value;
        Token = new NetworkCredential("", (string)fake.Properties["AccessToken"].Value).SecurePassword;
    }

    /// <summary>The address of the fake.</summary>
    public Uri BaseUri { get; }

    /// <summary>The access token for the fake.</summary>
    public SecureString Token { get; }

    /// <summary>The version of PowerShell that runs here.</summary>
    public Version PowerShellVersion => _session.Version;

    /// <summary>The version of PowerShell that the project references.</summary>
    public static Version ExpectedVersion { get; } = Version.Parse(Metadata("PowerShellVersion"));

    public static string PathOfSample(string name) => Path.Combine(Path.GetDirectoryName(Manifest)!, "module", "samples", name);

    /// <summary>Runs a cmdlet for Strava against the fake.</summary>
    internal Collection<PSObject> InvokeOnFake(string cmdlet, Dictionary<string, object> parameters, params object[] input) =>
        Invoke(cmdlet, new(parameters, StringComparer.Ordinal) { ["BaseUri"] = BaseUri, ["AccessToken"] = Token }, input);

    /// <summary>Runs a cmdlet and returns what it emits. Any error fails the test.</summary>
    internal Collection<PSObject> Invoke(string cmdlet, Dictionary<string, object> parameters, params object[] input)
    {
        using var shell = Shell.Create(_session);
        var output = shell.AddCommand(cmdlet).AddParameters(parameters).AddParameter("ErrorAction", ActionPreference.Stop).Invoke(input);
        Assert.Empty(shell.Streams.Error);
        return output;
    }

    public void Dispose()
    {
        Invoke("Stop-FakeStrava", []);
        _session.Dispose();
    }

    private static string Metadata(string key) =>
        typeof(ModuleHost).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
