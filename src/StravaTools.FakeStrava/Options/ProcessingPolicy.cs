using System.Globalization;

namespace StravaTools.FakeStrava.Options;

/// <summary>When an upload leaves "Your activity is still being processed." Errors take as long as activities.</summary>
public sealed record ProcessingPolicy
{
    private readonly int? _polls;
    private readonly TimeSpan? _delay;

    private ProcessingPolicy(int? polls, TimeSpan? delay) => (_polls, _delay) = (polls, delay);

    /// <summary>At once; only the answer to the POST itself still tells of processing.</summary>
    public static ProcessingPolicy Immediate { get; } = new(null, null);

    /// <summary>A number of polls answer "still being processed", the next one tells the end.</summary>
    public static ProcessingPolicy AfterPolls(int polls)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(polls);
        return new ProcessingPolicy(polls, null);
    }

    /// <summary>Once the fake's clock has moved on by so much, polled or not.</summary>
    public static ProcessingPolicy AfterTime(TimeSpan delay)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero);
        return new ProcessingPolicy(null, delay);
    }

    /// <summary>Reads <c>immediate</c>, <c>polls:2</c> or <c>seconds:8</c>.</summary>
    public static bool TryParse(string text, out ProcessingPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(text);
        policy = Immediate;
        switch (text.Split(':'))
        {
            case ["immediate"]:
                return true;
            case ["polls", var polls] when int.TryParse(polls, NumberStyles.None, CultureInfo.InvariantCulture, out var count):
                policy = AfterPolls(count);
                return true;
            case ["seconds", var seconds] when double.TryParse(seconds, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var delay)
                && delay <= TimeSpan.SecondsPerDay:
                policy = AfterTime(TimeSpan.FromSeconds(delay));
                return true;
            default:
                return false;
        }
    }

    internal bool IsDue(int polls, TimeSpan age) => (_polls is null || polls > _polls) && (_delay is null || age >= _delay);
}
