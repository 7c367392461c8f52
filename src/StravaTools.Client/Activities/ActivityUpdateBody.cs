namespace StravaTools.Client.Activities;

/// <summary>The update as it is sent: flags are booleans here, where creating an activity takes integers.</summary>
internal sealed record ActivityUpdateBody(
    string? Name, string? Type, string? SportType, string? Description, string? GearId, bool? Trainer, bool? Commute, bool? Private,
        bool? HideFromHome)
{
    /// <exception cref="ArgumentException">Nothing is to be changed.</exception>
    public static ActivityUpdateBody FromUpdate(ActivityUpdate update)
    {
        ArgumentNullException.ThrowIfNull(update);
        if (update == new ActivityUpdate())
        {
            throw new ArgumentException("There is nothing to change.", nameof(update));
        }

        var type = update.SportType is { } sport ? ActivityTypes.TypeOf(sport) : null;
        return new ActivityUpdateBody(
            update.Name, type, update.SportType?.Name, update.Description, update.GearId, update.Trainer, update.Commute, update.Private,
                update.HideFromHome);
    }
}
