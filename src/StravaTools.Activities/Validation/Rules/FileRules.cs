using StravaTools.Activities.Formats.Xml;
using StravaTools.Activities.Formats;

namespace StravaTools.Activities.Validation;

/// <summary>What is checked of any file before its content is read.</summary>
internal static class FileRules
{
    public static readonly ActivityFileRule Empty = new(
        "GEN0101", Severity.Error, "The file has content",
        "Strava refuses empty files.",
        "Export or copy it again from where it came from.");

    public static readonly ActivityFileRule UnknownFormat = new(
        "GEN0102", Severity.Error, "The content is FIT, GPX, TCX or strength JSON",
        "Strava takes these formats only, whatever the extension says (developers.strava.com/docs/uploads, \"Supported File Types\").",
        "Export the activity as FIT, GPX or TCX.");

    public static readonly ActivityFileRule GzipDamaged = new(
        "GEN0103", Severity.Error, "A gzip is whole",
        "Strava answers such a file with 'gzip: invalid encoding'.",
        "Pack the original again, or upload it unpacked.");

    public static readonly ActivityFileRule GzipTooLarge = new(
        "GEN0104", Severity.Error, "A gzip unpacks to a reasonable size",
        "No activity packs that well, so this is no activity or an attack.",
        "Unpack it yourself to see what is in it.");

    public static readonly ActivityFileRule GzippedJson = new(
        "GEN0105", Severity.Information, "Strength JSON is not gzipped",
        "Strava has no data type for gzipped JSON (developers.strava.com/docs/uploads, data_type).",
        "Nothing: Send-StravaUpload sends it unpacked.");

    public static readonly ActivityFileRule ExtensionMisleads = new(
        "GEN0106", Severity.Warning, "The extension fits the content",
        "The content decides, here and for the data type that is sent, but other programs go by the name.",
        "Rename the file.");

    private static readonly string[] KnownExtensions = [.. ActivityFormats.All.Select(format => "." + format.DataType)];

    public static void Check(ActivityFile file, GzipContent? gzip, FindingCollector findings)
    {
        if (gzip is { IsTooLarge: true })
        {
            findings.Add(GzipTooLarge, $"The gzip of {file.Bytes.Length:N0} bytes unpacks to more than {gzip.Bytes.Length:N0} bytes.");
        }
        else if (gzip is { Damage: { } damage })
        {
            findings.Add(GzipDamaged, $"The gzip is broken: {damage}.", SourceLocation.AtOffset(file.Bytes.Length));
        }
        else if (file.Content.IsEmpty)
        {
            findings.Add(Empty, "The file is empty.");
        }
        else if (file.Format is null)
        {
            findings.Add(UnknownFormat, $"The content is no activity: {Describe(file.Content.Span)}.");
        }

        if (file.Format is { } format)
        {
            CheckName(file, format, findings);
        }
    }

    private static void CheckName(ActivityFile file, ActivityFileFormat format, FindingCollector findings)
    {
        if (file.IsGzip && format == ActivityFileFormat.StrengthJson)
        {
            findings.Add(GzippedJson, "The file is gzipped JSON.");
        }

        var name = file.IsGzip && file.Name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? file.Name[..^3] : file.Name;
        var extension = Path.GetExtension(name);
        var expected = "." + file.DataType!.Replace(".gz", "", StringComparison.Ordinal);
        if (!extension.Equals(expected, StringComparison.OrdinalIgnoreCase) && KnownExtensions.Contains(extension, StringComparer.OrdinalIgnoreCase))
        {
            findings.Add(ExtensionMisleads, $"The file is called {extension} but contains {expected[1..].ToUpperInvariant()}.");
        }
    }

    private static string Describe(ReadOnlySpan<byte> content)
    {
        if (content.StartsWith("PK"u8))
        {
            return "it is a zip archive";
        }

        if (content.TrimStart(" \t\r\n"u8).StartsWith("<"u8))
        {
            return XmlRoot.NameOf(content) is { } root ? $"it is XML with the root element <{root}>" : "it looks like XML or HTML";
        }

        var start = content[..Math.Min(content.Length, 512)];
        return start.ContainsAnyInRange((byte)0, (byte)8) ? "it is binary data of an unknown kind" : "it is plain text";
    }
}
