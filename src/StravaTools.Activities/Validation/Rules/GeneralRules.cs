namespace StravaTools.Activities.Validation.Rules;

/// <summary>The rules that apply to all formats. A new rule is a file here and one line in <see cref="All"/>.</summary>
internal static class GeneralRules
{
    public static IReadOnlyList<RuleFamily> All { get; } =
    [
        new(FileRules.All) { CheckFile = FileRules.CheckFile },
        new(FileNameRules.All) { CheckFile = FileNameRules.CheckFile },
        new(FileSizeRule.All) { CheckFile = FileSizeRule.CheckFile },

        // SeenActivities compares files with each other.
        new(DuplicateRules.All),
        new(TimeLineRules.All) { CheckActivities = TimeLineRules.CheckActivities },
        new(DateRules.All) { CheckActivities = DateRules.CheckActivities },
        new(DuplicatePointsRule.All) { CheckActivities = DuplicatePointsRule.CheckActivities },
        new(PositionRules.All) { CheckActivities = PositionRules.CheckActivities },
        new(SpeedRules.All) { CheckActivities = SpeedRules.CheckActivities },
        new(SensorRules.All) { CheckActivities = SensorRules.CheckActivities },
        new(DistanceRule.All) { CheckActivities = DistanceRule.CheckActivities },
        new(LapRules.All) { CheckActivities = LapRules.CheckActivities },
        new(ElapsedTimeRule.All) { CheckActivities = ElapsedTimeRule.CheckActivities },
    ];
}
