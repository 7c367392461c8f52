namespace StravaTools.Activities.Validation;

/// <summary>A FIT file is as long as its header says, and its checksums are right.</summary>
internal static class FitIntegrityRule
{
    public static readonly ActivityFileRule Rule = new(
        "FIT0101", Severity.Error, "A FIT file is whole: header, size and CRC",
        "Strava goes by the FIT SDK (strava-uploads.md, \"FIT\"), which refuses a file that is cut off or whose checksum is wrong.",
        "Copy it again from the device, or export it again; if it is damaged there too, a FIT repair tool may save it.");
}
