namespace StravaTools.Http.Pictures;

/// <summary>
/// How a line of pixels is distributed when it becomes shorter: each pixel covers a part of one or two pixels of the result.
/// </summary>
internal readonly record struct AreaShare(int Index, float First, float Second)
{
    private const double Rounding = 1e-9;

    /// <summary>Computes the shares of all pixels of a line.</summary>
    public static AreaShare[] Compute(int length, int target)
    {
        var shares = new AreaShare[length];
        var scale = (double)target / length;
        for (var i = 0; i < length; i++)
        {
            var start = i * scale;
            var index = Math.Min((int)(start + Rounding), target - 1);
            var second = Math.Max(0, start + scale - index - 1);
            if (index == target - 1)
            {
                second = 0;
            }

            shares[i] = new AreaShare(index, (float)(scale - second), (float)second);
        }

        return shares;
    }
}
