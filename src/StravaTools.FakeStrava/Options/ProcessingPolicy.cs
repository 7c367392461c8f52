using System.Globalization;

namespace StravaTools.FakeStrava.Options;

/// <summary>When an upload leaves "Your activity is still being processed." Errors take as long as activities.</summary>
public sealed record ProcessingPolicy
{
    private readonly int? _polls;
    private readonly TimeSpan? _delay;

    private ProcessingPolicy(int? polls, TimeSpan? delay) => (_polls, _delay) = (polls, delay);

    /// <summary>At once; only the response to the POST itself still reports processing.</summary>
    public static ProcessingPolicy Immediate { get; } = new(null, null);

    /// <summary>Never automatically: a test completes or fails each upload.</summary>
    public static ProcessingPolicy Held { get; } = new(int.MaxValue, null);

    /// <summary>After a number of polls, which return "still being processed"; the next poll returns the result.</summary>
    public static ProcessingPolicy AfterPolls(int polls)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(polls);
        return new ProcessingPolicy(polls, null);
    }

    /// <summary>After a time by the fake's clock, regardless of polls.</summary>
    public static ProcessingPolicy AfterTime(TimeSpan delay)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero);
        return new ProcessingPolicy(null, delay);
    }

    /// <summary>Reads <c>immediate</c>, <c>hold</c>, <c>polls:2</c> or <c>seconds:8</c>.</summary>
    public static bool TryParse(string text, out ProcessingPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(text);
        policy = Immediate;
        switch (text.Split(':'))
        {
            case ["immediate"]:
                return true;
            case ["hold"]:
                policy = Held;
                return true;
            case ["polls", var polls] when int.TryParse(polls, NumberStyles.None, CultureInfo.InvariantCulture, out var count):
                policy = AfterPolls(count);
                return true;
            case ["seconds", var seconds] when ParseSeconds(seconds) is { } delay:
                policy = AfterTime(delay);
                return true;
            default:
                return false;
        }
    }

    /// <summary>The text that <see cref="TryParse"/> reads.</summary>
    public override string ToString()
    {
        if (this == Held)
        {
            return "hold";
        }

        if (_polls is not null)
        {
            return string.Create(CultureInfo.InvariantCulture, $"polls:{_polls}");
        }

        return _delay is null ? "immediate" : string.Create(CultureInfo.InvariantCulture, $"seconds:{_delay.Value.TotalSeconds}");
    }

    internal bool IsDue(int polls, TimeSpan age) => (_polls is null || polls > _polls) && (_delay is null || age >= _delay);

    /// <summary>Null if the text is not a number of seconds up to one day.</summary>
    private static TimeSpan? ParseSeconds(string text)
    {
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
            && seconds <= TimeSpan.SecondsPerDay)
        {
            return TimeSpan.FromSeconds(seconds);
        }

        return null;
    }
}
