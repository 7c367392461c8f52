namespace StravaTools.Activities.Validation.Rules;

/// <summary>An activity has recorded points or sets. Each format that requires it has the rule with its own ID.</summary>
internal static class NoPointsRule
{
    public static ActivityFileRule Create(string id, string title, string example, params IReadOnlyList<string> sections) => new(
        id, Severity.Error, title,
        "Strava refuses a file without samples: 'The file is empty'.",
        "If nothing was recorded, create the activity without a file.")
    {
        Example = example,
        Sections = sections,
        Refusals = [Refusals.EmptyFile],
        Remedy = RuleRemedy.CreateActivity,
    };

    public static void CheckActivities(ActivityFileRule rule, string what, ActivityCheckContext context)
    {
        if (!context.Activities.Any(activity => activity.Streams.Count > 0 || activity.Sets.Any(set => !set.IsRest)))
        {
            context.Findings.Add(rule, what);
        }
    }
}
