using System.Collections;
using System.Globalization;
using System.Management.Automation;
using StravaTools.Client.Activities;
using StravaTools.Http.Errors;
using StravaTools.PowerShell.Parameters;
using StravaTools.PowerShell.Pipeline;
using StravaTools.PowerShell.Work;

namespace StravaTools.PowerShell.Commands;

/// <summary>Creates activities without a file.</summary>
[Cmdlet(VerbsCommon.New, "StravaActivity", SupportsShouldProcess = true, HelpUri = HelpPages.Root + "New-StravaActivity.md")]
[OutputType(typeof(StravaActivity))]
public sealed class NewStravaActivityCommand : StravaCmdlet
{
    /// <summary>Its name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = "";

    /// <summary>Its sport type.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(SportTypeCompleter))]
    [ValidateNotNullOrEmpty]
    public string SportType { get; set; } = "";

    /// <summary>When it started. The local time is sent.</summary>
    [Parameter(Mandatory = true, Position = 2, ValueFromPipelineByPropertyName = true)]
    public DateTimeOffset StartTime { get; set; }

    /// <summary>The elapsed time: h:mm:ss, or a number of seconds.</summary>
    [Parameter(Mandatory = true, Position = 3, ValueFromPipelineByPropertyName = true)]
    [ToDuration]
    public TimeSpan ElapsedTime { get; set; }

    /// <summary>Its description.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Description { get; set; }

    /// <summary>The distance in meters.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [EmptyToNull]
    public double? Distance { get; set; }

    /// <summary>It was recorded on a trainer.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextToSwitch]
    public SwitchParameter Trainer { get; set; }

    /// <summary>It was a commute.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextToSwitch]
    public SwitchParameter Commute { get; set; }

    /// <summary>It is visible only to the athlete.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextToSwitch]
    public SwitchParameter Private { get; set; }

    /// <summary>Custom scalars by name.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public Hashtable? CustomData { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        try
        {
            ConfirmAndCreate(CreateActivity());
        }
        catch (ApiException e)
        {
            WriteError(ErrorRecords.CreateRecord(e, Name));
        }
    }

    private void ConfirmAndCreate(NewActivity activity)
    {
        if (SportTypes.Warning(activity.SportType) is { } warning)
        {
            WriteWarning(warning);
        }

        var target = string.Create(
            CultureInfo.InvariantCulture, $"{Name} ({activity.SportType}, {StartTime:yyyy-MM-dd HH:mm:ss}, {ElapsedTime:c})");
        if (ShouldProcess(target, $"Create activity at {Client.BaseUri}"))
        {
            RunAsync(cancellationToken => CreateAsync(activity, cancellationToken), activity.Name);
        }
    }

    private async Task CreateAsync(NewActivity activity, CancellationToken cancellationToken)
    {
        var created = await Client.CreateActivityAsync(activity, cancellationToken);
        Engine.WarnOfIgnored(activity.FindIgnoredSettings(created), created);
        Engine.WriteObject(created);
    }

    private NewActivity CreateActivity() => new()
    {
        Name = Name,
        SportType = SportTypes.Parse(SportType)!,
        StartTime = StartTime,
        ElapsedTime = ElapsedTime,
        Description = string.IsNullOrEmpty(Description) ? null : Description,
        Distance = Distance,
        Trainer = SwitchValues.ValueOf(this, Trainer, nameof(Trainer)),
        Commute = SwitchValues.ValueOf(this, Commute, nameof(Commute)),
        Private = SwitchValues.ValueOf(this, Private, nameof(Private)),
        CustomData = CustomValues(),
    };

    private IReadOnlyDictionary<string, string> CustomValues()
    {
        var entries = (CustomData ?? []).Cast<DictionaryEntry>();
        return CustomFields.FromPairs(entries.Select(entry => KeyValuePair.Create(ToText(entry.Key), ToText(entry.Value))));
    }

    private static string ToText(object? value) => LanguagePrimitives.ConvertTo<string>(value) ?? "";
}
