namespace StravaTools.Activities.Validation.Rules;

/// <summary>A file is called what it is: other programs, and people, take its data type from its name.</summary>
internal static class FileNameRules
{
    private const string Gz = ".gz";

    public static readonly ActivityFileRule ExtensionMisleads = new(
        "GEN0106", Severity.Warning, "The extension fits the content",
        $"The content decides, here and for the data type that is sent ({Docs.Upload}, data_type), but other programs go by the name, and Strava then answers 'Unrecognised file type'.",
        "Rename the file.")
    {
        Example = "A TCX file that is called ride.gpx.",
        Sections = [Docs.Upload],
    };

    public static readonly ActivityFileRule NotGzip = new(
        "GEN0107", Severity.Warning, "What is called .gz is gzipped, and what is gzipped is called .gz",
        $"If a file is gzipped the data type must end with .gz, and only then ({Docs.Upload}, file). Here the content decides; other programs go by the name, and Strava then answers 'gzip: invalid encoding'.",
        "Rename the file.")
    {
        Example = "A ride.gpx.gz that some program unpacked on download and left its name.",
        Sections = [Docs.Upload],
    };

    private static readonly string[] KnownExtensions = [.. ActivityFormats.All.Select(format => "." + format.DataType)];

    public static IReadOnlyList<ActivityFileRule> All { get; } = [ExtensionMisleads, NotGzip];

    public static void CheckFileName(ActivityFile file, FindingCollector findings)
    {
        if (file.DataType is not { } dataType)
        {
            return;
        }

        var isCalledGzip = file.Name.EndsWith(Gz, StringComparison.OrdinalIgnoreCase);
        var extension = Path.GetExtension(isCalledGzip ? file.Name[..^Gz.Length] : file.Name);
        var isKnown = KnownExtensions.Contains(extension, StringComparer.OrdinalIgnoreCase);
        if (isCalledGzip && !file.IsGzip)
        {
            findings.Add(NotGzip, "The file is called .gz, but is not gzipped.");
        }
        else if (file.IsGzip && !isCalledGzip && isKnown)
        {
            findings.Add(NotGzip, $"The file is gzipped, but is called {extension}.");
        }

        var expected = "." + dataType.Replace(Gz, "", StringComparison.Ordinal);
        if (isKnown && !extension.Equals(expected, StringComparison.OrdinalIgnoreCase))
        {
            findings.Add(ExtensionMisleads, $"The file is called {extension} but contains {expected[1..].ToUpperInvariant()}.");
        }
    }
}
