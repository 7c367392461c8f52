namespace StravaTools.Activities.Validation;

/// <summary>An answer with which Strava refused such a file, as a public report recorded it.</summary>
/// <param name="Answer">The answer, in Strava's words.</param>
/// <param name="Report">The address of the report.</param>
public sealed record RecordedRefusal(string Answer, string Report);
