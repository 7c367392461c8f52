namespace StravaTools.Tests;

/// <summary>Lets a test, or the tests of a class, take longer than the others: they run real builds, say.</summary>
/// <param name="seconds">The limit of one test.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
internal sealed class TimeLimitAttribute(int seconds) : Attribute
{
    /// <summary>The limit of one test.</summary>
    public TimeSpan Limit { get; } = TimeSpan.FromSeconds(seconds);
}
