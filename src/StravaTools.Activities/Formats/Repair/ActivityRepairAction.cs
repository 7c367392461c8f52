
namespace StravaTools.Activities.Formats.Repair;

/// <summary>One thing that was mended.</summary>
/// <param name="Kind">What kind of thing.</param>
/// <param name="Message">What was done, as a sentence.</param>
/// <param name="Count">How often.</param>
public sealed record ActivityRepairAction(ActivityRepairKind Kind, string Message, int Count)
{
    /// <summary>The message.</summary>
    public override string ToString() => Message;
}
