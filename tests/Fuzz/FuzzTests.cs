namespace Fuzz;

/// <summary>
/// Three seconds of fuzzing with a seed of the day. For longer: dotnet run --project tests/Fuzz -- --minutes 120 --seed N.
/// </summary>
public sealed class FuzzTests
{
    [Fact]
    public void Fuzzing_for_some_seconds_finds_nothing()
    {
        using var log = new StringWriter();
        var seed = (ulong)DateTime.UtcNow.Ticks / (ulong)TimeSpan.TicksPerSecond;
        var result = new Fuzzer(seed, log, AppContext.BaseDirectory).Run(TimeSpan.FromSeconds(3));
        TestContext.Current.TestOutputHelper!.WriteLine(log.ToString());
        Assert.True(result.Failures.Count == 0, log.ToString());
        Assert.Equal(5, result.Valid.Count);
    }
}
