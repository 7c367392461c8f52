using System.IO.Compression;
using StravaTools.Activities.Formats;
using StravaTools.Activities.Model;
using StravaTools.Activities.Validation;

namespace StravaTools.Activities;

/// <summary>
/// Writes activities as files. Reading a file back gives the same activity within the resolution of the format: see <see cref="LossesOf"/>
/// and the remarks. No data is invented to fill a field.
/// </summary>
/// <remarks>
/// GPX and TCX keep times to 0.1 microseconds, positions to 1e-9 degrees (FIT to 8.4e-8), and heart rates and cadences without fractions;
/// TCX also watts. FIT keeps times of points to the second, durations to the millisecond, altitude to 0.2 m, distance to 1 cm, speed to 1
/// mm/s, and weights to 1/16 kg. Strength JSON keeps full seconds. An activity without a creator gets "StravaTools", which made the file.
/// TCX requires values of a lap that may be unknown: the distance is then that of its points, and the others are 0.
/// </remarks>
public static class ActivityWriter
{
    /// <summary>Writes one activity.</summary>
    /// <param name="destination">The stream to write to. It need not be seekable, and stays open.</param>
    /// <param name="format">The format to write.</param>
    /// <param name="activity">What to write.</param>
    /// <param name="gzip">True to compress the file.</param>
    /// <param name="cancellationToken">Cancels writing; the destination then contains an incomplete file.</param>
    /// <exception cref="ActivityWriteException">
    /// The format requires something that the activity does not have, or the file would break a rule whose severity is Error; nothing was
    /// written.
    /// </exception>
    public static void Write(
        Stream destination,
        ActivityFileFormat format,
        Activity activity,
        bool gzip = false,
        CancellationToken cancellationToken = default) =>
        Write(destination, format, [activity], gzip, cancellationToken);

    /// <summary>
    /// Writes several activities into one file: the sessions of a FIT file, the activities of a TCX file.
    /// GPX and strength JSON contain one.
    /// </summary>
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
        WriteValid(destination, ActivityFormatRegistry.Default.GetFormat(format), activities, gzip, cancellationToken);
    }

    /// <summary>The parts of an activity that the format has no place for, such as "2 laps"; empty if only digits are lost.</summary>
    public static IReadOnlyList<string> LossesOf(ActivityFileFormat format, Activity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return WriteLosses.DescribeLosses(ActivityFormatRegistry.Default.GetFormat(format), activity);
    }

    private static void WriteValid(
        Stream destination, IActivityFormat format, IReadOnlyList<Activity> activities, bool gzip, CancellationToken cancellationToken)
    {
        foreach (var activity in activities)
        {
            ArgumentNullException.ThrowIfNull(activity, nameof(activities));
        }

        format.CheckWritable(activities);
        using var written = new MemoryStream();
        format.WriteActivities(written, activities, cancellationToken);
        var bytes = written.GetBuffer().AsMemory(0, (int)written.Length);
        RequireValid(format, bytes, cancellationToken);
        if (gzip)
        {
            using var packed = new GZipStream(destination, CompressionLevel.Optimal, leaveOpen: true);
            packed.Write(bytes.Span);
        }
        else
        {
            destination.Write(bytes.Span);
        }
    }

    /// <summary>A file that Strava refuses is of no use, such as a track whose points have no times.</summary>
    private static void RequireValid(IActivityFormat format, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        var file = ActivityFile.FromBytes("activity" + format.Info.Extension, bytes);
        var options = new ValidationOptions { MinimumSeverity = Severity.Error };
        var errors = ActivityValidator.Validate(file, options, cancellationToken).Findings;
        if (errors.Count > 0)
        {
            throw new ActivityWriteException(
                $"The file would not be a valid activity in {format.Info.DisplayName}. {errors[0].What} {errors[0].Why}");
        }
    }
}
