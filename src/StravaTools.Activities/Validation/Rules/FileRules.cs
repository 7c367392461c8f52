using StravaTools.Activities.Formats;
using StravaTools.Activities.Formats.Xml;
using StravaTools.Activities.Model;

namespace StravaTools.Activities.Validation.Rules;

/// <summary>What is checked of any file before its content is read.</summary>
internal static class FileRules
{
    public static readonly ActivityFileRule Empty = new(
        "GEN0101", Severity.Error, "The file has content",
        "Strava refuses empty files: 'Upload / data / empty'.",
        "Export or copy it again from where it came from.")
    {
        Example = "A file of 0 bytes, or a gzip of nothing.",
        Sections = [Docs.UploadErrors],
    };

    public static readonly ActivityFileRule UnknownFormat = new(
        "GEN0102", Severity.Error, "The content is FIT, GPX, TCX or strength JSON",
        $"Strava takes these formats only, whatever the extension says ({Docs.FileTypes}).",
        "Export the activity as FIT, GPX or TCX.")
    {
        Example = "A zip archive, a KML file, or the HTML page of a login, saved as ride.gpx.",
        Sections = [Docs.FileTypes],
    };

    public static readonly ActivityFileRule GzipDamaged = new(
        "GEN0103", Severity.Error, "A gzip is whole",
        $"A gzipped file is sent with a data type that ends with .gz ({Docs.Upload}), and Strava answers a damaged one with 'gzip: invalid encoding'.",
        "Pack the original again, or upload it unpacked.")
    {
        Example = "A ride.gpx.gz whose last bytes are missing, as a compressor leaves it that is not closed.",
        Sections = [Docs.Upload],
    };

    public static readonly ActivityFileRule GzipTooLarge = new(
        "GEN0104", Severity.Error, "A gzip unpacks to a reasonable size",
        "No activity packs that well, so this is no activity or an attack.",
        "Unpack it yourself to see what is in it; Test-ActivityFile -MaxUnpackedSize and -MaxUnpackRatio allow more.")
    {
        Example = "A gzip of 1 MB that unpacks to 1 GB.",
    };

    public static readonly ActivityFileRule GzippedJson = new(
        "GEN0105", Severity.Information, "Strength JSON is not gzipped",
        $"Strava has no data type for gzipped JSON ({Docs.Upload}, data_type).",
        "Nothing: Send-StravaUpload sends it unpacked.")
    {
        Example = "workout.json.gz",
        Sections = [Docs.Upload],
    };

    public static IReadOnlyList<ActivityFileRule> All { get; } = [Empty, UnknownFormat, GzipDamaged, GzipTooLarge, GzippedJson];

    public static void CheckFile(ActivityFile file, GzipContent? gzip, FindingCollector findings)
    {
        if (gzip is { IsTooLarge: true })
        {
            findings.Add(GzipTooLarge, $"The gzip of {file.Size:N0} bytes unpacks to more than {gzip.Bytes.Length:N0} bytes.");
        }
        else if (gzip is { Damage: { } damage })
        {
            findings.Add(GzipDamaged, $"The gzip is broken: {damage}.", SourceLocation.AtOffset(file.Size));
        }
        else if (file.Head.IsEmpty)
        {
            findings.Add(Empty, "The file is empty.");
        }
        else if (file.Format is null)
        {
            findings.Add(UnknownFormat, $"The content is no activity: {Describe(file.Head.Span)}.");
        }

        if (file.IsGzip && file.Format == ActivityFileFormat.StrengthJson)
        {
            findings.Add(GzippedJson, "The file is gzipped JSON.");
        }

        FileNameRules.CheckFileName(file, findings);
        FileSizeRule.CheckFileSize(file, findings);
    }

    private static string Describe(ReadOnlySpan<byte> content)
    {
        if (content.StartsWith("PK"u8))
        {
            return "it is a zip archive";
        }

        if (content.TrimStart(" \t\r\n"u8).StartsWith("<"u8))
        {
            if (XmlRoot.NameOf(content) is { } root)
            {
                return $"it is XML with the root element <{root}>";
            }

            return "it looks like XML or HTML";
        }

        var start = content[..Math.Min(content.Length, 512)];
        if (start.ContainsAnyInRange((byte)0, (byte)8))
        {
            return "it is binary data of an unknown kind";
        }

        return "it is plain text";
    }
}
