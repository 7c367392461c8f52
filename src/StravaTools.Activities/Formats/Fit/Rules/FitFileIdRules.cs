using StravaTools.Activities.Validation;

namespace StravaTools.Activities.Formats.Fit.Rules;

/// <summary>The file_id message of a FIT file names the device and the time of creation.</summary>
internal static class FitFileIdRules
{
    private static readonly ActivityFileRule Device = new(
        "FIT0109", Severity.Information, "file_id has manufacturer and product",
        $"Strava uses them to detect the device and whether it has a barometer ({Docs.Device}).",
        "No action is needed unless you develop the program. In that case, write both. ANT+ assigns the number of the manufacturer.")
    {
        Example = "A file_id message whose manufacturer is 65535, FIT's value for none.",
        Sections = [Docs.Fit, Docs.Device, Docs.DeviceMapping],
    };

    private static readonly ActivityFileRule Registered = new(
        "FIT0113", Severity.Information, "The manufacturer number is assigned by ANT+",
        "Strava detects the device by manufacturer and product. ANT+ must have assigned the manufacturer number " +
        $"({Docs.DeviceMapping}).",
        "No action is needed unless you develop the program. In that case, write the number that ANT+ assigned to you. " +
        "Numbers that are newer than FIT profile 21.217 are not recognized.")
    {
        Example = "A file_id message whose manufacturer is 9999.",
        Sections = [Docs.Fit, Docs.DeviceMapping],
    };

    private static readonly ActivityFileRule Created = new(
        "FIT0111", Severity.Information, "file_id has time_created",
        $"It is one of the three fields of file_id that Strava uses ({Docs.Fit}), and the FIT SDK requires it of activity files.",
        "No action is needed unless you develop the program. In that case, write the time at which the recording began.")
    {
        Example = "A file_id message with only type, manufacturer, and product.",
        Sections = [Docs.Fit],
    };

    public static IReadOnlyList<ActivityFileRule> All { get; } = [Device, Registered, Created];

    public static void CheckContent(FitContent content, FindingCollector findings)
    {
        if (content.FileId is not { } fileId)
        {
            return;
        }

        if (fileId.Manufacturer is null || !fileId.HasProduct)
        {
            findings.Add(Device, $"The file_id message has no {MissingFieldOf(fileId)}.", fileId.Location);
        }

        if (fileId.Manufacturer is { } manufacturer && !FitManufacturers.Names.ContainsKey(manufacturer))
        {
            findings.Add(Registered, $"The manufacturer is {manufacturer}, which the FIT profile does not list.", fileId.Location);
        }

        if (fileId.TimeCreated is null)
        {
            findings.Add(Created, "The file_id message has no time_created.", fileId.Location);
        }
    }

    private static string MissingFieldOf(FitFileId fileId)
    {
        if (fileId.Manufacturer is null)
        {
            return "manufacturer";
        }

        return "product";
    }
}
