using System.Globalization;
using System.Text;

namespace StravaTools.PowerShell.Schedules;

/// <summary>A service and a timer of systemd, for the user.</summary>
/// <param name="unitFolder">The folder of the user's units.</param>
/// <param name="isLingering">Whether the user's timers run without a session.</param>
internal sealed class SystemdScheduler(string unitFolder, bool isLingering) : IJobScheduler
{
    private const string Program = "systemctl";

    public SyncScheduler Kind => SyncScheduler.Systemd;

    public bool IsHere => OperatingSystem.IsLinux();

    public string? Advice
    {
        get
        {
            if (isLingering)
            {
                return null;
            }

            return "The timer runs only while you are logged in. To run it always, also after a restart: loginctl enable-linger";
        }
    }

    public IReadOnlyList<ScheduleStep> PlanRegistration(SyncJob job) =>
    [
        new ScheduleStep.WriteFile(FileOf(job.Name, "service"), WriteService(job)),
        new ScheduleStep.WriteFile(FileOf(job.Name, "timer"), WriteTimer(job)),
        Systemctl("daemon-reload"),
        Systemctl("enable", TimerOf(job.Name)),
        Systemctl("restart", TimerOf(job.Name)),
    ];

    public IReadOnlyList<ScheduleStep> PlanRemoval(string name) =>
    [
        Systemctl("disable", "--now", TimerOf(name)) with { IsRequired = false },
        Systemctl("clean", "--what=state", TimerOf(name)) with { IsRequired = false },
        new ScheduleStep.DeleteFile(FileOf(name, "timer")),
        new ScheduleStep.DeleteFile(FileOf(name, "service")),
        Systemctl("daemon-reload") with { IsRequired = false },
    ];

    private static ScheduleStep.Run Systemctl(params string[] arguments) => new(Program, ["--user", .. arguments]);

    private static string UnitOf(string name) => $"stravatools-{name}";

    private static string TimerOf(string name) => $"{UnitOf(name)}.timer";

    private string FileOf(string name, string extension) => Path.Combine(unitFolder, $"{UnitOf(name)}.{extension}");

    /// <summary>
    /// No dependency on the network: the units of a user cannot have one. A run without a network ends with 5, and the next one continues.
    /// </summary>
    private static string WriteService(SyncJob job) => string.Create(CultureInfo.InvariantCulture, $"""
        # Written by Register-StravaSync. To remove it: Unregister-StravaSync {job.Name}
        [Unit]
        Description={EscapeSpecifiers(job.Description)}

        [Service]
        Type=oneshot
        ExecStart={string.Join(' ', job.Arguments.Prepend(job.Program).Select(Quote))}
        SuccessExitStatus=5 8 10
        TimeoutStartSec={job.TimeLimit.TotalSeconds:0}
        TimeoutStopSec=60
        UMask=0077

        """);

    private static string WriteTimer(SyncJob job) => string.Create(CultureInfo.InvariantCulture, $"""
        # Written by Register-StravaSync. To remove it: Unregister-StravaSync {job.Name}
        [Unit]
        Description={EscapeSpecifiers(job.Description)}

        [Timer]
        OnCalendar=*-*-* {HoursOf(job.Times)}:{Join(job.Times.Minutes)}:00
        Persistent=true
        RandomizedDelaySec={job.MaxDelay.TotalSeconds:0}
        FixedRandomDelay=true

        [Install]
        WantedBy=timers.target

        """);

    private static string HoursOf(JobTimes times) => times.IsEachHour ? "*" : Join(times.Hours);

    private static string Join(IEnumerable<int> numbers) =>
        string.Join(',', numbers.Select(number => number.ToString("00", CultureInfo.InvariantCulture)));

    private static string EscapeSpecifiers(string text) =>
        text.ReplaceLineEndings(" ").Replace("%", "%%", StringComparison.Ordinal).TrimEnd('\\');

    /// <summary>Quotes a word as systemd.service describes it: escapes, specifiers (%), and variables ($).</summary>
    private static string Quote(string word)
    {
        var quoted = new StringBuilder("\"");
        foreach (var letter in word)
        {
            quoted.Append(letter switch
            {
                '"' => "\\\"",
                '\\' => @"\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '%' => "%%",
                '$' => "$$",
                _ => letter.ToString(),
            });
        }

        return quoted.Append('"').ToString();
    }
}
