using System.Management.Automation;
using StravaTools.Client;
using StravaTools.Client.Activities;
using StravaTools.PowerShell.Parameters;
using StravaTools.PowerShell.Pipeline;
using StravaTools.PowerShell.Work;

namespace StravaTools.PowerShell.Commands;

/// <summary>Changes activities.</summary>
[Cmdlet(VerbsCommon.Set, "StravaActivity", SupportsShouldProcess = true, HelpUri = HelpPages.Root + "Set-StravaActivity.md")]
[OutputType(typeof(StravaActivity))]
public sealed class SetStravaActivityCommand : ActivityCmdlet
{
    private readonly HashSet<string> _warned = new(StringComparer.Ordinal);

    /// <summary>The new name, or a script block that returns it for each activity.</summary>
    [Parameter]
    [TextOrScript]
    [ValidateNotNullOrEmpty]
    public object? Name { get; set; }

    /// <summary>The new sport type.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(SportTypeCompleter))]
    [ValidateNotNullOrEmpty]
    public string? SportType { get; set; }

    /// <summary>The new description, or a script block that returns it for each activity. An empty string clears it.</summary>
    [Parameter]
    [TextOrScript]
    [AllowEmptyString]
    public object? Description { get; set; }

    /// <summary>The bike or shoes; none removes them.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? GearId { get; set; }

    /// <summary>It was recorded on a trainer.</summary>
    [Parameter]
    public SwitchParameter Trainer { get; set; }

    /// <summary>It was a commute.</summary>
    [Parameter]
    public SwitchParameter Commute { get; set; }

    /// <summary>It is visible only to the athlete.</summary>
    [Parameter]
    public SwitchParameter Private { get; set; }

    /// <summary>It is not shown in the feeds of followers.</summary>
    [Parameter]
    public SwitchParameter HideFromHome { get; set; }

    /// <summary>
    /// The object from the pipeline. Rows, such as those of Import-Csv, can have the properties Name, SportType, Description, GearId,
    /// Trainer, Commute, Private, and HideFromHome.
    /// </summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    [AllowNull]
    public PSObject? InputObject { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (TryReadUpdate() is not { } update)
        {
            return;
        }

        if (SportTypes.Warning(update.SportType) is { } warning && _warned.Add(warning))
        {
            WriteWarning(warning);
        }

        ForEachActivity((id, cancellationToken) => UpdateAsync(id, update, cancellationToken));
    }

    private async Task UpdateAsync(long id, ActivityUpdate update, CancellationToken cancellationToken)
    {
        if (await Engine.ShouldProcessAsync($"Activity {id}", $"Change at {Client.BaseUri}", cancellationToken))
        {
            var updated = await Client.UpdateActivityAsync(id, update, cancellationToken);
            Engine.WarnOfIgnored(update.FindIgnoredSettings(updated), updated);
            Engine.WriteObject(updated);
        }
    }

    /// <summary>Returns the changes to an activity; null if they are an error, which has been written.</summary>
    private ActivityUpdate? TryReadUpdate()
    {
        try
        {
            var values = new InputValues(InputObject);
            if (ReadUpdate(values) is var update && update != new ActivityUpdate())
            {
                return update;
            }

            ReportNothing(isTerminating: !values.IsRow);
        }
        catch (RuntimeException e) when (e is not PipelineStoppedException)
        {
            WriteError(new ErrorRecord(e.ErrorRecord, e));
        }

        return null;
    }

    /// <summary>Only a row can have changes when the one before it has none.</summary>
    private void ReportNothing(bool isTerminating)
    {
        var error = ErrorRecords.CreateRecord(StravaErrors.NothingToChange, Id);
        if (isTerminating)
        {
            ThrowTerminatingError(error);
        }

        WriteError(error);
    }

    private ActivityUpdate ReadUpdate(InputValues values) => new()
    {
        Name = values.FindText(Name, nameof(Name)),
        SportType = SportTypes.Parse(values.FindText(SportType, nameof(SportType))),
        Description = values.FindText(Description, nameof(Description)),
        GearId = values.FindText(GearId, nameof(GearId)),
        Trainer = FindFlag(values, Trainer, nameof(Trainer)),
        Commute = FindFlag(values, Commute, nameof(Commute)),
        Private = FindFlag(values, Private, nameof(Private)),
        HideFromHome = FindFlag(values, HideFromHome, nameof(HideFromHome)),
    };

    private bool? FindFlag(InputValues values, SwitchParameter given, string name) =>
        values.FindFlag(SwitchValues.ValueOf(this, given, name), name);
}
