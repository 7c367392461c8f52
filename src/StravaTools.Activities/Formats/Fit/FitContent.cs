using System.Globalization;
using StravaTools.Activities.Model;

namespace StravaTools.Activities.Formats.Fit;

/// <summary>
/// The messages of a file, in their order. Sessions come last, so the session of a part is known only at the end.
/// </summary>
internal sealed class FitContent(FitSource source)
{
    /// <summary>
    /// More than any recording has. A session of two bytes becomes an activity in memory, so a forged file could exhaust it.
    /// </summary>
    public const int MaxSessions = 1000;

    private readonly FitDeveloperFields _developerFields = new();
    private readonly FitHeartRates _heartRates = new();

    public FitFileId? FileId { get; private set; }

    /// <summary>The timestamp of the activity message.</summary>
    public uint? Timestamp { get; private set; }

    /// <summary>The wall clock at <see cref="Timestamp"/>.</summary>
    public uint? LocalTimestamp { get; private set; }

    /// <summary>The first sport message: for files whose session lacks the sport.</summary>
    public (int? Sport, int? SubSport) Sport { get; private set; }

    public FitRecords Records { get; } = new(source);

    public List<FitSession> Sessions { get; } = [];

    public bool HasTooManySessions { get; private set; }

    public List<FitTimed<Lap>> Laps { get; } = [];

    public List<FitTimed<PoolLength>> Lengths { get; } = [];

    public List<FitTimed<WorkoutSet>> Sets { get; } = [];

    public List<FitTimed<Split>> Splits { get; } = [];

    public List<FitTimed<TimerEvent>> TimerEvents { get; } = [];

    public PooledList<HeartRateSample> HeartRateSamples => _heartRates.Samples;

    /// <inheritdoc cref="FitRecords.AddRun(in FitRecordRun, ReadOnlySpan{byte}, uint?)"/>
    public uint? AddRecords(in FitRecordRun run, ReadOnlySpan<byte> data, uint? compressedTimestamp)
    {
        _developerFields.CompileRecordSteps(run.Definition);
        return Records.AddRun(run, data, compressedTimestamp);
    }

    /// <summary>Adds a message that is not a record.</summary>
    public void AddMessage(in FitMessage message)
    {
        switch (message.Definition.Message)
        {
            case FitMessages.Hr:
                _heartRates.AddMessage(message);
                break;
            case FitMessages.Event:
                AddEvent(message);
                break;
            case FitMessages.Lap:
                AddLap(message);
                break;
            case FitMessages.Length:
                AddLength(message);
                break;
            case FitMessages.Set:
                AddSet(message);
                break;
            case FitMessages.Split:
                AddSplit(message);
                break;
            case FitMessages.Session:
                AddSession(message);
                break;
            case FitMessages.FieldDescription:
                _developerFields.Describe(message);
                break;
            case FitMessages.FileId:
                AddFileId(message);
                break;
            case FitMessages.Sport:
                AddSport(message);
                break;
            case FitMessages.Activity:
                Timestamp = message.Timestamp ?? Timestamp;
                LocalTimestamp = message.Seconds(FitFields.Activity.LocalTimestamp) ?? LocalTimestamp;
                break;
        }
    }

    /// <summary>Each file of a chain has its own file_id; that of the activity counts.</summary>
    private void AddFileId(in FitMessage message)
    {
        var fileId = new FitFileId(message.ReadWhole(FitFields.FileId.Type), CreatorOf(message), message.Location)
        {
            Manufacturer = message.ReadWhole(FitFields.FileId.Manufacturer),
            HasProduct =
                message.ReadWhole(FitFields.FileId.Product) is not null || message.ReadText(FitFields.FileId.ProductName) is not null,
            TimeCreated = message.Instant(FitFields.FileId.TimeCreated),
        };
        if (FileId is null || (!FileId.IsActivity && fileId.IsActivity))
        {
            FileId = fileId;
        }
    }

    private static string? CreatorOf(in FitMessage message)
    {
        if (message.ReadText(FitFields.FileId.ProductName) is { } name)
        {
            return name;
        }

        if (message.ReadWhole(FitFields.FileId.Manufacturer) is not { } manufacturer)
        {
            return null;
        }

        var product = message.ReadWhole(FitFields.FileId.Product)?.ToString(CultureInfo.InvariantCulture);
        if (product is null)
        {
            return FitNames.Manufacturer(manufacturer);
        }

        return $"{FitNames.Manufacturer(manufacturer)} {product}";
    }

