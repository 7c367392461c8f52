namespace StravaTools.Activities.Formats.Repair;

/// <summary>One change of a repair.</summary>
/// <param name="Kind">The kind of change.</param>
/// <param name="Message">The change as a sentence.</param>
/// <param name="Count">The number of places that were changed.</param>
public sealed record ActivityRepairAction(ActivityRepairKind Kind, string Message, int Count)
{
    /// <summary>The message.</summary>
    public override string ToString() => Message;
}
