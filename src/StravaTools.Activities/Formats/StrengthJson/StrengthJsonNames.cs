namespace StravaTools.Activities.Formats.StrengthJson;

/// <summary>The fields of the format (strava-uploads.md, "File Structure", "Sets", "Streams").</summary>
internal static class StrengthJsonNames
{
    public const string Version = "version";
    public const string StartTime = "start_time";
    public const string UtcOffset = "utc_offset";
    public const string ElapsedTime = "elapsed_time";
    public const string ActiveTime = "active_time";
    public const string TotalCalories = "total_calories";
    public const string Creator = "creator";
    public const string Name = "name";
    public const string Streams = "streams";
    public const string Sets = "sets";
    public const string ExerciseType = "exercise_type";
    public const string Repetitions = "repetitions";
    public const string Weight = "weight";
    public const string Duration = "duration";
    public const string Time = "time";
    public const string Active = "active";
    public const string HeartRate = "heartrate";

    public static readonly IReadOnlyList<string> OfFile =
        [Version, StartTime, UtcOffset, ElapsedTime, ActiveTime, TotalCalories, Creator, Streams, Sets];

    public static readonly IReadOnlyList<string> OfSet = [ExerciseType, Repetitions, Weight, Duration, StartTime];

    public static readonly IReadOnlyList<string> OfStreams = [Time, Active, HeartRate];
}
