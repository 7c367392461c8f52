using System.Management.Automation;
using System.Reflection;
using System.Runtime.Loader;
using StravaTools.Http.Errors;
using StravaTools.Sync.Errors;

namespace StravaTools.PowerShell.Work;

/// <summary>
/// The assemblies of the module StravaTools.PostgreSql, which is installed separately. They are loaded when -Store is used for the first
/// time, in a context of their own, so that Npgsql does not meet the versions of other modules. Nothing is downloaded.
/// </summary>
internal sealed class PostgreSqlModule : AssemblyLoadContext
{
    /// <summary>The assembly that cmdlets use directly.</summary>
    private const string Library = "StravaTools.Sync.PostgreSql";

    /// <summary>An imported module is preferred: it may be in a folder that is not searched.</summary>
    private const string FindFolder = """
        (@(Get-Module StravaTools.PostgreSql) + @(Get-Module StravaTools.PostgreSql -ListAvailable))[0].ModuleBase
        """;

    private static readonly Lock Loading = new();
    private static PostgreSqlModule? _loaded;

    private readonly string _folder;

    private PostgreSqlModule(string folder)
        : base(Library) => _folder = folder;

    /// <summary>Loads the module, unless that was done before. The assemblies stay loaded until the process ends.</summary>
    /// <exception cref="ApiException"><see cref="SyncErrors.PostgreSqlNotInstalled"/>.</exception>
    public static void LoadOnce(PSCmdlet cmdlet)
    {
        lock (Loading)
        {
            if (_loaded is null)
            {
                _loaded = new PostgreSqlModule(Find(cmdlet));
                Default.Resolving += (_, name) => name.Name == Library ? _loaded.LoadFromAssemblyName(name) : null;
            }
        }
    }

    /// <summary>Assemblies that are not in the module's folder are those of StravaTools and of PowerShell.</summary>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var path = Path.Combine(_folder, assemblyName.Name + ".dll");
        return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
    }

    private static string Find(PSCmdlet cmdlet)
    {
        var found = cmdlet.InvokeCommand.InvokeScript(FindFolder).FirstOrDefault()?.BaseObject as string;
        return found ?? throw new ApiException(SyncErrors.PostgreSqlNotInstalled);
    }
}
