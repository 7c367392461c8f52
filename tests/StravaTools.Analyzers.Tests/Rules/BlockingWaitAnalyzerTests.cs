using StravaTools.Analyzers.Rules;
using static StravaTools.Analyzers.Tests.Rules.HouseSources;

namespace StravaTools.Analyzers.Tests.Rules;

public sealed class BlockingWaitAnalyzerTests
{
    [Theory]
    [InlineData("int M(Task<int> task) => [|task.Result|];")]
    [InlineData("int M(ValueTask<int> task) => [|task.Result|];")]
    [InlineData("void M(Task task) => [|task.Wait()|];")]
    [InlineData("bool M(Task<int> task) => [|task.Wait(100)|];")]
    [InlineData("void M(Task task) => [|Task.WaitAll(task)|];")]
    [InlineData("void M(Task task) => [|task.GetAwaiter().GetResult()|];")]
    [InlineData("int M(ValueTask<int> task) => [|task.GetAwaiter().GetResult()|];")]
    [InlineData("int M(Task<int> task) => [|task.ConfigureAwait(false).GetAwaiter().GetResult()|];")]
    public async Task Waiting_for_a_task_is_reported(string body) =>
        Assert.Single(await InClient<BlockingWaitAnalyzer>(body).AssertAsync());

    [Theory]
    [InlineData("async Task<int> M(Task<int> task) => await task;")]
    [InlineData("int M(Mine mine) => mine.Result + mine.Wait(); class Mine { public int Result => 1; public int Wait() => 1; }")]
    [InlineData("Task M(Task one) => Task.WhenAll(one);")]
    public async Task Awaited_task_is_accepted(string body) => Assert.Empty(await InClient<BlockingWaitAnalyzer>(body).AssertAsync());

    [Fact]
    public async Task The_member_that_is_listed_may_block_and_no_other() => Assert.Single(await InClient<BlockingWaitAnalyzer>(
        """
        void Run(Task task) { Action wait = () => task.Wait(); wait(); }
        void Other(Task task) => [|task.Wait()|];
        """, "Http/Pump.cs").AssertAsync());
}
