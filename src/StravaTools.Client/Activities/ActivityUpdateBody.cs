namespace StravaTools.Client.Activities;

/// <summary>The body of an update. Flags are Booleans here; creating an activity requires integers.</summary>
internal sealed record ActivityUpdateBody(
    string? Name, string? Type, string? SportType, string? Description, string? GearId, bool? Trainer, bool? Commute, bool? Private,
    bool? HideFromHome)
{
    /// <exception cref="ArgumentException">The update is empty.</exception>
    public static ActivityUpdateBody FromUpdate(ActivityUpdate update)
    {
        ArgumentNullException.ThrowIfNull(update);
        if (update == new ActivityUpdate())
        {
            throw new ArgumentException("There is nothing to change.", nameof(update));
        }

        var type = update.SportType is { } sport ? ActivityTypes.FromSportType(sport) : null;
        return new ActivityUpdateBody(
            update.Name, type, update.SportType?.Name, update.Description, update.GearId, update.Trainer, update.Commute, update.Private,
            update.HideFromHome);
    }
}
