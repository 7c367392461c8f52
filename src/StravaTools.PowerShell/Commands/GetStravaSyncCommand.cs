using System.Management.Automation;
using StravaTools.Http.Errors;
using StravaTools.PowerShell.Parameters;
using StravaTools.PowerShell.Pipeline;
using StravaTools.PowerShell.Schedules;
using StravaTools.PowerShell.Work;
using StravaTools.Sync.Errors;
using StravaTools.Sync.Model;
using StravaTools.Sync.Results;

namespace StravaTools.PowerShell.Commands;

/// <summary>Lists the jobs of Register-StravaSync, or the files that workers upload.</summary>
[Cmdlet(VerbsCommon.Get, "StravaSync", DefaultParameterSetName = JobSet, HelpUri = HelpPages.Root + "Get-StravaSync.md")]
[OutputType(typeof(SyncSchedule), ParameterSetName = [JobSet])]
[OutputType(typeof(SyncResult), ParameterSetName = [StoreSet])]
public sealed class GetStravaSyncCommand : ScheduleCmdlet
{
    private const string JobSet = "Job";
    private const string StoreSet = "Store";

    /// <summary>The names of jobs. Wildcards are allowed.</summary>
    [Parameter(Position = 0, ParameterSetName = JobSet)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[] Name { get; set; } = ["*"];

    /// <summary>The connection string of the database of workers.</summary>
    [Parameter(Mandatory = true, ParameterSetName = StoreSet)]
    [ValidateNotNull]
    public StoreConnection? Store { get; set; }

    /// <summary>The athletes. Default: all.</summary>
    [Parameter(ParameterSetName = StoreSet, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateRange(1, long.MaxValue)]
    public long[] Athlete { get; set; } = [];

    /// <summary>Shows only files in these states.</summary>
    [Parameter(ParameterSetName = StoreSet)]
    public SyncState[] State { get; set; } = [];

    /// <summary>Shows only files that need you.</summary>
    [Parameter(ParameterSetName = StoreSet)]
    public SwitchParameter Failed { get; set; }

    /// <summary>The server. Default: the environment variable STRAVA_BASE_URI, or Strava.</summary>
    [Parameter(ParameterSetName = StoreSet)]
    [ValidateNotNull]
    public Uri? BaseUri { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == StoreSet)
        {
            ReadStore();
        }
        else
        {
            ListJobs();
        }
    }

    private void ReadStore()
    {
        var store = CreateOrThrow(() => SyncStore.Create(this, Store!, BaseUri));
        RunAsync(cancellationToken => ReadFilesAsync(store, cancellationToken), target: null);
    }

    private async Task ReadFilesAsync(SyncStore store, CancellationToken cancellationToken)
    {
        foreach (var file in await store.ReadFilesAsync(NullIfEmpty(Athlete), NullIfEmpty(WantedStates()), cancellationToken))
        {
            Engine.WriteObject(SyncText.ShowAthlete(file));
        }
    }

    private SyncState[] WantedStates() =>
        Failed ? [.. Enum.GetValues<SyncState>().Where(state => state.NeedsUser()), .. State] : State;

    private static T[]? NullIfEmpty<T>(T[] values) => values is [] ? null : values;

    private void ListJobs()
    {
        var jobs = CreateOrThrow(() => Registry.List().ToList());
        foreach (var name in Name)
        {
            var pattern = WildcardPattern.Get(name, WildcardOptions.IgnoreCase);
            var found = jobs.FindAll(job => pattern.IsMatch(job.Name));
            if (found.Count == 0 && !WildcardPattern.ContainsWildcardCharacters(name))
            {
                WriteError(ErrorRecords.CreateRecord(new ApiException(ScheduleErrors.JobNotFound, name), name));
            }

            WriteObject(found, enumerateCollection: true);
        }
    }
}
