using System.Globalization;
using System.Xml.Linq;

namespace StravaTools.PowerShell.Schedules;

/// <summary>A launch agent of macOS.</summary>
/// <param name="agentFolder">The folder of the user's agents.</param>
internal sealed class LaunchAgentScheduler(string agentFolder) : IJobScheduler
{
    private const string Program = "launchctl";

    /// <summary>0077: what the job writes is for its user only. Property lists have no octal numbers.</summary>
    private const int OwnerOnlyMask = 63;

    public SyncScheduler Kind => SyncScheduler.LaunchAgent;

    public bool IsHere => OperatingSystem.IsMacOS();

    public string? Advice => "The job runs while you are logged in. A start that the machine slept through follows when it wakes.";

    public IReadOnlyList<ScheduleStep> PlanRegistration(SyncJob job) =>
    [
        new ScheduleStep.WriteFile(FileOf(job.Name), WriteAgent(job)),
        new ScheduleStep.Run(Program, ["unload", "-w", FileOf(job.Name)], IsRequired: false),
        new ScheduleStep.Run(Program, ["load", "-w", FileOf(job.Name)]),
    ];

    public IReadOnlyList<ScheduleStep> PlanRemoval(string name) =>
    [
        new ScheduleStep.Run(Program, ["unload", "-w", FileOf(name)], IsRequired: false),
        new ScheduleStep.DeleteFile(FileOf(name)),
    ];

    private static string LabelOf(string name) => $"stravatools.{name}";

    private string FileOf(string name) => Path.Combine(agentFolder, $"{LabelOf(name)}.plist");

    private static string WriteAgent(SyncJob job)
    {
        var agent = new XDocument(
            new XDocumentType("plist", "-//Apple//DTD PLIST 1.0//EN", "http://www.apple.com/DTDs/PropertyList-1.0.dtd", null),
            new XComment($" Written by Register-StravaSync. To remove it: Unregister-StravaSync {job.Name} "),
            new XElement("plist", new XAttribute("version", "1.0"), Dictionary(
                ("Label", Text(LabelOf(job.Name))),
                ("ProgramArguments", new XElement("array", job.Arguments.Prepend(job.Program).Select(Text))),
                ("StartCalendarInterval", new XElement("array", StartsOf(job.Times))),
                ("RunAtLoad", new XElement("true")),
                ("ProcessType", Text("Background")),
                ("ExitTimeOut", Number(60)),
                ("Umask", Number(OwnerOnlyMask)),
                ("StandardOutPath", Text(job.OutputFile)),
                ("StandardErrorPath", Text(job.OutputFile)))));
        return $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{agent}\n";
    }

    private static IEnumerable<XElement> StartsOf(JobTimes times)
    {
        if (times.IsEachHour)
        {
            return times.Minutes.Select(minute => Dictionary(("Minute", Number(minute))));
        }

        return times.Hours.SelectMany(hour => times.Minutes.Select(
            minute => Dictionary(("Hour", Number(hour)), ("Minute", Number(minute)))));
    }

    private static XElement Dictionary(params (string Key, XElement Value)[] entries) =>
        new("dict", entries.SelectMany(entry => new[] { new XElement("key", entry.Key), entry.Value }));

    private static XElement Text(string text) => new("string", text);

    private static XElement Number(int number) => new("integer", number.ToString(CultureInfo.InvariantCulture));
}
