using StravaTools.Activities.Formats.Fit;

namespace StravaTools.Activities.Validation;

/// <summary>The file_id message of a FIT file says what made it, and when.</summary>
internal static class FitFileIdRules
{
    private static readonly ActivityFileRule Device = new(
        "FIT0109", Severity.Warning, "file_id has manufacturer and product",
        $"Strava detects the device from them, and whether it has a barometer whose elevation to trust ({Docs.Device}).",
        "Nothing, unless you make the program: then write both; the manufacturer's number is assigned by ANT+.")
    {
        Example = "A file_id message whose manufacturer is 65535, FIT's value for none.",
        Sections = [Docs.Fit, Docs.Device, Docs.DeviceMapping],
    };

    private static readonly ActivityFileRule Created = new(
        "FIT0111", Severity.Information, "file_id has time_created",
        $"It is one of the three fields of file_id that Strava uses ({Docs.Fit}), and the FIT SDK requires it of activity files.",
        "Nothing, unless you make the program: then write the time the recording began.")
    {
        Example = "A file_id message of type, manufacturer and product only.",
        Sections = [Docs.Fit],
    };

    public static IReadOnlyList<ActivityFileRule> All { get; } = [Device, Created];

    public static void Check(FitContent content, FindingCollector findings)
    {
        if (content.FileId is not { } fileId)
        {
            return;
        }

        if (!fileId.HasManufacturer || !fileId.HasProduct)
        {
            findings.Add(Device, $"The file_id message has no {(fileId.HasManufacturer ? "product" : "manufacturer")}.", fileId.Location);
        }

        if (fileId.TimeCreated is null)
        {
            findings.Add(Created, "The file_id message has no time_created.", fileId.Location);
        }
    }
}
