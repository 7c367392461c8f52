using System.Globalization;

namespace StravaTools.Analyzers.Tests.House;

/// <summary>The distribution of lengths: the median, the 90th percentile, and the maximum.</summary>
internal sealed record Distribution(int Median, int NinetiethPercentile, int Maximum)
{
    public static Distribution Of(IEnumerable<int> lengths)
    {
        int[] sorted = [.. lengths.Order()];
        return new Distribution(At(0.5), At(0.9), At(1));

        int At(double share) => sorted.Length == 0 ? 0 : sorted[(int)Math.Ceiling(share * sorted.Length) - 1];
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Median} / {NinetiethPercentile} / {Maximum}");
}
