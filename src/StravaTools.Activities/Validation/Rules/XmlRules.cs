namespace StravaTools.Activities.Validation;

/// <summary>What is checked while an XML file is read; GPX and TCX have the same rules under their own ids.</summary>
internal sealed class XmlRules(string prefix)
{
    private const string Malformed = "Strava answers such a file with 'The upload appears to be malformed'.";
    private const string ExportAgain = "Export the file again; if that does not help, tell the maker of the program that wrote it.";

    public static readonly XmlRules Gpx = new("GPX");
    public static readonly XmlRules Tcx = new("TCX");

    public static readonly ActivityFileRule TcxLapStart = new(
        "TCX0108", Severity.Warning, "The StartTime of a TCX lap is ISO 8601",
        "Strava goes by the times of the trackpoints; other programs may refuse the file.", ExportAgain);

    public ActivityFileRule NotWellFormed { get; } = new(
        prefix + "0101", Severity.Error, $"{prefix} is well-formed XML", Malformed, ExportAgain);

    public ActivityFileRule HasDtd { get; } = new(
        prefix + "0104", Severity.Error, $"{prefix} has no DTD",
        "Neither format has one, and a DTD can be used to read files or to fill memory; it is never processed.",
        "Delete the <!DOCTYPE ...> declaration.");

    public ActivityFileRule NotANumber { get; } = new(
        prefix + "0105", Severity.Error, $"Numbers in {prefix} are numbers", Malformed, ExportAgain);

    public ActivityFileRule PositionOffTheGlobe { get; } = new(
        prefix + "0106", Severity.Warning, "Positions are within -90 to 90 and -180 to 180 degrees",
        "The point is placed where nobody was, or dropped.",
        "Remove the point. Some programs mark a pause like this; export with pauses as segments.");

    public ActivityFileRule NotATime { get; } = new(
        prefix + "0107", Severity.Error, $"Times in {prefix} are ISO 8601",
        "A point whose time cannot be read has none, and Strava requires one (developers.strava.com/docs/uploads, \"Supported File Types\").",
        ExportAgain);
}
