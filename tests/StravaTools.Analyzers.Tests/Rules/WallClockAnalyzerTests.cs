using StravaTools.Analyzers.Rules;
using static StravaTools.Analyzers.Tests.Rules.HouseSources;

namespace StravaTools.Analyzers.Tests.Rules;

public sealed class WallClockAnalyzerTests
{
    [Theory]
    [InlineData("object M() => [|DateTime.Now|];")]
    [InlineData("object M() => [|DateTimeOffset.UtcNow|].Year;")]
    [InlineData("object M() => [|DateTime.Today|];")]
    [InlineData("object M() => [|Environment.TickCount64|];")]
    [InlineData("object M() => [|TimeProvider.System.GetUtcNow()|];")]
    [InlineData("object M() => [|Stopwatch.StartNew()|];")]
    [InlineData("object M() => [|new Stopwatch()|];")]
    [InlineData("void M() => [|Thread.Sleep(1)|];")]
    [InlineData("Action<int> M() => [|Thread.Sleep|];")]
    [InlineData("Task M() => [|Task.Delay(1)|];")]
    [InlineData("Task M(CancellationToken c) => [|Task.Delay(TimeSpan.Zero, c)|];")]
    [InlineData("Task M(Task task) => [|task.WaitAsync(TimeSpan.Zero)|];")]
    [InlineData("object M() => [|new CancellationTokenSource(100)|];")]
    [InlineData("object M() => [|new Timer(_ => { })|];")]
    [InlineData("object M() => [|new PeriodicTimer(TimeSpan.FromSeconds(1))|];")]
    [InlineData("void M() => [|Console.WriteLine()|];")]
    [InlineData("void M() => [|Console.Error|].Flush();")]
    public async Task The_clock_a_sleep_and_the_console_are_reported(string body) =>
        Assert.Single(await InClient<WallClockAnalyzer>(body).AssertAsync());

    [Theory]
    [InlineData("object M(TimeProvider clock) => clock.GetUtcNow();")]
    [InlineData("Task M(TimeProvider clock, CancellationToken c) => Task.Delay(TimeSpan.Zero, clock, c);")]
    [InlineData("Task M(Task task, CancellationToken c) => task.WaitAsync(c);")]
    [InlineData("object M() => new CancellationTokenSource();")]
    [InlineData("object M(TimeProvider clock) => new CancellationTokenSource(TimeSpan.Zero, clock);")]
    [InlineData("object M(TimeProvider clock) => new PeriodicTimer(TimeSpan.FromSeconds(1), clock);")]
    [InlineData("object M() => Mine.Console.Now(); static class Mine { public static class Console { public static int Now() => 1; } }")]
    [InlineData("string M() => nameof(Console.WriteLine) + nameof(DateTime.Now);")]
    [InlineData("TimeProvider M { get; init; } = TimeProvider.System;")]
    public async Task A_given_clock_is_accepted(string body) => Assert.Empty(await InClient<WallClockAnalyzer>(body).AssertAsync());

    [Fact]
    public async Task The_place_that_is_listed_may_print() => Assert.Empty(await Client<WallClockAnalyzer>()
        .Source("class C { void M() => System.Console.WriteLine(); }", "/repo/src/StravaTools.Client/Program.cs").AssertAsync());
}
