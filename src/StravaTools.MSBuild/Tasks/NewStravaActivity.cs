using System.Globalization;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using StravaTools.Activities.Model;
using StravaTools.Client;
using StravaTools.Client.Activities;

namespace StravaTools.MSBuild.Tasks;

/// <summary>Creates an activity without a file.</summary>
[MSBuildMultiThreadableTask]
public sealed class NewStravaActivity : StravaServerTask
{
    private bool? _private;

    /// <summary>Its name.</summary>
    [Required]
    public string Name { get; set; } = "";

    /// <summary>Its sport, as Ride.</summary>
    [Required]
    public string SportType { get; set; } = "";

    /// <summary>When it began, in ISO 8601; the wall clock is sent.</summary>
    [Required]
    public string StartTime { get; set; } = "";

    /// <summary>How long it took: seconds, or h:mm:ss.</summary>
    [Required]
    public string ElapsedTime { get; set; } = "";

    /// <summary>A description.</summary>
    public string? Description { get; set; }

    /// <summary>Metres; 0 if there is none to tell.</summary>
    public double Distance { get; set; }

    /// <summary>Done on a trainer.</summary>
    public bool Trainer { get; set; }

    /// <summary>A commute.</summary>
    public bool Commute { get; set; }

    /// <summary>Visible to the athlete only. If it is not set, the athlete's own setting applies, as Strava recommends.</summary>
    public bool Private
    {
        get => _private ?? false;
        // MSBuild does not call it for an empty attribute.
        set => _private = value;
    }

    /// <summary>Custom scalars: the item is the name, metadata Value the value.</summary>
    public ITaskItem[] CustomData { get; set; } = [];

    /// <summary>The activity: the item is its name, with metadata Outcome (Ready), ActivityId and ActivityUrl.</summary>
    [Output]
    public ITaskItem? Activity { get; private set; }

    /// <inheritdoc/>
    protected override async System.Threading.Tasks.Task ExecuteAsync(StravaClient client, CancellationToken cancellationToken)
    {
        if (!DateTimeOffset.TryParse(StartTime, CultureInfo.InvariantCulture, DateTimeStyles.AssumeLocal, out var start))
        {
            LogError(StravaErrors.InvalidStartTime, StartTime);
        }
        else if (Elapsed() is not { } elapsed)
        {
            LogError(StravaErrors.InvalidElapsedTime, ElapsedTime);
        }
        else
        {
            await CreateAsync(client, start, elapsed, cancellationToken);
        }
    }

    private async System.Threading.Tasks.Task CreateAsync(StravaClient client, DateTimeOffset start, TimeSpan elapsed, CancellationToken cancellationToken)
    {
        var activity = new NewActivity
        {
            Name = Name,
            SportType = Activities.Model.SportType.Parse(SportType),
            StartTime = start,
            ElapsedTime = elapsed,
            Description = Description,
            Distance = Distance > 0 ? Distance : null,
            Trainer = Trainer ? true : null,
            Commute = Commute ? true : null,
            Private = _private,
            CustomData = CustomData.ToDictionary(item => item.ItemSpec, item => item.GetMetadata("Value"), StringComparer.Ordinal),
        };
        var created = await client.CreateActivityAsync(activity, cancellationToken);
        foreach (var setting in activity.FindIgnoredSettings(created))
        {
            LogWarning(StravaErrors.SettingIgnored.Id, StravaErrors.SettingIgnored.Format(setting, created.Id));
        }

        BuildEngine.RememberPhotos(created.Id, created.PhotoMetadata);
        Activity = new TaskItem(Name);
        Activity.SetMetadata("Outcome", "Ready");
        Activity.SetMetadata("ActivityId", created.Id.ToString(CultureInfo.InvariantCulture));
        Activity.SetMetadata("ActivityUrl", created.ActivityUrl?.ToString() ?? "");
    }

    private TimeSpan? Elapsed()
    {
        if (double.TryParse(ElapsedTime, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 0 and < 1e9)
        {
            return TimeSpan.FromSeconds(seconds);
        }

        if (TimeSpan.TryParse(ElapsedTime, CultureInfo.InvariantCulture, out var time) && time >= TimeSpan.Zero)
        {
            return time;
        }

        return null;
    }
}
