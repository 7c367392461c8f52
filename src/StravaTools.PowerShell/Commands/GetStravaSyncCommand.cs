using System.Management.Automation;
using StravaTools.Http.Errors;
using StravaTools.PowerShell.Pipeline;
using StravaTools.PowerShell.Schedules;
using StravaTools.Sync.Errors;

namespace StravaTools.PowerShell.Commands;

/// <summary>Lists the jobs of Register-StravaSync.</summary>
[Cmdlet(VerbsCommon.Get, "StravaSync", HelpUri = HelpPages.Root + "Get-StravaSync.md")]
[OutputType(typeof(SyncSchedule))]
public sealed class GetStravaSyncCommand : ScheduleCmdlet
{
    /// <summary>The names of jobs. Wildcards are allowed.</summary>
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[] Name { get; set; } = ["*"];

    /// <inheritdoc/>
    protected override void ProcessRecord()
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
