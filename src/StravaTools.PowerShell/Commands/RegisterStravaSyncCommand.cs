using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Reflection;
using StravaTools.Client.Activities;
using StravaTools.Http.Errors;
using StravaTools.PowerShell.Parameters;
using StravaTools.PowerShell.Schedules;
using StravaTools.PowerShell.Work;
using StravaTools.Sync.Errors;

namespace StravaTools.PowerShell.Commands;

/// <summary>Registers a scheduled job that uploads folders.</summary>
[Cmdlet(
    VerbsLifecycle.Register, "StravaSync", DefaultParameterSetName = PathSet, SupportsShouldProcess = true,
    HelpUri = HelpPages.Root + "Register-StravaSync.md")]
[OutputType(typeof(SyncSchedule))]
public sealed class RegisterStravaSyncCommand : ScheduleCmdlet
{
    private const string PathSet = "Path";
    private const string LiteralPathSet = "LiteralPath";

    /// <summary>A job must not need a person, and contains no secret.</summary>
    private static readonly string[] Excluded =
    [
        nameof(SyncStravaFolderCommand.Path), nameof(SyncStravaFolderCommand.LiteralPath), nameof(SyncStravaFolderCommand.AccessToken),
        nameof(SyncStravaFolderCommand.PassSummary), nameof(SyncStravaFolderCommand.IncludeUnchanged),
        nameof(SyncStravaFolderCommand.Watch),
    ];

    private static readonly string[] PathParameters = ["MoveTo", "LedgerPath", "LogPath"];

    private readonly List<string> _paths = [];

