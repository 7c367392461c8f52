using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Text;
using StravaTools.Client;
using StravaTools.Http.Authorization;
using StravaTools.Http.Errors;
using StravaTools.Sync.Errors;

namespace StravaTools.PowerShell.Schedules;

/// <summary>The command that a job runs. It needs nothing of the session that registered it, and contains no secret.</summary>
internal static class JobCommand
{
    /// <summary>The variables that say where logins and ledgers are. The job has the values of the session.</summary>
    private static readonly string[] Variables =
    [
        StravaConnection.BaseUriVariable, StravaConnection.ProfileVariable, TokenStore.FolderVariable, "STRAVATOOLS_STATE",
        "XDG_STATE_HOME", "XDG_DATA_HOME",
    ];

    /// <summary>The program that runs PowerShell here, with the arguments that precede those of PowerShell.</summary>
    /// <param name="powerShellHome">The folder of PowerShell.</param>
    public static (string Program, IReadOnlyList<string> Arguments) FindPowerShell(string powerShellHome)
    {
        // PowerShell as a tool of .NET is dotnet with a library. The program pwsh of the tool does not forward signals.
        var program = Environment.ProcessPath ?? "";
        if (Path.GetFileNameWithoutExtension(program).Equals("dotnet", StringComparison.OrdinalIgnoreCase))
        {
            return (program, [Path.Combine(powerShellHome, "pwsh.dll")]);
        }

        var own = Path.Combine(powerShellHome, OperatingSystem.IsWindows() ? "pwsh.exe" : "pwsh");
        return (File.Exists(own) ? own : program, []);
    }

    /// <summary>Writes the command.</summary>
    /// <param name="manifest">The manifest of the module.</param>
    /// <param name="parameters">The parameters of the synchronization, in order.</param>
    public static string Write(string manifest, IEnumerable<KeyValuePair<string, object>> parameters)
    {
        var command = new StringBuilder();
        foreach (var name in Variables)
        {
            if (Environment.GetEnvironmentVariable(name) is { Length: > 0 } value)
            {
                command.Append(CultureInfo.InvariantCulture, $"$env:{name} = {Quote(value)}; ");
            }
        }

        command.Append(CultureInfo.InvariantCulture, $"Import-Module {Quote(manifest)} -ErrorAction Stop; exit (Sync-StravaFolder");
        foreach (var (name, value) in parameters)
        {
            command.Append(CultureInfo.InvariantCulture, $" -{name}{Separator(value)}{WriteValue(name, value)}");
        }

        return command.Append(" -PassSummary).ExitCode").ToString();
    }

    private static char Separator(object value) => value is SwitchParameter ? ':' : ' ';

    private static string WriteValue(string name, object value) => value switch
    {
        SwitchParameter { IsPresent: true } or true => "$true",
        SwitchParameter or false => "$false",
        int or long or double => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        string or Uri or Enum => Quote(value.ToString()!),
        TimeSpan time => Quote(time.ToString("c", CultureInfo.InvariantCulture)),
        DateTime time => Quote(time.ToString("o", CultureInfo.InvariantCulture)),
        IEnumerable list => string.Join(", ", list.Cast<object>().Select(item => WriteValue(name, item))),
        _ => throw new ApiException(ScheduleErrors.JobParameterNotPossible, name, "its value is not a text, a number, or a time"),
    };

    private static string Quote(string text) => $"'{CodeGeneration.EscapeSingleQuotedStringContent(text)}'";
}
