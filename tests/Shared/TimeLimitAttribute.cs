namespace StravaTools.Tests;

/// <summary>Sets a longer time limit for a test or for the tests of a class, for example for real builds.</summary>
/// <param name="seconds">The limit of one test.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
internal sealed class TimeLimitAttribute(int seconds) : Attribute
{
    /// <summary>The limit of one test.</summary>
    public TimeSpan Limit { get; } = TimeSpan.FromSeconds(seconds);
}
