namespace StravaTools.PowerShell.Schedules;

/// <summary>The schedulers of the operating systems, for the current user.</summary>
internal static class JobSchedulers
{
    /// <summary>The scheduler of this machine.</summary>
    public static SyncScheduler Here
    {
        get
        {
            if (OperatingSystem.IsWindows())
            {
                return SyncScheduler.TaskScheduler;
            }

            if (OperatingSystem.IsMacOS())
            {
                return SyncScheduler.LaunchAgent;
            }

            return SyncScheduler.Systemd;
        }
    }

    /// <param name="kind">The scheduler.</param>
    /// <param name="folder">The folder of the registered jobs.</param>
    public static IJobScheduler Create(SyncScheduler kind, string folder)
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile, Environment.SpecialFolderOption.DoNotVerify);
        switch (kind)
        {
            case SyncScheduler.Systemd:
                var isLingering = File.Exists($"/var/lib/systemd/linger/{Environment.UserName}");
                return new SystemdScheduler(Path.Combine(ConfigurationFolder(home), "systemd", "user"), isLingering);
            case SyncScheduler.LaunchAgent:
                return new LaunchAgentScheduler(Path.Combine(home, "Library", "LaunchAgents"));
            default:
                return new WindowsTaskScheduler(folder, $@"{Environment.UserDomainName}\{Environment.UserName}");
        }
    }

    private static string ConfigurationFolder(string home)
    {
        if (Environment.GetEnvironmentVariable("XDG_CONFIG_HOME") is { Length: > 0 } folder)
        {
            return folder;
        }

        return Path.Combine(home, ".config");
    }
}
