using System.Globalization;
using System.Text;
using StravaTools.Activities.Formats;
using StravaTools.Activities.Formats.Repair;
using StravaTools.Activities.Model;
using StravaTools.Activities.Validation;

namespace StravaTools.NewFormat.Tests.Pulse;

/// <summary>
/// A format that exists only here, to show what a format consists of: a line "PULSE sport start", then a line with the heart rate of each
/// second.
/// </summary>
internal sealed class PulseFormat : IActivityFormat
{
    public const ActivityFileFormat Id = (ActivityFileFormat)99;

    private const string Mark = "PULSE ";

    private static readonly ActivityFileRule NoFullStop = new(
        "PLS0101", Severity.Warning, "The last line is a full stop", "Without it, the file may be truncated.",
        "Add the full stop.")
    {
        Example = "A file that ends with a heart rate.",
        Remedy = RuleRemedy.RepairFile,
    };

    private static readonly ActivityFileRule Short = new(
        "PLS0102", Severity.Information, "A recording has more than one heart rate", "One heart rate is not a recording.", "Record again.")
    {
        Example = "A file with one heart rate.",
    };

    private static readonly ActivityFileRule Head = new(
        "PLS0103", Severity.Error, "The first line has a sport and a start", "Without them, the file is not an activity.",
        "Copy the file again.")
    {
        Example = "A file that ends after the sport.",
        IsBrokenByTruncation = true,
    };

    private static readonly SportTable Sports = new(
        new Dictionary<string, string[]>(StringComparer.Ordinal) { ["Run"] = ["jog", "sprint"], ["Ride"] = ["pedal"] },
        StringComparer.Ordinal);

    public ActivityFormatInfo Info { get; } = new(Id, "Pulse", "pulse", "text/x-pulse");

    public IReadOnlyList<RuleFamily> Rules { get; } = [new(NoFullStop), new(Head), new(Short) { CheckActivities = CheckLength }];

    public ActivityParts WrittenParts => ActivityParts.PointsWithoutPosition;

    public bool Detect(ReadOnlySpan<byte> content) => content.StartsWith("PULSE "u8);

    public IReadOnlyList<Activity> ReadActivities(FileContent content, FindingCollector findings, CancellationToken cancellationToken)
    {
        var lines = Encoding.UTF8.GetString(content.Bytes.Span).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var head = lines[0].Split(' ');
        if (head.Length < 3 || !DateTimeOffset.TryParse(head[2], CultureInfo.InvariantCulture, out var start))
        {
            findings.Add(Head, "The first line has no start.", SourceLocation.At(1, 1));
            return [];
        }

        if (lines[^1] != ".")
        {
            findings.Add(NoFullStop, $"Line {lines.Length} is not a full stop.", SourceLocation.At(lines.Length, 1));
        }

        var streams = new ActivityStreamsBuilder();
        foreach (var (second, beats) in lines[1..].Where(line => line != ".").Index())
        {
            streams.BeginPoint(SourceLocation.At(second + 2, 1));
            streams.SetTime(start.AddSeconds(second));
            streams.SetHeartRate(int.Parse(beats, CultureInfo.InvariantCulture));
        }

        return [new Activity { Sport = head[1], SportType = ParseSport(head[1]), StartTime = start, Streams = streams.BuildStreams() }];
    }

    public ReadOnlyMemory<byte> Repair(ReadOnlyMemory<byte> content, RepairLog repairs, CancellationToken cancellationToken)
    {
        if (content.Span.EndsWith("\n."u8))
        {
            return content;
        }

        repairs.AddAction(ActivityRepairKind.CutBack, "The full stop was added.");
        return (byte[])[.. content.Span, .. "\n."u8];
    }

    public void CheckWritable(IReadOnlyList<Activity> activities)
    {
        var activity = WriteChecks.RequireOneActivity(activities, Info.DisplayName);
        WriteChecks.RequireStartTime(activity, Info.DisplayName);
    }

    public void WriteActivities(Stream destination, IReadOnlyList<Activity> activities, CancellationToken cancellationToken)
    {
        var activity = activities[0];
        string[] lines = [$"{Mark}{SportWordFor(activity)} {InvariantText.FormatTime(activity.StartTime!.Value)}",
            .. activity.Streams.HeartRate.Select(InvariantText.Decimal), "."];
        destination.Write(Encoding.UTF8.GetBytes(string.Join('\n', lines)));
    }

    public SportType? ParseSport(string? word) => word is null ? null : Sports.FindType(word);

    public string? SportWordFor(Activity activity) => activity.SportType is { } type ? Sports.FindWord(type) : activity.Sport;

    private static void CheckLength(ActivityCheckContext context)
    {
        foreach (var activity in context.Activities.Where(activity => activity.Streams.Count == 1))
        {
            context.Findings.Add(Short, "There is one heart rate.", activity.Streams.Locations[0]);
        }
    }
}
