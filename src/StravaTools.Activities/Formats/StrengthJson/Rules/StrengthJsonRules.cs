using StravaTools.Activities.Validation;

namespace StravaTools.Activities.Formats.StrengthJson.Rules;

/// <summary>
/// The rules that reading a strength JSON checks: its structure (strava-uploads.md, "JSON - Strength Training (Limited)").
/// </summary>
internal static class StrengthJsonRules
{
    private const string Tables = $"Strava documents the fields and their types ({Docs.Json}).";

    public static readonly ActivityFileRule NotWellFormed = new(
        "JSN0101", Severity.Error, "The file is well-formed JSON",
        $"Strava requires JSON ({Docs.Json}).", "Correct the JSON at the given place.")
    {
        Example = """{ "version": "1.0", }""",
        Sections = [Docs.Json],
    };

    public static readonly ActivityFileRule WrongVersion = new(
        "JSN0102", Severity.Error, "version is 1.0",
        $"Strava supports only version \"1.0\" ({Docs.JsonStructure}).", "Write \"version\": \"1.0\".")
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
        "JSN0104", Severity.Error, "Required fields are present", Tables, "Add the field.")
    {
        Example = """{ "version": "1.0", "sets": [ { "repetitions": 10 } ] }""",
        Sections = [Docs.JsonStructure, Docs.JsonSets, Docs.JsonStreams],
    };

    public static readonly ActivityFileRule NoSets = new(
        "JSN0105", Severity.Error, "A workout has at least one set",
        $"Strava requires at least one set ({Docs.JsonStructure}).", "Add the sets, or create the activity without a file.")
    {
        Remedy = RuleRemedy.CreateActivity,
        Example = """{ "sets": [] }""",
        Sections = [Docs.JsonStructure],
    };

    public static readonly ActivityFileRule UnequalStreams = new(
        "JSN0106", Severity.Error, "The arrays in streams have the same length",
        $"Each array must be as long as time ({Docs.JsonStreams}).", "Write one value for each time.")
    {
        Example = """{ "time": [0, 60, 120], "heartrate": [72, 95] }""",
        Sections = [Docs.JsonStreams],
    };

    public static readonly ActivityFileRule NotATime = new(
        "JSN0107", Severity.Error, "Times are ISO 8601", Tables, "Write the time in the form 2025-01-15T08:30:00Z.")
    {
        Example = """{ "start_time": "15.01.2025 08:30" }""",
        Sections = [Docs.JsonStructure, Docs.JsonSets],
    };

    public static readonly ActivityFileRule NoZone = new(
        "JSN0108", Severity.Error, "Times have a zone designator",
        $"Times must include a UTC offset or Z ({Docs.JsonStructure}).", "Append Z or the offset, such as +02:00.")
    {
        Example = """{ "start_time": "2025-01-15T08:30:00" }""",
        Sections = [Docs.JsonStructure, Docs.JsonSets],
    };

    public static IReadOnlyList<ActivityFileRule> All { get; } =
        [NotWellFormed, WrongVersion, WrongType, Missing, NoSets, UnequalStreams, NotATime, NoZone];
}
