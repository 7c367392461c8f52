namespace StravaTools.Activities.Validation;

/// <summary>What is checked while a strength JSON is read (strava-uploads.md, "JSON - Strength Training (Limited)").</summary>
internal static class StrengthJsonRules
{
    private const string Tables = "Strava documents the fields and their types (developers.strava.com/docs/uploads, \"JSON - Strength Training\").";

    public static readonly ActivityFileRule NotWellFormed = new(
        "JSN0101", Severity.Error, "The file is well-formed JSON", "Strava cannot read it either.", "Mend the JSON at the place given.");

    public static readonly ActivityFileRule WrongVersion = new(
        "JSN0102", Severity.Error, "version is 1.0",
        "Strava knows version \"1.0\" only (developers.strava.com/docs/uploads, \"File Structure\").", "Write \"version\": \"1.0\".");

    public static readonly ActivityFileRule WrongType = new(
        "JSN0103", Severity.Error, "Each field has the documented type", Tables, "Write the value in the documented type.");

    public static readonly ActivityFileRule Missing = new(
        "JSN0104", Severity.Error, "Required fields are there", Tables, "Add the field.");

    public static readonly ActivityFileRule NoSets = new(
        "JSN0105", Severity.Error, "There is at least one set",
        "Strava requires at least one (developers.strava.com/docs/uploads, \"File Structure\").", "Add the sets, or create the activity with New-StravaActivity instead.");

    public static readonly ActivityFileRule UnequalStreams = new(
        "JSN0106", Severity.Error, "The arrays in streams are of one length",
        "Each must be as long as time (developers.strava.com/docs/uploads, \"Streams\").", "Write one value for each time.");

    public static readonly ActivityFileRule NotATime = new(
        "JSN0107", Severity.Error, "Times are ISO 8601", Tables, "Write it as 2025-01-15T08:30:00Z.");

    public static readonly ActivityFileRule NoZone = new(
        "JSN0108", Severity.Error, "Times have a zone designator",
        "They must include a UTC offset or Z (developers.strava.com/docs/uploads, \"File Structure\").", "Append Z or the offset, as +02:00.");

    public static readonly ActivityFileRule UnknownExercise = new(
        "JSN0109", Severity.Warning, "exercise_type is in Strava's list",
        "Strava may refuse or ignore it; the list grows, so it may also be newer than this check.", "See developers.strava.com/docs/uploads, \"Supported Exercises\".");
}
