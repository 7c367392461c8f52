using StravaTools.Activities.Validation;

namespace StravaTools.Activities.Formats.Fit.Rules;

/// <summary>A strength workout without records has the time of its end and its duration.</summary>
internal static class FitSetTimesRule
{
    private static readonly ActivityFileRule Rule = new(
        "FIT0106", Severity.Error, "A FIT file of sets without records has activity.timestamp and session.total_elapsed_time",
        $"Strava determines start and end of such a file from these two ({Docs.Fit}).",
        "Write both fields, or export the file with record messages.")
    {
        Example = "set messages and a session, but no activity message.",
        Sections = [Docs.Fit, Docs.FileTypes],
    };

    public static IReadOnlyList<ActivityFileRule> All { get; } = [Rule];

    public static void CheckContent(FitContent content, FindingCollector findings)
    {
        if (content.Sets.Count == 0 || content.Records.Count > 0)
        {
            return;
        }

        var location = content.Sessions.Select(session => session.Location).FirstOrDefault();
        if (content.Timestamp is null)
        {
            findings.Add(Rule, "There are set messages but no record, and no activity message with a timestamp.", location);
        }

        if (!content.Sessions.Any(session => session.ElapsedTime is not null))
        {
            findings.Add(Rule, "There are set messages but no record, and no session message with a total_elapsed_time.", location);
        }
    }
}
