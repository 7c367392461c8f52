namespace StravaTools.Activities.Validation.Rules;

/// <summary>The name of a file agrees with its content. Other programs derive the data type from the name.</summary>
internal static class FileNameRules
{
    private const string Gz = ".gz";

    public static readonly ActivityFileRule ExtensionMisleads = new(
        "GEN0106", Severity.Warning, "The extension matches the content",
        $"StravaTools sends the data type of the content ({Docs.Upload}, data_type), but other programs rely on the name, and " +
        "Strava then answers 'Unrecognised file type'.",
        "Rename the file.")
    {
        Example = "A TCX file named ride.gpx.",
        Sections = [Docs.Upload],
    };

    public static readonly ActivityFileRule NotGzip = new(
        "GEN0107", Severity.Warning, "The .gz extension matches the content",
        $"The data type must end with .gz if the file is gzipped, and only then ({Docs.Upload}, file). StravaTools checks the " +
        "content, but other programs rely on the name, and Strava then answers 'gzip: invalid encoding'.",
        "Rename the file.")
    {
        Example = "A ride.gpx.gz that a browser unpacked during the download without changing its name.",
        Sections = [Docs.Upload],
    };

    public static IReadOnlyList<ActivityFileRule> All { get; } = [ExtensionMisleads, NotGzip];

    public static void CheckFile(FileFacts file, FindingCollector findings)
    {
        if (file.Format is not { } format)
        {
            return;
        }

        var isCalledGzip = file.Name.EndsWith(Gz, StringComparison.OrdinalIgnoreCase);
        var extension = Path.GetExtension(isCalledGzip ? file.Name[..^Gz.Length] : file.Name);
        var isExpected = extension.Equals(format.Extension, StringComparison.OrdinalIgnoreCase);
        var isKnown = isExpected || file.KnownExtensions.Contains(extension, StringComparer.OrdinalIgnoreCase);
        if (isCalledGzip && !file.IsGzip)
        {
            findings.Add(NotGzip, "The file is called .gz, but is not gzipped.");
        }
        else if (file.IsGzip && !isCalledGzip && isKnown)
        {
            findings.Add(NotGzip, $"The file is gzipped, but is called {extension}.");
        }

        if (isKnown && !isExpected)
        {
            findings.Add(ExtensionMisleads, $"The file is called {extension} but contains {format.DataType.ToUpperInvariant()}.");
        }
    }
}
