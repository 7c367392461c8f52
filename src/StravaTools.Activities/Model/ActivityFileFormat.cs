namespace StravaTools.Activities.Model;

/// <summary>The file formats Strava accepts (strava-uploads.md, "Supported File Types").</summary>
public enum ActivityFileFormat
{
    /// <summary>Flexible and Interoperable Data Transfer, Garmin's binary format.</summary>
    Fit,

    /// <summary>GPS Exchange Format, XML.</summary>
    Gpx,

    /// <summary>Training Center Database XML, version 2.</summary>
    Tcx,

    /// <summary>Strava's JSON for strength training, version 1.0.</summary>
    StrengthJson,
}
