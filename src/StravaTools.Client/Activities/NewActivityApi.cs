using System.Globalization;
using StravaTools.Client.Photos;
using StravaTools.Http.Errors;

namespace StravaTools.Client.Activities;

/// <summary>Creates activities without a file (strava-activities.md, "Create an activity").</summary>
public static class NewActivityApi
{
    /// <summary>Creates an activity without a file (strava-activities.md, "Create an activity").</summary>
    /// <exception cref="ApiException">
    /// A custom field has the name of a documented parameter (<see cref="StravaErrors.CustomDataNameReserved"/>), the server rejected the
    /// request, or its outcome is unknown (<see cref="StravaErrors.FateUnknown"/>). Strava does not detect duplicates here, so the request
    /// is never retried automatically.
    /// </exception>
    public static async Task<StravaActivity> CreateActivityAsync(
        this StravaClient client, NewActivity activity, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(activity);
        if (activity.CustomData.Keys.FirstOrDefault(NewActivity.ReservedNames.Contains) is { } reserved)
        {
            throw new StravaException(StravaErrors.CustomDataNameReserved, reserved);
        }

        using var content = new FormUrlEncodedContent(CreateFields(activity));
        var created = await client.Transport.SendAsync(
            HttpMethod.Post, "activities", content, ActivityJson.Default.StravaActivity, cancellationToken);
        return client.WithUrl(created) with { PhotoMetadata = PhotoMetadata.NamedBy(client.BaseUri, created.PhotoMetadata) };
    }

    private static IEnumerable<KeyValuePair<string, string>> CreateFields(NewActivity activity)
    {
        var invariant = CultureInfo.InvariantCulture;
        (string Name, string? Value)[] fields =
        [
            ("name", activity.Name),
            ("type", ActivityTypes.FromSportType(activity.SportType)),
            ("sport_type", activity.SportType.Name),
            ("start_date_local", activity.StartTime.DateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", invariant)),
            ("elapsed_time", ((long)activity.ElapsedTime.TotalSeconds).ToString(invariant)),
            ("description", activity.Description),
            ("distance", activity.Distance?.ToString(invariant)),
            ("private", FormatFlag(activity.Private)),
            ("trainer", FormatFlag(activity.Trainer)),
            ("commute", FormatFlag(activity.Commute)),
        ];
        return fields.Where(field => field.Value is not null)
            .Select(field => KeyValuePair.Create(field.Name, field.Value!))
            .Concat(activity.CustomData);
    }

    private static string? FormatFlag(bool? value)
    {
        if (value is null)
        {
            return null;
        }

        if (value.Value)
        {
            return "1";
        }

        return "0";
    }
}
