using System.Collections.Frozen;
using System.Globalization;

namespace StravaTools.Activities.Formats.Fit;

/// <summary>Names of FIT enum values. A value that is not in the tables is shown as its number.</summary>
internal static class FitNames
{
    internal static readonly FrozenDictionary<int, string> SwimStrokes = ToTable(
    [
        (0, "freestyle"), (1, "backstroke"), (2, "breaststroke"), (3, "butterfly"), (4, "drill"), (5, "mixed"), (6, "im"),
        (7, "im_by_round"), (8, "rimo"),
    ]);

    internal static readonly FrozenDictionary<int, string> SplitTypes = ToTable(
    [
        (1, "ascent_split"), (2, "descent_split"), (3, "interval_active"), (4, "interval_rest"), (5, "interval_warmup"),
        (6, "interval_cooldown"), (7, "interval_recovery"), (8, "interval_other"), (9, "climb_active"), (10, "climb_rest"),
        (11, "surf_active"), (12, "run_active"), (13, "run_rest"), (14, "workout_round"), (17, "rwd_run"), (18, "rwd_walk"),
        (21, "windsurf_active"), (22, "rwd_stand"), (23, "transition"), (28, "ski_lift_split"), (29, "ski_run_split"),
    ]);

    internal static readonly FrozenDictionary<int, string> TimerTriggers = ToTable(
    [
        (0, "manual"), (1, "auto"), (2, "fitness_equipment"),
    ]);

    internal static readonly FrozenDictionary<int, string> EventTypes = ToTable(
    [
        (0, "start"), (1, "stop"), (2, "consecutive_depreciated"), (3, "marker"), (4, "stop_all"), (5, "begin_depreciated"),
        (6, "end_depreciated"), (7, "end_all_depreciated"), (8, "stop_disable"), (9, "stop_disable_all"),
    ]);

    private static readonly FrozenDictionary<int, string> FileTypes = ToTable(
    [
        (1, "device"), (2, "settings"), (3, "sport"), (4, "activity"), (5, "workout"), (6, "course"), (7, "schedules"),
        (9, "weight"), (10, "totals"), (11, "goals"), (14, "blood_pressure"), (15, "monitoring_a"), (20, "activity_summary"),
        (28, "monitoring_daily"), (32, "monitoring_b"), (34, "segment"), (35, "segment_list"), (40, "exd_configuration"),
    ]);

    public static string Manufacturer(int value) => FindName(FitManufacturers.Names, value);

    public static string? SwimStroke(int? value) => NameOrNull(SwimStrokes, value);

    public static string? SplitType(int? value) => NameOrNull(SplitTypes, value);

    public static string? TimerTrigger(int? value) => NameOrNull(TimerTriggers, value);

    public static string? EventType(int? value) => NameOrNull(EventTypes, value);

    public static string FileType(int value) => FindName(FileTypes, value);

    public static FrozenDictionary<int, string> ToTable(ReadOnlySpan<(int Value, string Name)> names)
    {
        var table = new Dictionary<int, string>(names.Length);
        foreach (var (value, name) in names)
        {
            table.Add(value, name);
        }

        return table.ToFrozenDictionary();
    }

    public static string FindName(FrozenDictionary<int, string> names, int value)
    {
        if (names.TryGetValue(value, out var name))
        {
            return name;
        }

        return value.ToString(CultureInfo.InvariantCulture);
    }

    private static string? NameOrNull(FrozenDictionary<int, string> names, int? value)
    {
        if (value is { } known)
        {
            return FindName(names, known);
        }

        return null;
    }
}
