namespace StravaTools.Activities.Model;

/// <summary>A file format: its names, and how it is sent to Strava.</summary>
public sealed class ActivityFormatInfo
{
    internal ActivityFormatInfo(ActivityFileFormat format, string displayName, string dataType, string contentType)
    {
        Format = format;
        DisplayName = displayName;
        DataType = dataType;
        ContentType = contentType;
        Extension = "." + dataType;
    }

    /// <summary>The format.</summary>
    public ActivityFileFormat Format { get; }

    /// <summary>Its name for people, such as "FIT" or "Strength JSON".</summary>
    public string DisplayName { get; }

    /// <summary>Strava's <c>data_type</c> for it, without <c>.gz</c> (strava-uploads.md, "How to Upload an Activity").</summary>
    public string DataType { get; }

    /// <summary>The usual extension of its files, with the dot and in lower case.</summary>
    public string Extension { get; }

    /// <summary>True if most files with the extension are not activities, such as .json.</summary>
    public bool IsExtensionShared { get; internal init; }

    /// <summary>The media type, for other services than Strava.</summary>
    public string ContentType { get; }

    /// <summary>False for a binary format.</summary>
    public bool IsText { get; internal init; } = true;

    /// <summary>A larger file in bytes is not read; null for a format whose files are read in parts.</summary>
    internal long? MaxSize { get; init; }

    /// <summary>True if Strava has a <c>data_type</c> for the gzipped format; else such a file is sent unpacked.</summary>
    public bool HasGzipDataType { get; internal init; } = true;

    /// <summary>The sport type to send if the upload names none, because the format allows only some; null to let Strava decide.</summary>
    public SportType? DefaultSportType { get; internal init; }

    /// <summary>True if its files describe workouts by sets. Strava accepts them only for sport types that support sets.</summary>
    public bool IsWorkout { get; internal init; }

    /// <summary>True if a file can describe an activity without points, by laps, sets, or totals.</summary>
    public bool HasSummaries { get; internal init; } = true;

    /// <summary>All data types of the format: the plain one, and the gzipped one if there is one.</summary>
    public IReadOnlyList<string> DataTypes => HasGzipDataType ? [DataType, DataType + ".gz"] : [DataType];

    /// <summary>The display name.</summary>
    public override string ToString() => DisplayName;
}
