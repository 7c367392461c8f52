using StravaTools.Activities.Validation;

namespace StravaTools.Activities.Formats.Xml;

/// <summary>The rules that reading an XML file checks. GPX and TCX have the same rules with different IDs.</summary>
/// <param name="format">The name of the format, with which its IDs begin.</param>
/// <param name="document">The section of Strava's document about the format.</param>
/// <param name="examples">What breaks the rules.</param>
internal sealed class XmlRules(string format, string document, XmlRuleExamples examples)
{
    private const string ExportAgain = "Export the file again. If that does not help, report the problem to the developer of the program.";

    public static readonly XmlRules Gpx = new("GPX", Docs.Gpx, new XmlRuleExamples(
        """<trkpt lat="undefined" lon="8.41">""",
        """<trkpt lat="100.0" lon="0.0">""",
        "<ele>--</ele>",
        "<time>14/06/2025 06:30</time>",
        "<time>20250614T063000Z</time>"));

    public static readonly XmlRules Tcx = new("TCX", Docs.Tcx, new XmlRuleExamples(
        "<LatitudeDegrees>undefined</LatitudeDegrees>",
        "<LatitudeDegrees>100.0</LatitudeDegrees>",
        "<AltitudeMeters>NaN</AltitudeMeters>",
        "<Time>null</Time>",
        "<Time>2025-06-14T06:30Z</Time>"));

    public static readonly ActivityFileRule TcxLapStart = new(
        "TCX0108", Severity.Information, "The StartTime of a TCX lap is ISO 8601",
        $"Strava uses the times of the trackpoints ({Docs.Tcx}). Other programs may refuse the file.",
        "No action is needed. For other programs, export the file again.")
    {
        Example = """<Lap StartTime="+052870-03-11T09:39:10.000Z">""",
        Sections = [Docs.Tcx],
    };

    public ActivityFileRule NotWellFormed { get; } = new(
        format + "0101", Severity.Error, $"{format} is well-formed XML",
        "Strava answers a file that it cannot read with 'The upload appears to be malformed'.", ExportAgain)
    {
        IsBrokenByTruncation = true,
        Example = "A truncated file, or a bare & in a name.",
        Sections = [document],
        Refusals = [Refusals.Malformed],
    };

    public ActivityFileRule HasDtd { get; } = new(
        format + "0104", Severity.Warning, $"{format} has no document type definition (DTD)",
        "A DTD can read other files or exhaust memory, so StravaTools skips it. Whether Strava accepts a DTD is not documented.",
        "Delete the <!DOCTYPE ...> declaration, and replace the entities that it declares.")
    {
        Example = """<!DOCTYPE gpx SYSTEM "gpx.dtd">""",
    };

    public ActivityFileRule PositionNotANumber { get; } = new(
        format + "0105", Severity.Error, $"Positions in {format} are numbers",
        "Strava answers a file that it cannot read with 'The upload appears to be malformed'. " +
        $"The schema, which Strava follows ({document}), requires decimal degrees.",
        ExportAgain)
    {
        Example = examples.PositionNotANumber,
        Sections = [document],
        Refusals = [Refusals.Malformed],
    };

    public ActivityFileRule PositionOffTheGlobe { get; } = new(
        format + "0106", Severity.Warning, $"{format} positions are within -90 to 90 and -180 to 180 degrees",
        "Strava may show the point in the wrong place or drop it.",
        "Remove the point. Some programs mark pauses with such points; if yours does, export pauses as separate segments.")
    {
        Example = examples.PositionOffTheGlobe,
        Sections = [document],
    };

    public ActivityFileRule NotATime { get; } = new(
        format + "0107", Severity.Error, $"Times in {format} are ISO 8601",
        $"Strava requires a time in each point ({Docs.FileTypes}). A time in another format cannot be read.",
        ExportAgain)
    {
        Example = examples.NotATime,
        Sections = [Docs.FileTypes],
    };

    public ActivityFileRule ValueNotANumber { get; } = new(
        format + "0115", Severity.Warning, $"Optional values in {format} are numbers",
        $"Only the time is required in each point ({Docs.FileTypes}), so the file is usable without the value. How Strava treats " +
        "such a value is not documented.",
        "Remove the value.")
    {
        Example = examples.ValueNotANumber,
        Sections = [Docs.FileTypes],
        Remedy = RuleRemedy.RepairFile,
    };

    public ActivityFileRule NotASchemaTime { get; } = new(
        format + "0117", Severity.Warning, $"Times in {format} have the form of XML Schema",
        $"The schema, which Strava follows ({document}), requires the form 2025-06-14T06:30:00Z. The time is readable, but Strava does " +
        "not document whether it reads other forms.",
        ExportAgain)
    {
        Example = examples.NotASchemaTime,
        Sections = [document],
    };

    public IReadOnlyList<ActivityFileRule> All =>
        [NotWellFormed, HasDtd, PositionNotANumber, PositionOffTheGlobe, NotATime, ValueNotANumber, NotASchemaTime];
}
