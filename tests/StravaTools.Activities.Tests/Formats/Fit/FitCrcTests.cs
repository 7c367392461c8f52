using StravaTools.Activities.Formats.Fit;

namespace StravaTools.Activities.Tests.Formats.Fit;

/// <summary>The folded and sliced checksum equals that of FIT's documentation, which computes four bits at a time.</summary>
public sealed class FitCrcTests
{
    [Fact]
    public void Every_length_has_the_documented_checksum()
    {
        var bytes = new byte[600];
        new Random(16).NextBytes(bytes);
        for (var length = 0; length <= bytes.Length; length++)
        {
            Assert.Equal(FitBuilder.Crc(bytes.AsSpan(0, length)), FitCrc.Compute(bytes.AsSpan(0, length)));
        }
    }

    [Fact]
    public void Checksum_continues_that_of_the_previous_bytes()
    {
        var bytes = new byte[400];
        new Random(17).NextBytes(bytes);
        for (var split = 0; split <= bytes.Length; split++)
        {
            Assert.Equal(FitCrc.Compute(bytes), FitCrc.Compute(bytes.AsSpan(split), FitCrc.Compute(bytes.AsSpan(0, split))));
        }
    }
}
