using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace StravaTools.PowerShell.Schedules;

/// <summary>A task of the Task Scheduler of Windows.</summary>
/// <param name="taskFolder">Where the definitions of tasks are kept.</param>
/// <param name="user">The user that runs the task.</param>
internal sealed class WindowsTaskScheduler(string taskFolder, string user) : IJobScheduler
{
    private const string Program = "schtasks.exe";

    private static readonly XNamespace Xml = "http://schemas.microsoft.com/windows/2004/02/mit/task";

    public SyncScheduler Kind => SyncScheduler.TaskScheduler;

    public bool IsHere => OperatingSystem.IsWindows();

    public string? Advice => "The task runs also while you are logged out. It has no access to network drives that need your password.";

    public IReadOnlyList<ScheduleStep> PlanRegistration(SyncJob job) =>
    [
        new ScheduleStep.WriteFile(FileOf(job.Name), WriteTask(job), Encoding.Unicode),
        new ScheduleStep.Run(Program, ["/Create", "/F", "/TN", TaskOf(job.Name), "/XML", FileOf(job.Name)]),
    ];

    public IReadOnlyList<ScheduleStep> PlanRemoval(string name) =>
    [
        new ScheduleStep.Run(Program, ["/Delete", "/F", "/TN", TaskOf(name)], IsRequired: false),
        new ScheduleStep.DeleteFile(FileOf(name)),
    ];

    private static string TaskOf(string name) => $@"\StravaTools\{name}";

    private string FileOf(string name) => Path.Combine(taskFolder, $"{name}.xml");

    /// <summary>
    /// S4U: the task runs without a stored password, without a session, and without a window that opens each time. The start in the past
    /// and StartWhenAvailable run it as soon as it is registered.
    /// </summary>
    private string WriteTask(SyncJob job)
    {
        var task = Element(
            "Task", new XAttribute("version", "1.3"),
            Element("RegistrationInfo", Element("Description", job.Description), Element("URI", TaskOf(job.Name))),
            Element("Triggers", Element(
                "TimeTrigger",
                Element("Repetition", Element("Interval", Duration(job.Times.Every))),
                Element("StartBoundary", $"2026-01-01T{job.Times.At:hh\\:mm\\:ss}"),
                Element("Enabled", true),
                Element("RandomDelay", Duration(job.MaxDelay)))),
            Element("Principals", Element(
                "Principal", new XAttribute("id", "Author"),
                Element("UserId", user), Element("LogonType", "S4U"), Element("RunLevel", "LeastPrivilege"))),
            Element(
                "Settings",
                Element("MultipleInstancesPolicy", "IgnoreNew"),
                Element("DisallowStartIfOnBatteries", false),
                Element("StopIfGoingOnBatteries", false),
                Element("StartWhenAvailable", true),
                Element("RunOnlyIfNetworkAvailable", true),
                Element("ExecutionTimeLimit", Duration(job.TimeLimit))),
            Element("Actions", new XAttribute("Context", "Author"), Element(
                "Exec", Element("Command", job.Program), Element("Arguments", string.Join(' ', job.Arguments.Select(Quote))))));
        return $"<?xml version=\"1.0\" encoding=\"UTF-16\"?>\n{task}\n";
    }

    private static XElement Element(string name, params object[] content) => new(Xml + name, content);

    private static string Duration(TimeSpan time) => XmlConvert.ToString(time);

    private static string Quote(string word)
    {
        if (word.Length > 0 && !word.AsSpan().ContainsAny(" \t\"';"))
        {
            return word;
        }

        return $"\"{word.Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
    }
}
