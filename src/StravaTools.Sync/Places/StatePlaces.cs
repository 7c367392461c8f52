using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using StravaTools.Client;
using StravaTools.Http.Files;

namespace StravaTools.Sync.Places;

/// <summary>
/// Where ledgers and request books are: in the user's state folder on this machine, outside of folders that other programs synchronize.
/// </summary>
/// <param name="root">The root folder.</param>
/// <param name="site">The website of the server.</param>
internal sealed class StatePlaces(string root, Uri site)
{
    /// <summary>The environment variable that overrides the root folder.</summary>
    public const string Variable = "STRAVATOOLS_STATE";

    private string ServerFolder => Path.Combine(root, Host.Replace(':', '_'));

    /// <summary>The website of the server, with the pages of activities.</summary>
    public Uri Site => site;

    /// <summary>The host and port of the website.</summary>
    public string Host => string.Create(CultureInfo.InvariantCulture, $"{site.IdnHost}:{site.Port}");

    /// <summary>
    /// The places below a root folder; null for the user's. Strava's API has two addresses, but what was sent to one is also at the other.
    /// </summary>
    public static StatePlaces Create(string? root, Uri server) =>
        new(root ?? RootFor(Environment.GetEnvironmentVariable), StravaHosts.SiteOf(server));

    /// <summary>The root folder of the current user, or the one in <see cref="Variable"/>.</summary>
    public static string RootFor(Func<string, string?> getEnvironmentVariable)
    {
        if (getEnvironmentVariable(Variable) is { Length: > 0 } folder)
        {
            return Path.GetFullPath(folder);
        }

        if (OperatingSystem.IsLinux())
        {
            var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile, Environment.SpecialFolderOption.DoNotVerify);
            var state = getEnvironmentVariable("XDG_STATE_HOME") is { Length: > 0 } xdg ? xdg : Path.Combine(home, ".local", "state");
            return Path.Combine(state, "StravaTools");
        }

        // On macOS, this is ~/Library/Application Support.
        var local = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return Path.Combine(local, "StravaTools", "state");
    }

    /// <summary>The folder of an athlete's ledger.</summary>
    public string LedgerOf(long athlete) => Path.Combine(ServerFolder, athlete.ToString(CultureInfo.InvariantCulture));

    /// <summary>The athletes that have a ledger.</summary>
    public IReadOnlyList<long> Athletes()
    {
        if (!Directory.Exists(ServerFolder))
        {
            return [];
        }

        return [.. Directory.EnumerateDirectories(ServerFolder).Select(Path.GetFileName)
            .Where(name => long.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            .Select(name => long.Parse(name!, CultureInfo.InvariantCulture)).Order()];
    }

    /// <summary>The request book of an application.</summary>
    public string BudgetOf(string application) => Path.Combine(ServerFolder, $"limits-{Fingerprint(application)}.json");

    /// <summary>The athlete that a login had the last time; null if it is not known.</summary>
    public long? RecallAthlete(string login)
    {
        try
        {
            return long.Parse(File.ReadAllText(AthleteFile(login)), CultureInfo.InvariantCulture);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException)
        {
            return null;
        }
    }

    /// <summary>Notes the athlete of a login, so that a run without work needs no request.</summary>
    public void RememberAthlete(string login, long athlete)
    {
        try
        {
            OwnerOnly.CreateFolder(ServerFolder);
            OwnerOnly.WriteText(AthleteFile(login), athlete.ToString(CultureInfo.InvariantCulture));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The next run requests it from Strava.
        }
    }

    private string AthleteFile(string login) => Path.Combine(ServerFolder, $"athlete-{Fingerprint(login)}");

    /// <summary>Names of applications and logins may contain anything, and must not reveal a token.</summary>
    private static string Fingerprint(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12];
}
