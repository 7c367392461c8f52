using System.Collections.Frozen;
using StravaTools.Activities.Formats.Xml;

namespace StravaTools.Activities.Formats.Gpx;

/// <summary>The elements and attributes of GPX and its extensions that are read (strava-uploads.md, "GPX").</summary>
internal static class GpxNames
{
    public const string Root = "gpx";
    public const string Version = "version";
    public const string Creator = "creator";
    public const string Metadata = "metadata";
    public const string Track = "trk";
    public const string Segment = "trkseg";
    public const string TrackPoint = "trkpt";
    public const string Waypoint = "wpt";
    public const string RoutePoint = "rtept";
    public const string Latitude = "lat";
    public const string Longitude = "lon";
    public const string Elevation = "ele";
    public const string Time = "time";
    public const string Name = "name";
    public const string Type = "type";
    public const string Extensions = "extensions";

    // Garmin's TrackPointExtension v1 and v2.
    public const string TpxHeartRate = "hr";
    public const string TpxCadence = "cad";
    public const string TpxTemperature = "atemp";
    public const string TpxSpeed = "speed";

    // Cluetrust; its heart rate is TpxHeartRate.
    public const string CluetrustTemperature = "temp";

    // Cluetrust and the general tags.
    public const string Cadence = "cadence";
    public const string Distance = "distance";
    public const string HeartRate = "heartrate";
    public const string Power = "power";

    private static readonly FrozenDictionary<string, GpxElement> Elements = new Dictionary<string, GpxElement>(StringComparer.Ordinal)
    {
        [Root] = GpxElement.Root,
        [Metadata] = GpxElement.Metadata,
        [Track] = GpxElement.Track,
        [Segment] = GpxElement.Segment,
        [TrackPoint] = GpxElement.TrackPoint,
        [Waypoint] = GpxElement.Waypoint,
        [RoutePoint] = GpxElement.RoutePoint,
        [Elevation] = GpxElement.Elevation,
        [Time] = GpxElement.Time,
        [Name] = GpxElement.Name,
        [Type] = GpxElement.Type,
        [Extensions] = GpxElement.Extensions,
        [TpxHeartRate] = GpxElement.TpxHeartRate,
        [TpxCadence] = GpxElement.TpxCadence,
        [TpxTemperature] = GpxElement.TpxTemperature,
        [TpxSpeed] = GpxElement.TpxSpeed,
        [CluetrustTemperature] = GpxElement.CluetrustTemperature,
        [Cadence] = GpxElement.Cadence,
        [Distance] = GpxElement.Distance,
        [HeartRate] = GpxElement.HeartRate,
        [Power] = GpxElement.Power,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static XmlVocabulary Vocabulary { get; } = new(name => (int)KindOf(name), (int)GpxElement.TrackPoint, Elements.Keys);

    /// <summary>The elements of a track point in GPX 1.1 and 1.0. Only the elevation and the time are read.</summary>
    public static FrozenSet<string> OfPoint { get; } = new[]
    {
        Elevation, Time, "magvar", "geoidheight", Name, "cmt", "desc", "src", "link", "sym", Type, "fix", "sat", "hdop", "vdop", "pdop",
        "ageofdgpsdata", "dgpsid", "url", "urlname", "course", "text", TpxSpeed,
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The attributes of track points, and of elements in them, that GPX defines.</summary>
    public static FrozenSet<string> Attributes { get; } = new[] { Latitude, Longitude, "href" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The elements of extensions that are read; case is ignored.</summary>
    public static FrozenSet<string> ReadInExtensions { get; } = new[]
    {
        TpxHeartRate, TpxCadence, TpxTemperature, TpxSpeed, CluetrustTemperature, Cadence, Distance, HeartRate, Power,
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static GpxElement KindOf(string name) => Elements.GetValueOrDefault(name);

    /// <summary>The elements of a track point that contain numbers.</summary>
    public static FrozenSet<string> Numbers { get; } =
        ReadInExtensions.Append(Elevation).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
