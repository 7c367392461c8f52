namespace StravaTools.Activities.Validation;

/// <summary>The sections of Strava's documents that rules are based on, as cited in texts.</summary>
internal static class Docs
{
    private const string Uploads = "developers.strava.com/docs/uploads, ";
    private const string PartnerUploads = "developers.strava.com/docs/partner-uploads, ";

    public const string FileTypes = Uploads + "\"Supported File Types\"";
    public const string Fit = Uploads + "\"FIT - Flexible and Interoperable Data Transfer\"";
    public const string Tcx = Uploads + "\"TCX - Training Center Database XML\"";
    public const string Gpx = Uploads + "\"GPX - GPS Exchange Format\"";
    public const string Json = Uploads + "\"JSON - Strength Training (Limited)\"";
    public const string JsonStructure = Uploads + "\"File Structure\"";
    public const string JsonSets = Uploads + "\"Sets\"";
    public const string JsonStreams = Uploads + "\"Streams\"";
    public const string JsonExercises = Uploads + "\"Supported Exercises\"";
    public const string Device = Uploads + "\"Device and Elevation Data\"";
    public const string DeviceMapping = Uploads + "\"Device Mapping\"";
    public const string Upload = Uploads + "\"How to Upload an Activity\"";
    public const string UploadErrors = Uploads + "\"Errors\"";
    public const string CustomData = PartnerUploads + "\"Include custom data with a file\"";
}
