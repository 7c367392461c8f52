using StravaTools.Activities.Validation;

namespace StravaTools.Activities.Formats.Xml;

/// <summary>The rules that reading an XML file checks. GPX and TCX have the same rules with different IDs.</summary>
internal sealed class XmlRules(string prefix)
{
    private const string Malformed = "Strava answers such a file with 'The upload appears to be malformed'.";
    private const string ExportAgain = "Export the file again. If that does not help, report the problem to the developer of the program.";

    public static readonly XmlRules Gpx = new("GPX");
    public static readonly XmlRules Tcx = new("TCX");

    public static readonly ActivityFileRule TcxLapStart = new(
        "TCX0108", Severity.Warning, "The StartTime of a TCX lap is ISO 8601",
        "Strava uses the times of the trackpoints. Other programs may refuse the file.", ExportAgain)
    {
        Example = """<Lap StartTime="+052870-03-11T09:39:10.000Z">""",
        Sections = [Docs.Tcx],
    };

    public ActivityFileRule NotWellFormed { get; } = new(
        prefix + "0101", Severity.Error, $"{prefix} is well-formed XML", Malformed, ExportAgain)
    {
        Example = "A truncated file, or a bare & in a name.",
        Sections = [Docs.FileTypes],
    };

    public ActivityFileRule HasDtd { get; } = new(
        prefix + "0104", Severity.Error, $"{prefix} has no DTD",
        "GPX and TCX have no DTD. A DTD can read other files or exhaust memory, so it is never processed.",
        "Delete the <!DOCTYPE ...> declaration.")
    {
        Example = """<!DOCTYPE gpx [<!ENTITY a "aaaaaaaaaa">]>""",
    };

    public ActivityFileRule NotANumber { get; } = new(
        prefix + "0105", Severity.Error, $"Numeric values in {prefix} are valid numbers", Malformed, ExportAgain)
    {
        Example = prefix == "GPX" ? """<trkpt lat="undefined" lon="8.41">""" : "<AltitudeMeters>-</AltitudeMeters>",
        Sections = [Docs.FileTypes],
    };

    public ActivityFileRule PositionOffTheGlobe { get; } = new(
        prefix + "0106", Severity.Warning, $"{prefix} positions are within -90 to 90 and -180 to 180 degrees",
        "Strava may show the point in the wrong place or drop it.",
        "Remove the point. Some programs mark pauses with such points; if yours does, export pauses as separate segments.")
    {
        Example = prefix == "GPX" ? """<trkpt lat="100.0" lon="0.0">""" : "<LatitudeDegrees>100.0</LatitudeDegrees>",
        Sections = [prefix == "GPX" ? Docs.Gpx : Docs.Tcx],
    };

    public ActivityFileRule NotATime { get; } = new(
        prefix + "0107", Severity.Error, $"Times in {prefix} are ISO 8601",
        $"Strava requires a time in each point ({Docs.FileTypes}). A time in another format cannot be read.",
        ExportAgain)
    {
        Example = prefix == "GPX" ? "<time>14/06/2025 06:30</time>" : "<Time>null</Time>",
        Sections = [Docs.FileTypes],
    };

    public IReadOnlyList<ActivityFileRule> All => [NotWellFormed, HasDtd, NotANumber, PositionOffTheGlobe, NotATime];
}
