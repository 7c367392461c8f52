using StravaTools.Activities.Validation;

namespace StravaTools.Activities.Formats.Xml;

/// <summary>What is checked while an XML file is read; GPX and TCX have the same rules under their own ids.</summary>
internal sealed class XmlRules(string prefix)
{
    private const string Malformed = "Strava answers such a file with 'The upload appears to be malformed'.";
    private const string ExportAgain = "Export the file again; if that does not help, tell the maker of the program that wrote it.";

    public static readonly XmlRules Gpx = new("GPX");
    public static readonly XmlRules Tcx = new("TCX");

    public static readonly ActivityFileRule TcxLapStart = new(
        "TCX0108", Severity.Warning, "The StartTime of a TCX lap is ISO 8601",
        "Strava goes by the times of the trackpoints; other programs may refuse the file.", ExportAgain)
    {
        Example = """<Lap StartTime="+052870-03-11T09:39:10.000Z">""",
        Sections = [Docs.Tcx],
    };

    public ActivityFileRule NotWellFormed { get; } = new(
        prefix + "0101", Severity.Error, $"{prefix} is well-formed XML", Malformed, ExportAgain)
    {
        Example = "A file that breaks off, or has a bare & in a name.",
        Sections = [Docs.FileTypes],
    };

    public ActivityFileRule HasDtd { get; } = new(
        prefix + "0104", Severity.Error, $"{prefix} has no DTD",
        "Neither format has one, and a DTD can be used to read files or to fill memory; it is never processed.",
        "Delete the <!DOCTYPE ...> declaration.")
    {
        Example = """<!DOCTYPE gpx [<!ENTITY a "aaaaaaaaaa">]>""",
    };

    public ActivityFileRule NotANumber { get; } = new(
        prefix + "0105", Severity.Error, $"Numbers in {prefix} are numbers", Malformed, ExportAgain)
    {
        Example = prefix == "GPX" ? """<trkpt lat="undefined" lon="8.41">""" : "<AltitudeMeters>-</AltitudeMeters>",
        Sections = [Docs.FileTypes],
    };

    public ActivityFileRule PositionOffTheGlobe { get; } = new(
        prefix + "0106", Severity.Warning, $"{prefix} positions are within -90 to 90 and -180 to 180 degrees",
        "The point is placed where nobody was, or dropped.",
        "Remove the point. Some programs mark a pause like this; export with pauses as segments.")
    {
        Example = prefix == "GPX" ? """<trkpt lat="100.0" lon="0.0">""" : "<LatitudeDegrees>100.0</LatitudeDegrees>",
        Sections = [prefix == "GPX" ? Docs.Gpx : Docs.Tcx],
    };

    public ActivityFileRule NotATime { get; } = new(
        prefix + "0107", Severity.Error, $"Times in {prefix} are ISO 8601",
        $"A point whose time cannot be read has none, and Strava requires one ({Docs.FileTypes}).",
        ExportAgain)
    {
        Example = prefix == "GPX" ? "<time>14/06/2025 06:30</time>" : "<Time>null</Time>",
        Sections = [Docs.FileTypes],
    };

    public IReadOnlyList<ActivityFileRule> All => [NotWellFormed, HasDtd, NotANumber, PositionOffTheGlobe, NotATime];
}