    private void AddSession(in FitMessage message)
    {
        HasTooManySessions = Sessions.Count == MaxSessions;
        if (!HasTooManySessions)
        {
            Sessions.Add(FitSession.ReadSession(message, _developerFields));
        }
    }

    private void AddSport(in FitMessage message)
    {
        if (Sport.Sport is null)
        {
            Sport = (message.ReadWhole(FitFields.Sport.SportType), message.ReadWhole(FitFields.Sport.SubSport));
        }
    }

    private void AddEvent(in FitMessage message)
    {
        if (message.ReadWhole(FitFields.Event.EventKind) != FitValues.Event.Timer || message.Time is not { } time)
        {
            return;
        }

        var trigger = message.ReadWhole(FitFields.Event.Data) ?? message.ReadWhole(FitFields.Event.Data16);
        if (IsStart(message.ReadWhole(FitFields.Event.EventType)) is { } started)
        {
            TimerEvents.Add(new(new TimerEvent(time, started, FitNames.TimerTrigger(trigger)), time));
        }
    }

    /// <summary>Null for events that do not touch the timer, such as marker.</summary>
    private static bool? IsStart(int? eventType) => eventType switch
    {
        FitValues.EventType.Start => true,
        FitValues.EventType.Stop or FitValues.EventType.StopAll => false,
        FitValues.EventType.StopDisable or FitValues.EventType.StopDisableAll => false,
        _ => null,
    };

    private void AddLap(in FitMessage message)
    {
        var elapsedTime = message.Duration(FitFields.Lap.TotalElapsedTime);
        var period = FitPeriod.FromMessage(message.Instant(FitFields.Lap.StartTime), message.Time, elapsedTime);
        var lap = new Lap(
            period.Start,
            elapsedTime,
            message.Duration(FitFields.Lap.TotalTimerTime),
            message.Number(FitFields.Lap.TotalDistance),
            message.Number(FitFields.Lap.TotalAscent),
            message.Number(FitFields.Lap.TotalCalories));
        Laps.Add(new(lap, period.Time, message.Location));
    }

    private void AddLength(in FitMessage message)
    {
        var elapsedTime = message.Duration(FitFields.Length.TotalElapsedTime);
        var period = FitPeriod.FromMessage(message.Instant(FitFields.Length.StartTime), message.Time, elapsedTime);
        var length = new PoolLength(
            period.Start,
            elapsedTime,
            message.ReadWhole(FitFields.Length.LengthType) != FitValues.LengthType.Idle,
            FitNames.SwimStroke(message.ReadWhole(FitFields.Length.SwimStroke)),
            message.ReadWhole(FitFields.Length.TotalStrokes),
            message.Duration(FitFields.Length.TotalTimerTime),
            FitNames.EventType(message.ReadWhole(FitFields.Length.EventType)));
        Lengths.Add(new(length, period.Time));
    }

    private void AddSet(in FitMessage message)
    {
        var duration = message.Duration(FitFields.Set.Duration);
        var period = FitPeriod.FromMessage(message.Instant(FitFields.Set.StartTime), message.Instant(FitFields.Set.Timestamp), duration);
        var set = new WorkoutSet(
            ExerciseOf(message),
            message.ReadWhole(FitFields.Set.Repetitions),
            message.Number(FitFields.Set.Weight),
            duration,
            period.Start,
            message.ReadWhole(FitFields.Set.SetType) == FitValues.SetType.Rest);
        Sets.Add(new(set, period.Time, message.Location));
    }

    /// <summary>Both fields are arrays, for a device that is uncertain; the first value is its best guess.</summary>
    private static string? ExerciseOf(in FitMessage message)
    {
        var category = message.ReadWhole(FitFields.Set.Category)?.ToString(CultureInfo.InvariantCulture);
        var subtype = message.ReadWhole(FitFields.Set.CategorySubtype)?.ToString(CultureInfo.InvariantCulture);
        if (category is null || subtype is null)
        {
            return category;
        }

        return $"{category}/{subtype}";
    }

    private void AddSplit(in FitMessage message)
    {
        var elapsedTime = message.Duration(FitFields.Split.TotalElapsedTime);
        var period = FitPeriod.FromMessage(message.Instant(FitFields.Split.StartTime), message.Time, elapsedTime);
        var type = FitNames.SplitType(message.ReadWhole(FitFields.Split.SplitType));
        Splits.Add(new(new Split(type, period.Start, elapsedTime), period.Time));
    }
}
