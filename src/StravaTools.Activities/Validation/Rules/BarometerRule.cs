namespace StravaTools.Activities.Validation.Rules;

/// <summary>
/// The creator ends with "with barometer", which makes Strava keep the recorded elevation. Each format whose creator
/// is text has the rule with its own ID.
/// </summary>
internal static class BarometerRule
{
    private const string Word = "barometer";
    private const string Mark = "with barometer";

    public static ActivityFileRule Create(string id, string example) => new(
        id, Severity.Warning, "A creator that mentions a barometer ends with these words, and the points have elevation",
        "Strava keeps the recorded elevation if the creator's name ends with \"with barometer\". Otherwise, it looks up the elevation " +
        $"({Docs.Device}).",
        "If the elevation comes from a barometer, end the name with \"with barometer\". Otherwise, remove these words.")
    {
        Example = example,
        Sections = [Docs.Device],
    };

    public static void CheckActivities(ActivityFileRule rule, ActivityCheckContext context)
    {
        foreach (var activity in context.Activities)
        {
            if (activity.Creator?.TrimEnd() is not { } creator || !creator.Contains(Word, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            if (!creator.EndsWith(Mark, StringComparison.OrdinalIgnoreCase))
            {
                context.Findings.Add(
                    rule,
                    "The creator mentions a barometer, but its name does not end with \"with barometer\".",
                    activity.Location,
                    example: creator);
            }
            else if (activity.Streams.Altitude.IsEmpty)
            {
                context.Findings.Add(rule, "The creator says \"with barometer\", but no point has an elevation.", activity.Location);
            }
        }
    }
}
