using System.Globalization;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using StravaTools.Client;
using StravaTools.Client.Activities;
using StravaTools.Http.Errors;

namespace StravaTools.MSBuild.Tasks;

/// <summary>Creates an activity without a file.</summary>
[MSBuildMultiThreadableTask]
public sealed class NewStravaActivity : StravaServerTask
{
    private bool? _trainer;
    private bool? _commute;
    private bool? _private;

    /// <summary>Its name.</summary>
    [Required]
    public string Name { get; set; } = "";

    /// <summary>Its sport type, for example Ride.</summary>
    [Required]
    public string SportType { get; set; } = "";

    /// <summary>When it started, in ISO 8601. The local time is sent.</summary>
    [Required]
    public string StartTime { get; set; } = "";

    /// <summary>The elapsed time: seconds, or h:mm:ss.</summary>
    [Required]
    public string ElapsedTime { get; set; } = "";

    /// <summary>A description.</summary>
    public string? Description { get; set; }

    /// <summary>The distance in meters; 0 to omit it.</summary>
    public double Distance { get; set; }

    // MSBuild does not call the setter for an empty attribute, so null means that nothing was set.

    /// <summary>Recorded on a trainer. If it is not set, it is not sent.</summary>
    public bool Trainer
    {
        get => _trainer ?? false;
        set => _trainer = value;
    }

    /// <summary>A commute. If it is not set, it is not sent.</summary>
    public bool Commute
    {
        get => _commute ?? false;
        set => _commute = value;
    }

    /// <summary>Visible to the athlete only. If it is not set, the athlete's own setting applies, as Strava recommends.</summary>
    public bool Private
    {
        get => _private ?? false;
        set => _private = value;
    }

    /// <summary>Custom scalars: the item is the name, the metadata Value is the value. Each name can be used once.</summary>
    public ITaskItem[] CustomData { get; set; } = [];

    /// <summary>The activity: the item is its name, with metadata Outcome (Ready), ActivityId, and ActivityUrl.</summary>
    [Output]
    public ITaskItem? Activity { get; private set; }

    /// <inheritdoc/>
    protected override async System.Threading.Tasks.Task ExecuteAsync(StravaClient client, CancellationToken cancellationToken)
    {
        if (!DateTimeOffset.TryParse(StartTime, CultureInfo.InvariantCulture, DateTimeStyles.AssumeLocal, out var start))
        {
            LogError(StravaErrors.InvalidStartTime, StartTime);
        }
        else if (!Durations.TryParse(ElapsedTime, out var elapsed))
        {
            LogError(StravaErrors.InvalidElapsedTime, ElapsedTime);
        }
        else
        {
            await CreateAsync(client, start, elapsed, cancellationToken);
        }
    }

    private async System.Threading.Tasks.Task CreateAsync(
        StravaClient client, DateTimeOffset start, TimeSpan elapsed, CancellationToken cancellationToken)
    {
        var fields = CustomData.Select(item => KeyValuePair.Create(item.ItemSpec, item.GetMetadata("Value")));
        var activity = new NewActivity
        {
            Name = Name,
            SportType = Activities.Model.SportType.Parse(SportType),
            StartTime = start,
            ElapsedTime = elapsed,
            Description = Description,
            Distance = Distance > 0 ? Distance : null,
            Trainer = _trainer,
            Commute = _commute,
            Private = _private,
            CustomData = CustomFields.FromPairs(fields),
        };
        var created = await client.CreateActivityAsync(activity, cancellationToken);
        foreach (var setting in activity.FindIgnoredSettings(created))
        {
            LogWarning(new ApiException(StravaErrors.SettingIgnored, setting, created.Id));
        }

        BuildEngine.RememberPhotos(created.Id, created.PhotoMetadata);
        Activity = new TaskItem(Name);
        Activity.SetMetadata("Outcome", "Ready");
        Activity.SetMetadata("ActivityId", created.Id.ToString(CultureInfo.InvariantCulture));
        Activity.SetMetadata("ActivityUrl", created.ActivityUrl?.ToString() ?? "");
    }
}
