using StravaTools.Activities.Model;
using StravaTools.Activities.Texts;

namespace StravaTools.Activities.Validation.Rules;

/// <summary>A file has content that Strava accepts.</summary>
internal static class FileRules
{
    public static readonly ActivityFileRule Empty = new(
        "GEN0101", Severity.Error, "The file has content",
        "Strava refuses empty files: 'Upload / data / empty'.",
        "Export or copy the file again from its source.")
    {
        IsBrokenByTruncation = true,
        Example = "A file of 0 bytes, or a gzip of nothing.",
        Refusals = [Refusals.EmptyData],
    };

    public static readonly ActivityFileRule UnknownFormat = new(
        "GEN0102", Severity.Error, "The content is FIT, GPX, TCX, or strength JSON",
        $"Strava accepts only these formats, regardless of the extension ({Docs.FileTypes}).",
        "Export the activity as FIT, GPX, or TCX.")
    {
        Example = "A zip archive, a KML file, or the HTML of a login page, saved as ride.gpx.",
        Sections = [Docs.FileTypes],
        Refusals = [Refusals.UnrecognizedType],
    };

    public static readonly ActivityFileRule GzipDamaged = new(
        "GEN0103", Severity.Error, "A gzip is complete and undamaged",
        $"A gzipped file has a data type that ends with .gz ({Docs.Upload}). Strava answers a damaged one with " +
        "'gzip: invalid encoding'.",
        "Pack the original file again, or upload it unpacked.")
    {
        IsBrokenByTruncation = true,
        Example = "A ride.gpx.gz without its last bytes, because the compressor was not closed.",
        Sections = [Docs.Upload],
        Refusals = [Refusals.GzipEncoding],
    };

    public static readonly ActivityFileRule GzipTooLarge = new(
        "GEN0104", Severity.Error, "A gzip unpacks to a reasonable size",
        "This limit is one of StravaTools, not of Strava: no known activity compresses that well, so the file may be an attack. It " +
        "is not unpacked further and cannot be checked.",
        "Unpack the file yourself to see its content, or allow a larger unpacked size and ratio.")
    {
        Example = "A gzip of 1 MB that unpacks to 1 GB.",
        Remedy = RuleRemedy.RaiseUnpackLimits,
    };

    public static readonly ActivityFileRule GzippedJson = new(
        "GEN0105", Severity.Information, "Strength JSON is not gzipped",
        $"Strava has no data type for gzipped JSON ({Docs.Upload}, data_type).",
        "No action is needed. StravaTools sends the file unpacked.")
    {
        Example = "workout.json.gz",
        Sections = [Docs.Upload],
    };

    public static readonly ActivityFileRule GzipTrailing = new(
        "GEN0109", Severity.Warning, "Nothing follows the end of a gzip",
        "Programs that unpack gzip ignore bytes after its end. Whether Strava does is not documented.",
        "Pack the original file again, which a repair does.")
    {
        Remedy = RuleRemedy.RepairFile,
        Example = "A ride.gpx.gz that is padded with zeros to a multiple of 512 bytes.",
    };

    public static IReadOnlyList<ActivityFileRule> All { get; } =
        [Empty, UnknownFormat, GzipDamaged, GzipTooLarge, GzippedJson, GzipTrailing];

    public static void CheckFile(FileFacts file, FindingCollector findings)
    {
        if (file.IsGzipTooLarge)
        {
            findings.Add(GzipTooLarge, $"The gzip of {file.Size:N0} bytes unpacks to more than {file.ContentSize:N0} bytes.");
        }
        else if (file.GzipDamage is { } damage)
        {
            findings.Add(GzipDamaged, $"The gzip is damaged: {damage}.", SourceLocation.AtOffset(file.Size));
        }
        else if (file.ContentSize == 0)
        {
            findings.Add(Empty, "The file is empty.");
        }
        else if (file.UnknownContent is { } content)
        {
            findings.Add(UnknownFormat, $"The content is not an activity: {content}.");
        }

        if (file.GzipTrailingBytes > 0)
        {
            var location = SourceLocation.AtOffset(file.Size - file.GzipTrailingBytes);
            findings.Add(GzipTrailing, $"{CountBytes(file.GzipTrailingBytes)} the end of the gzip.", location);
        }

        if (file is { IsGzip: true, Format.HasGzipDataType: false })
        {
            findings.Add(GzippedJson, $"The file is gzipped {file.Format.DisplayName}.");
        }
    }

    private static string CountBytes(int count)
    {
        if (count == 1)
        {
            return "1 byte follows";
        }

        return MessageText.Format($"{count:N0} bytes follow");
    }
}
