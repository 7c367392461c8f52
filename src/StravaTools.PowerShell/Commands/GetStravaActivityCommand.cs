using System.Management.Automation;
using StravaTools.Client;
using StravaTools.Client.Activities;
using StravaTools.PowerShell.Parameters;
using StravaTools.PowerShell.Work;

namespace StravaTools.PowerShell.Commands;

/// <summary>Gets activities in detail by ID, or lists the athlete's activities.</summary>
[Cmdlet(VerbsCommon.Get, "StravaActivity", DefaultParameterSetName = ListSet, HelpUri = HelpPages.Root + "Get-StravaActivity.md")]
[OutputType(typeof(StravaActivity), typeof(StravaActivityMeta))]
public sealed class GetStravaActivityCommand : StravaCmdlet
{
    private const string ListSet = "List";
    private const string IdSet = "Id";
    private const string MetaSet = "Meta";

    /// <summary>The activities: IDs, or objects with an activity ID. Results without an activity are skipped.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = IdSet)]
    [AllowNull]
    [AllowEmptyCollection]
    [ActivityIds]
    public long[]? Id { get; set; }

    /// <summary>Includes all segment efforts, not only the important ones.</summary>
    [Parameter(ParameterSetName = IdSet)]
    public SwitchParameter IncludeAllEfforts { get; set; }

    /// <summary>Waits while Strava processes an activity.</summary>
    [Parameter(ParameterSetName = IdSet)]
    public SwitchParameter Wait { get; set; }

    /// <summary>The maximum number of seconds to wait for an activity.</summary>
    [Parameter(ParameterSetName = IdSet)]
    [ValidateRange(1, 86400)]
    public int TimeoutSeconds { get; set; } = 120;

    /// <summary>Only activities that started before this time.</summary>
    [Parameter(ParameterSetName = ListSet)]
    public DateTimeOffset? Before { get; set; }

    /// <summary>Only activities that started after this time, oldest first.</summary>
    [Parameter(ParameterSetName = ListSet)]
    public DateTimeOffset? After { get; set; }

    /// <summary>The maximum number of activities.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [ValidateRange(1, int.MaxValue)]
    public int? First { get; set; }

    /// <summary>Lists all activities with only what is needed to detect changes.</summary>
    [Parameter(Mandatory = true, ParameterSetName = MetaSet)]
    public SwitchParameter Meta { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        switch (ParameterSetName)
        {
            case IdSet:
                ForEach(Id, GetAsync);
                break;
            case MetaSet:
                RunAsync(async cancellationToken => WriteAll(await Client.ListActivityMetaAsync(cancellationToken)), Client.BaseUri);
                break;
            default:
                RunAsync(ListAsync, Client.BaseUri);
                break;
        }
    }

    private async Task GetAsync(long id, CancellationToken cancellationToken)
    {
        TimeSpan? wait = Wait ? TimeSpan.FromSeconds(TimeoutSeconds) : null;
        Engine.WriteObject(await Client.GetActivityAsync(id, IncludeAllEfforts, wait, cancellationToken));
    }

    private async Task ListAsync(CancellationToken cancellationToken)
    {
        var perPage = Math.Min(First ?? StravaClient.MaxPageSize, StravaClient.MaxPageSize);
        var left = First ?? int.MaxValue;
        await foreach (var activity in Client.ListActivitiesAsync(Before, After, perPage, cancellationToken))
        {
            Engine.WriteObject(activity);
            if (--left == 0)
            {
                break;
            }
        }
    }
}
