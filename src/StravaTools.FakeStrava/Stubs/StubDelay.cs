using System.Text.Json;

namespace StravaTools.FakeStrava.Stubs;

/// <summary>When the response of a stub is sent.</summary>
internal sealed record StubDelay
{
    /// <summary>Before the response.</summary>
    public TimeSpan Fixed { get; init; }

    /// <summary>Milliseconds: a random delay is between these.</summary>
    public (double Lower, double Upper) Uniform { get; init; }

    /// <summary>Milliseconds and the standard deviation of the logarithm.</summary>
    public (double Median, double Sigma) LogNormal { get; init; }

    /// <summary>The number of pieces in which the body is sent, over a time.</summary>
    public (int Chunks, TimeSpan Total) Dribble { get; init; }

    public static StubDelay FromJson(JsonElement json)
    {
        var delay = new StubDelay();
        if (json.TryGetProperty("fixedDelayMilliseconds", out var milliseconds) && milliseconds.ValueKind == JsonValueKind.Number)
        {
            delay = delay with { Fixed = TimeSpan.FromMilliseconds(milliseconds.GetDouble()) };
        }

        if (json.TryGetProperty("chunkedDribbleDelay", out var dribble) && dribble.ValueKind == JsonValueKind.Object)
        {
            var total = TimeSpan.FromMilliseconds(ReadNumber(dribble, "totalDuration"));
            delay = delay with { Dribble = ((int)ReadNumber(dribble, "numberOfChunks"), total) };
        }

        if (json.TryGetProperty("delayDistribution", out var distribution) && distribution.ValueKind == JsonValueKind.Object)
        {
            delay = delay with
            {
                Uniform = (ReadNumber(distribution, "lower"), ReadNumber(distribution, "upper")),
                LogNormal = (ReadNumber(distribution, "median"), ReadNumber(distribution, "sigma")),
                Fixed = delay.Fixed + TimeSpan.FromMilliseconds(ReadNumber(distribution, "milliseconds")),
            };
        }

        return delay;
    }

    /// <summary>How long this response is delayed.</summary>
    public TimeSpan NextDelay(Random random)
    {
        var uniform = Uniform.Lower + (random.NextDouble() * (Uniform.Upper - Uniform.Lower));
        var normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        return Fixed + TimeSpan.FromMilliseconds(uniform + (LogNormal.Median * Math.Exp(LogNormal.Sigma * normal)));
    }

    private static double ReadNumber(JsonElement json, string name)
    {
        if (json.TryGetProperty(name, out var number) && number.ValueKind == JsonValueKind.Number)
        {
            return number.GetDouble();
        }

        return 0;
    }
}
