using StravaTools.Activities.Validation;

namespace StravaTools.Activities.Formats.StrengthJson.Rules;

/// <summary>What is checked while a strength JSON is read: its shape (strava-uploads.md, "JSON - Strength Training (Limited)").</summary>
internal static class StrengthJsonRules
{
    private const string Tables = $"Strava documents the fields and their types ({Docs.Json}).";

    public static readonly ActivityFileRule NotWellFormed = new(
        "JSN0101", Severity.Error, "The file is well-formed JSON", "Strava cannot read it either.", "Mend the JSON at the place given.")
    {
        Example = """{ "version": "1.0", }""",
        Sections = [Docs.Json],
    };

    public static readonly ActivityFileRule WrongVersion = new(
        "JSN0102", Severity.Error, "version is 1.0", $"Strava knows version \"1.0\" only ({Docs.JsonStructure}).", "Write \"version\": \"1.0\".")
    {
        Example = """{ "version": "2.0" }""",
        Sections = [Docs.JsonStructure],
    };

    public static readonly ActivityFileRule WrongType = new(
        "JSN0103", Severity.Error, "Each field has the documented type", Tables, "Write the value in the documented type.")
    {
        Example = """{ "elapsed_time": "3600" }""",
        Sections = [Docs.JsonStructure, Docs.JsonSets, Docs.JsonStreams],
    };

    public static readonly ActivityFileRule Missing = new(
        "JSN0104", Severity.Error, "Required fields are there", Tables, "Add the field.")
    {
        Example = """{ "version": "1.0", "sets": [ { "repetitions": 10 } ] }""",
        Sections = [Docs.JsonStructure, Docs.JsonSets, Docs.JsonStreams],
    };

    public static readonly ActivityFileRule NoSets = new(
        "JSN0105", Severity.Error, "There is at least one set",
        $"Strava requires at least one ({Docs.JsonStructure}).", "Add the sets, or create the activity with New-StravaActivity instead.")
    {
        Example = """{ "sets": [] }""",
        Sections = [Docs.JsonStructure],
    };

    public static readonly ActivityFileRule UnequalStreams = new(
        "JSN0106", Severity.Error, "The arrays in streams are of one length",
        $"Each must be as long as time ({Docs.JsonStreams}).", "Write one value for each time.")
    {
        Example = """{ "time": [0, 60, 120], "heartrate": [72, 95] }""",
        Sections = [Docs.JsonStreams],
    };

    public static readonly ActivityFileRule NotATime = new(
        "JSN0107", Severity.Error, "Times are ISO 8601", Tables, "Write it as 2025-01-15T08:30:00Z.")
    {
        Example = """{ "start_time": "15.01.2025 08:30" }""",
        Sections = [Docs.JsonStructure, Docs.JsonSets],
    };

    public static readonly ActivityFileRule NoZone = new(
        "JSN0108", Severity.Error, "Times have a zone designator",
        $"They must include a UTC offset or Z ({Docs.JsonStructure}).", "Append Z or the offset, as +02:00.")
    {
        Example = """{ "start_time": "2025-01-15T08:30:00" }""",
        Sections = [Docs.JsonStructure, Docs.JsonSets],
    };

    public static IReadOnlyList<ActivityFileRule> All { get; } =
        [NotWellFormed, WrongVersion, WrongType, Missing, NoSets, UnequalStreams, NotATime, NoZone];
}
