using System.Diagnostics.CodeAnalysis;
using Xunit.v3;

namespace StravaTools.Client.Tests.Support;

/// <summary>Tests that never end, and one that does. The class is internal, so only <see cref="TimeLimitTests"/> runs them.</summary>
[SuppressMessage("Usage", "xUnit1000", Justification = "dotnet test must not find them.")]
internal sealed class HangingTests
{
    [Fact]
    public void Synchronous_test_never_ends()
    {
        var gate = new object();
        lock (gate)
        {
            Monitor.Wait(gate);
        }

        Assert.Fail("The test ended.");
    }

    [Fact]
    public async Task Asynchronous_test_never_ends()
    {
        await new TaskCompletionSource().Task;
        Assert.Fail("The test ended.");
    }

    [Theory]
    [InlineData(1)]
    public async Task Theory_never_ends(int number)
    {
        await new TaskCompletionSource().Task;
        Assert.Equal(2, number);
    }

    [Fact]
    [TimeLimit(60)]
    public void Quick_test_with_a_longer_limit_passes() => Assert.Equal(60_000, ((IXunitTest)TestContext.Current.Test!).Timeout);
}