    /// <summary>The folders to upload, with their subfolders. Wildcards are expanded now.</summary>
    [Parameter(
        Mandatory = true, Position = 0, ParameterSetName = PathSet, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[] Path { get; set; } = [];

    /// <summary>The folders. Paths are used exactly as written.</summary>
    [Parameter(Mandatory = true, ParameterSetName = LiteralPathSet, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath")]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>How often the job starts.</summary>
    [Parameter(Mandatory = true)]
    [ToInterval]
    public TimeSpan Every { get; set; }

    /// <summary>The time of the day of one start, in local time. The others follow from the interval.</summary>
    [Parameter]
    [ToDuration]
    public TimeSpan At { get; set; } = TimeSpan.FromMinutes(7);

    /// <summary>The name of the job. Default: the name of the folder.</summary>
    [Parameter]
    [ValidateForm("[A-Za-z0-9_-]{1,40}", "up to 40 letters, digits, hyphens, and underscores")]
    public string? Name { get; set; }

    /// <summary>More parameters of Sync-StravaFolder.</summary>
    [Parameter]
    [ValidateNotNull]
    public Hashtable Parameter { get; set; } = [];

    /// <summary>The scheduler. Default: the one of this operating system.</summary>
    [Parameter]
    public SyncScheduler Scheduler { get; set; } = JobSchedulers.Here;

    /// <summary>Replaces a job of the same name.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() =>
        _paths.AddRange(new PathInput(this).Resolve(Path, LiteralPath).Select(path => path.FullPath));

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_paths.Count == 0)
        {
            return;
        }

        var parameters = CreateOrThrow(ReadParameters);
        var job = CreateOrThrow(() => CreateJob(parameters));
        var scheduler = SchedulerOf(Scheduler);
        var steps = scheduler.PlanRegistration(job);
        if (SwitchValues.IsWhatIf(this))
        {
            RunAsync(_ => ShowAsync(steps));
            return;
        }

        CreateOrThrow(() => CheckMachine(scheduler, job));
        RunAsync(
            async cancellationToken =>
            {
                if (await Engine.ShouldProcessAsync(job.Name, $"Register a job that runs every {Every}", cancellationToken))
                {
                    await RegisterAsync(scheduler, job, steps, cancellationToken);
                }
            }, job.Name);
    }

    private async Task RegisterAsync(
        IJobScheduler scheduler, SyncJob job, IReadOnlyList<ScheduleStep> steps, CancellationToken cancellationToken)
    {
        var schedule = new SyncSchedule
        {
            Name = job.Name,
            Scheduler = scheduler.Kind,
            Every = job.Times.Every,
            Path = job.Paths,
            Command = job.Arguments[^1],
            Files = [.. steps.OfType<ScheduleStep.WriteFile>().Select(file => file.Path)],
        };
        await Registry.RegisterAsync(schedule, steps, cancellationToken);
        Engine.WriteObject(schedule);
        if (scheduler.Advice is { } advice)
        {
            Engine.WriteHost(advice);
        }

        using var connection = new SyncConnection(Engine, Parameter["BaseUri"] as Uri, accessToken: null, Parameter["Profile"] as string);
        if (!connection.HasStoredLogin)
        {
            Engine.WriteWarning("The job has no login yet. Run Connect-Strava once. A token in an environment variable is not stored.");
        }
    }

    private SyncJob CreateJob(IEnumerable<KeyValuePair<string, object>> parameters)
    {
        var name = Name ?? NameOf(_paths[0]);
        var given = new List<KeyValuePair<string, object>> { new(nameof(LiteralPath), _paths.ToArray()) };
        given.AddRange(parameters);
        if (given.Find(parameter => parameter.Key == "MaxDuration").Value is not TimeSpan limit)
        {
            limit = TimeSpan.FromMinutes(Math.Floor(Every.TotalMinutes * 5 / 6));
            given.Add(new("MaxDuration", limit));
        }

        var home = SessionState.PSVariable.GetValue("PSHOME")?.ToString() ?? "";
        var (program, arguments) = JobCommand.FindPowerShell(home);
        var module = MyInvocation.MyCommand.Module;
        var manifest = System.IO.Path.Combine(module.ModuleBase, $"{module.Name}.psd1");
        return new SyncJob
        {
            Name = name,
            Paths = _paths,
            Times = JobTimes.Create(Every, At),
            Program = program,
            Arguments = [.. arguments, "-NoProfile", "-NonInteractive", "-Command", JobCommand.Write(manifest, given)],
            TimeLimit = limit + TimeSpan.FromMinutes(10),
            OutputFile = System.IO.Path.Combine(Folder, $"{name}.log"),
        };
    }

    private static string NameOf(string folder)
    {
        var letters = System.IO.Path.GetFileName(System.IO.Path.TrimEndingDirectorySeparator(folder))
            .Where(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');
        var name = string.Concat(letters.Take(40));
        return name.Length > 0 ? name : "folder";
    }

    private bool CheckMachine(IJobScheduler scheduler, SyncJob job)
    {
        if (!scheduler.IsHere)
        {
            throw new ApiException(ScheduleErrors.SchedulerNotHere, scheduler.Kind);
        }

        if (!Force && Registry.Find(job.Name) is { } existing && !existing.Path.SequenceEqual(job.Paths, StringComparer.Ordinal))
        {
            throw new ApiException(ScheduleErrors.JobExists, job.Name, string.Join(", ", existing.Path));
        }

        return true;
    }

    private List<KeyValuePair<string, object>> ReadParameters()
    {
        var parameters = new List<KeyValuePair<string, object>>();
        foreach (DictionaryEntry entry in Parameter)
        {
            var name = entry.Key.ToString()!;
            const BindingFlags Flags = BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase;
            var property = typeof(SyncStravaFolderCommand).GetProperty(name, Flags);
            if (property?.GetCustomAttribute<ParameterAttribute>() is null || Excluded.Contains(property.Name, StringComparer.Ordinal))
            {
                throw new ApiException(ScheduleErrors.JobParameterNotPossible, name, "a job cannot have it");
            }

            if (property.Name == nameof(SyncStravaFolderCommand.EventLog) && Scheduler != SyncScheduler.TaskScheduler)
            {
                throw new ApiException(ScheduleErrors.JobParameterNotPossible, name, "only Windows has the event log");
            }

            parameters.Add(new(property.Name, ConvertValue(property, entry.Value)));
        }

        parameters.Sort((left, right) => string.CompareOrdinal(left.Key, right.Key));
        return parameters;
    }

    private object ConvertValue(PropertyInfo property, object? value)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        if (type == typeof(TimeSpan) && value is not TimeSpan
            && Durations.TryParse(Convert.ToString(value, CultureInfo.InvariantCulture), out var duration))
        {
            // As Sync-StravaFolder reads it: 26:00:00 has 26 hours, and a number has seconds.
            return duration;
        }

        if (value is null || !LanguagePrimitives.TryConvertTo(value, type, CultureInfo.InvariantCulture, out var converted))
        {
            throw new ApiException(ScheduleErrors.JobParameterNotPossible, property.Name, $"'{value}' is not of type {type.Name}");
        }

        if (PathParameters.Contains(property.Name, StringComparer.Ordinal))
        {
            return SessionState.Path.GetUnresolvedProviderPathFromPSPath((string)converted);
        }

        return converted;
    }
}
