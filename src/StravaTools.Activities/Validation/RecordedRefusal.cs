namespace StravaTools.Activities.Validation;

/// <summary>A public report of a file that Strava refused.</summary>
/// <param name="Answer">Strava's answer, or what happened.</param>
/// <param name="Report">The address of the report.</param>
public sealed record RecordedRefusal(string Answer, string Report);
