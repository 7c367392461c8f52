using StravaTools.Http.Errors;

namespace StravaTools.PowerShell.Work;

/// <summary>
/// The settings of a login on a machine without a user: environment variables, or files of the same names in the folder in which systemd
/// provides credentials (https://systemd.io/CREDENTIALS/).
/// </summary>
/// <param name="service">The name of the service. In uppercase, it is the first part of each variable.</param>
/// <param name="getEnvironmentVariable">Reads an environment variable.</param>
internal sealed class MachineSettings(string service, Func<string, string?> getEnvironmentVariable)
{
    /// <summary>The variable with the folder. The service manager sets it.</summary>
    private const string FolderVariable = "CREDENTIALS_DIRECTORY";

    /// <summary>The settings in the environment of this process.</summary>
    /// <param name="service">The name of the service.</param>
    public MachineSettings(string service)
        : this(service, Environment.GetEnvironmentVariable)
    {
    }

    /// <summary>Returns a setting, without the line break that editors append; null if it is not set.</summary>
    public string? Find(string name)
    {
        var variable = NameOf(name);
        if (getEnvironmentVariable(variable) is { Length: > 0 } value)
        {
            return value.Trim();
        }

        if (getEnvironmentVariable(FolderVariable) is { Length: > 0 } folder && File.Exists(Path.Combine(folder, variable)))
        {
            return File.ReadAllText(Path.Combine(folder, variable)).Trim();
        }

        return null;
    }

    /// <summary>Returns a setting.</summary>
    /// <param name="description">What it is, for the error.</param>
    /// <param name="name">The second part of the variable.</param>
    /// <exception cref="ApiException"><see cref="ApiErrors.LoginValueMissing"/>.</exception>
    public string Require(string description, string name) => Find(name) ?? throw Missing(description, name);

    /// <summary>The error if a setting is missing.</summary>
    public ApiException Missing(string description, string name) => new(ApiErrors.LoginValueMissing, description, NameOf(name));

    private string NameOf(string name) => $"{service.ToUpperInvariant()}_{name}";
}
