using System.Collections.Immutable;
using System.Globalization;
using StravaTools.FakeStrava.Authorization;
using StravaTools.FakeStrava.Representations;
using StravaTools.FakeStrava.Webhooks;

namespace StravaTools.FakeStrava.State;

/// <summary>Turns changes of the state into webhook events for the applications that can see them.</summary>
internal sealed class WorldEvents(WebhookHub hub)
{
    private const string Activity = "activity";

    public void ActivityChanged(DetailedActivity? before, DetailedActivity? after, TokenStore tokens)
    {
        // Most tests have no subscription.
        if (!hub.HasSubscriptions || ReferenceEquals(before, after))
        {
            return;
        }

        var updates = FindUpdates(before ?? after!, after ?? before!);
        var isUpdate = before is not null && after is not null;
        if (isUpdate && updates.IsEmpty)
        {
            return;
        }

        var activity = (after ?? before)!;
        var published = new WebhookEvent
        {
            ObjectType = Activity,
            ObjectId = activity.Id,
            AspectType = DescribeAspect(before, after),
            OwnerId = activity.Athlete.Id,
            Updates = updates,
        };
        hub.PublishEvent(published, client => tokens.Grants().Any(grant => Sees(grant, client, activity)));
    }

    public void AccessRevoked(Grant grant) => hub.PublishEvent(
        new WebhookEvent
        {
            ObjectType = "athlete",
            ObjectId = grant.Athlete.Id,
            AspectType = "update",
            OwnerId = grant.Athlete.Id,
            Updates = ImmutableSortedDictionary.CreateRange([KeyValuePair.Create("authorized", "false")]),
        },
        client => client == grant.Application.ClientId);

    private static string DescribeAspect(DetailedActivity? before, DetailedActivity? after)
    {
        if (before is null)
        {
            return "create";
        }

        if (after is null)
        {
            return "delete";
        }

        return "update";
    }

    /// <summary>Only these changes lead to events.</summary>
    private static ImmutableSortedDictionary<string, string> FindUpdates(DetailedActivity before, DetailedActivity after)
    {
        (string Name, string Old, string Changed)[] members =
        [
            ("title", before.Name, after.Name),
            ("type", before.Type, after.Type),
            ("private", FormatFlag(before.Private), FormatFlag(after.Private)),
        ];
        return members.Where(member => member.Old != member.Changed)
            .ToImmutableSortedDictionary(member => member.Name, member => member.Changed, StringComparer.Ordinal);
    }

    private static string FormatFlag(bool value) => value.ToString(CultureInfo.InvariantCulture).ToLowerInvariant();

    /// <summary>"Activity events need activity:read, private ones read_all."</summary>
    private static bool Sees(Grant grant, int client, DetailedActivity activity) =>
        grant.Application.ClientId == client && grant.Athlete.Id == activity.Athlete.Id
        && grant.Scopes.SeesActivities && (!activity.Private || grant.Scopes.SeesPrivate);
}
