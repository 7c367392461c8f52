using System.Management.Automation;
using StravaTools.Client;
using StravaTools.Client.Activities;
using StravaTools.PowerShell.Parameters;
using StravaTools.PowerShell.Pipeline;
using StravaTools.PowerShell.Work;

namespace StravaTools.PowerShell.Commands;

/// <summary>Changes activities.</summary>
[Cmdlet(VerbsCommon.Set, "StravaActivity", SupportsShouldProcess = true)]
[OutputType(typeof(StravaActivity))]
public sealed class SetStravaActivityCommand : ActivityCmdlet
{
    /// <summary>The new name.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary>The new sport type.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(SportTypeCompleter))]
    [ValidateNotNullOrEmpty]
    public string? SportType { get; set; }

    /// <summary>The new description. An empty string clears it.</summary>
    [Parameter]
    [AllowEmptyString]
    public string? Description { get; set; }

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

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        if (CreateUpdate() == new ActivityUpdate())
        {
            ThrowTerminatingError(ErrorRecords.CreateRecord(StravaErrors.NothingToChange, null));
        }

        if (SportTypes.Warning(CreateUpdate().SportType) is { } warning)
        {
            WriteWarning(warning);
        }
    }

    /// <inheritdoc/>
    protected override void ProcessRecord() => ForEachActivity(async (id, cancellationToken) =>
    {
        if (await Engine.ShouldProcessAsync($"Activity {id}", $"Change at {Client.BaseUri}", cancellationToken))
        {
            var updated = await Client.UpdateActivityAsync(id, CreateUpdate(), cancellationToken);
            Engine.WarnOfIgnored(CreateUpdate().FindIgnoredSettings(updated), updated);
            Engine.WriteObject(updated);
        }
    });

    private ActivityUpdate CreateUpdate() => new()
    {
        Name = Name,
        SportType = SportTypes.Parse(SportType),
        Description = Description,
        GearId = GearId,
        Trainer = SwitchValues.ValueOf(this, Trainer, nameof(Trainer)),
        Commute = SwitchValues.ValueOf(this, Commute, nameof(Commute)),
        Private = SwitchValues.ValueOf(this, Private, nameof(Private)),
        HideFromHome = SwitchValues.ValueOf(this, HideFromHome, nameof(HideFromHome)),
    };
}
