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
[Cmdlet(VerbsCommon.New, "StravaActivity", SupportsShouldProcess = true)]
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

    /// <summary>When it began: the wall clock is sent.</summary>
    [Parameter(Mandatory = true, Position = 2, ValueFromPipelineByPropertyName = true)]
    public DateTimeOffset StartTime { get; set; }

    /// <summary>How long it took: h:mm:ss, or a number of seconds.</summary>
    [Parameter(Mandatory = true, Position = 3, ValueFromPipelineByPropertyName = true)]
    [SecondsToTimeSpan]
    public TimeSpan ElapsedTime { get; set; }

    /// <summary>A description.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Description { get; set; }

    /// <summary>Metres.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [EmptyToNull]
    public double? Distance { get; set; }

    /// <summary>It was done on a trainer.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextToSwitch]
    public SwitchParameter Trainer { get; set; }

    /// <summary>It was a commute.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextToSwitch]
    public SwitchParameter Commute { get; set; }

    /// <summary>It is visible to the athlete only.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextToSwitch]
    public SwitchParameter Private { get; set; }

    /// <summary>Custom scalars by name.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public Hashtable? CustomData { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var activity = Activity();
        if (SportTypes.Warning(activity.SportType) is { } warning)
        {
            WriteWarning(warning);
        }

        var target = string.Create(
            CultureInfo.InvariantCulture, $"{Name} ({activity.SportType}, {StartTime:yyyy-MM-dd HH:mm:ss}, {ElapsedTime:c})");
        if (ShouldProcess(target, $"Create activity at {Client.BaseUri}"))
        {
            RunAsync(cancellationToken => CreateAsync(activity, cancellationToken));
        }
    }

    private async Task CreateAsync(NewActivity activity, CancellationToken cancellationToken)
    {
        try
        {
            var created = await Client.CreateActivityAsync(activity, cancellationToken);
            Engine.WarnOfIgnored(activity.FindIgnoredSettings(created), created);
            Engine.WriteObject(created);
        }
        catch (ApiException e)
        {
            Engine.WriteError(ErrorRecords.CreateRecord(e, activity.Name));
        }
    }

    private NewActivity Activity() => new()
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

    private Dictionary<string, string> CustomValues() => (CustomData ?? []).Cast<DictionaryEntry>().ToDictionary(
        entry => ToText(entry.Key), entry => ToText(entry.Value), StringComparer.Ordinal);

    private static string ToText(object? value) => LanguagePrimitives.ConvertTo<string>(value) ?? "";
}
