using System.IO.Compression;
using StravaTools.Activities.Formats;
using StravaTools.Activities.Model;

namespace StravaTools.Activities;

/// <summary>
/// Writes activities as files. Reading a file back gives the same activity to the format's resolution, which
/// <see cref="LossesOf"/> and the remarks tell; nothing is invented to fill a field.
/// </summary>
/// <remarks>
/// GPX and TCX keep times to 0.1 microseconds, positions to 1e-9 degrees (FIT to 8.4e-8) and whole heart rates and cadences; TCX also whole watts.
/// FIT keeps times of points to the second, durations to the millisecond, altitude to 0.2 m, distance to 1 cm, speed to 1 mm/s and weights to 1/16 kg.
/// Strength JSON keeps whole seconds. An activity without a creator gets "StravaTools", since that is then what made the file. TCX requires
/// figures of a lap that may be unknown: the distance is then that of its points, and the rest is 0.
/// </remarks>
public static class ActivityWriter
{
    /// <summary>Writes one activity.</summary>
    /// <param name="destination">Takes the bytes and stays open; it need not be able to seek.</param>
    /// <param name="format">The format to write.</param>
    /// <param name="activity">What to write.</param>
    /// <param name="gzip">True packs it.</param>
    /// <param name="cancellationToken">Stops it in midst, and leaves a broken file behind.</param>
    /// <exception cref="ActivityWriteException">The format requires something that the activity does not have; nothing was written.</exception>
    public static void Write(
        Stream destination, ActivityFileFormat format, Activity activity, bool gzip = false, CancellationToken cancellationToken = default) =>
        Write(destination, format, [activity], gzip, cancellationToken);

    /// <summary>Writes several activities into one file: the sessions of a FIT file, the activities of a TCX file. GPX and JSON hold one.</summary>
    /// <inheritdoc cref="Write(Stream, ActivityFileFormat, Activity, bool, CancellationToken)"/>
    public static void Write(
        Stream destination,
        ActivityFileFormat format,
        IReadOnlyList<Activity> activities,
        bool gzip = false,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(destination);
        ArgumentNullException.ThrowIfNull(activities);
        var writer = ActivityFormats.FormatOf(format);
        foreach (var activity in activities)
        {
            ArgumentNullException.ThrowIfNull(activity, nameof(activities));
        }

        writer.CheckWritable(activities);
        if (gzip)
        {
            using var packed = new GZipStream(destination, CompressionLevel.Optimal, leaveOpen: true);
            writer.WriteActivities(packed, activities, cancellationToken);
        }
        else
        {
            writer.WriteActivities(destination, activities, cancellationToken);
        }
    }

    /// <summary>What the activity has and the format has no place for, as "2 laps"; empty if nothing is lost but digits.</summary>
    public static IReadOnlyList<string> LossesOf(ActivityFileFormat format, Activity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return [.. WriteLosses.DescribeLosses(format, activity)];
    }
}
