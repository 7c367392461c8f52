namespace StravaTools.Activities.Validation;

/// <summary>The recorded refusals that rules are based on. Strava documents only one of its error texts.</summary>
internal static class Refusals
{
    private const string GitHub = "https://github.com/";

    public static readonly RecordedRefusal EmptyData = new(
        "Upload / data / empty", GitHub + "jdrescher2006/Laufhelden/issues/80");

    public static readonly RecordedRefusal EmptyFile = new("The file is empty", GitHub + "fishion/StravaImporter/issues/3");

    public static readonly RecordedRefusal GzipEncoding = new("gzip / invalid encoding", GitHub + "stravalib/stravalib/pull/119");

    public static readonly RecordedRefusal Malformed = new(
        "The upload appears to be malformed and we are unable to process it",
        GitHub + "TrackMyIndoorWorkout/TrackMyIndoorWorkout/issues/221");

    public static readonly RecordedRefusal UnrecognizedType = new("Unrecognised file type", GitHub + "cpfair/tapiriik/issues/252");

    public static readonly RecordedRefusal MissingTime = new(
        "Time information is missing from file.", GitHub + "jonasoreland/runnerup/issues/1337");

    public static readonly RecordedRefusal TooLarge = new(
        "The upload page accepts files up to 25 MB.", "https://www.strava.com/upload/select");

    public static readonly RecordedRefusal GpxWithoutPosition = new(
        "A GPX file without positions was refused.", GitHub + "glennreyes/runtastic-gpx/issues/12");
}
