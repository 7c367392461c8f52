using Microsoft.Extensions.Primitives;

namespace StravaTools.FakeStrava.Stubs;

/// <summary>A condition for a value: of a header, a parameter, or the body.</summary>
/// <param name="Test">True if a value satisfies the condition; null stands for a missing value.</param>
/// <param name="Measure">From 0 (equal) to 1: how far a value is from the condition.</param>
internal sealed record ValuePattern(Func<string?, bool> Test, Func<string?, double> Measure)
{
    /// <summary>True if the condition is about several values at once.</summary>
    public Func<StringValues, bool>? TestAll { get; init; }

    public static ValuePattern FromTest(Func<string?, bool> test) => new(test, value => test(value) ? 0 : 1);

    /// <summary>True if one of the values satisfies the condition.</summary>
    public bool MatchesAny(StringValues values)
    {
        if (TestAll is not null)
        {
            return TestAll(values);
        }

        return values.Count == 0 ? Test(null) : values.Any(Test);
    }

    public double DistanceTo(StringValues values)
    {
        if (MatchesAny(values))
        {
            return 0;
        }

        return values.Count == 0 ? 1 : values.Min(Measure);
    }
}
