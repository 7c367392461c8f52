using System.Collections.Immutable;
using StravaTools.Activities.Model;

namespace StravaTools.Activities.Formats.Fit;

/// <summary>A session message: the summary of an activity.</summary>
internal sealed class FitSession
{
    public SourceLocation Location { get; private init; }

    public DateTimeOffset? StartTime { get; private init; }

    public DateTimeOffset? EndTime { get; private init; }

    public int? Sport { get; private init; }

    public int? SubSport { get; private init; }

    public TimeSpan? ElapsedTime { get; private init; }

    public TimeSpan? TimerTime { get; private init; }

    public double? Distance { get; private init; }

    public double? TotalAscent { get; private init; }

    public double? Calories { get; private init; }

    public double? PoolLength { get; private init; }

    public SessionFigures Figures { get; private init; } = SessionFigures.None;

    public ImmutableDictionary<string, string> CustomFields { get; private init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The start, or else the end minus the elapsed time.</summary>
    public DateTimeOffset? Begin => StartTime ?? (EndTime - ElapsedTime);

    public static FitSession ReadSession(in FitMessage message, FitDeveloperFields developerFields) => new()
    {
        Location = message.Location,
        StartTime = message.Instant(FitFields.Session.StartTime),
        EndTime = message.Time,
        Sport = message.ReadWhole(FitFields.Session.Sport),
        SubSport = message.ReadWhole(FitFields.Session.SubSport),
        ElapsedTime = message.Duration(FitFields.Session.TotalElapsedTime),
        TimerTime = message.Duration(FitFields.Session.TotalTimerTime),
        Distance = message.Number(FitFields.Session.TotalDistance),
        TotalAscent = message.Number(FitFields.Session.TotalAscent),
        Calories = message.Number(FitFields.Session.TotalCalories),
        PoolLength = message.Number(FitFields.Session.PoolLength),
        Figures = FiguresOf(message),
        CustomFields = developerFields.ReadFields(message),
    };

    private static SessionFigures FiguresOf(in FitMessage message) => new()
    {
        TotalDescent = message.Number(FitFields.Session.TotalDescent),
        AverageSpeed = message.Number(FitFields.Session.EnhancedAvgSpeed) ?? message.Number(FitFields.Session.AvgSpeed),
        MaxSpeed = message.Number(FitFields.Session.EnhancedMaxSpeed) ?? message.Number(FitFields.Session.MaxSpeed),
        AverageHeartRate = message.Number(FitFields.Session.AvgHeartRate),
        AverageCadence = message.Number(FitFields.Session.AvgCadence),
        AverageTemperature = message.Number(FitFields.Session.AvgTemperature),
        TotalWork = message.Number(FitFields.Session.TotalWork),
        TotalCycles = message.Number(FitFields.Session.TotalCycles),
        AverageStepLength = message.Number(FitFields.Session.AvgStepLength),
        LapCount = message.ReadWhole(FitFields.Session.NumLaps),
    };
}
